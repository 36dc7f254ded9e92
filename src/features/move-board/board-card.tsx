import * as m from '#messages';
import type { MoveCard } from '#contract/moves-board.ts';
import { formatDate, formatDateTime } from '#src/lib/dates.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { peopleWords, wayWords, whoWords } from './card-words.ts';
import classes from './board.module.css';

const Clip = ({ text }: { text: string }) => (
  <bdi className={classes.clip} title={text}>
    {text}
  </bdi>
);

/** What is wrong with a move, told by icon and words. */
export function MoveTrouble({ card }: { card: MoveCard }) {
  return (
    <>
      {card.failed && card.status !== 'don' && (
        <StatusBadge tone="danger" icon={WarningIcon}>
          {m.move_status_failed()}
        </StatusBadge>
      )}
      {card.conflicts > 0 && (
        <StatusBadge tone="warning" icon={WarningIcon}>
          {m.move_board_conflicts({ count: card.conflicts })}
        </StatusBadge>
      )}
    </>
  );
}

/** A move on the board: what, who, from where to where, when, and what speaks against it. */
export function MoveBoardCard({ card }: { card: MoveCard }) {
  const { date, tasks } = card;
  const troubled = (card.failed && card.status !== 'don') || card.conflicts > 0;
  return (
    <>
      <span className={classes.line}>
        <strong className={classes.name}>
          <Clip text={card.description} />
        </strong>
        <span className={classes.dim}>#{card.id}</span>
      </span>
      <span className={classes.line}>
        <span className={classes.grow}>
          <Clip text={whoWords(card)} />
        </span>
        {card.people > 1 && <span className={classes.dim}>{peopleWords(card.people)}</span>}
      </span>
      <span className={classes.line}>
        <span className={classes.way}>
          <Clip text={wayWords(card)} />
        </span>
      </span>
      <span className={classes.line}>
        {date === undefined ? (
          <span className={classes.dim}>{m.moves_no_date()}</span>
        ) : (
          <time dateTime={new Date(date).toISOString()} title={formatDateTime(date)}>
            {formatDate(date)}
          </time>
        )}
        {tasks.total > 0 && (
          <span className={classes.dim}>{m.move_board_tasks({ done: tasks.done, total: tasks.total })}</span>
        )}
      </span>
      {troubled && (
        <span className={classes.line}>
          <MoveTrouble card={card} />
        </span>
      )}
    </>
  );
}
