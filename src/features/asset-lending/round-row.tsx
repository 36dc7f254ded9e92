import * as m from '#messages';
import type { AssetRound } from '#contract/asset-confirmations.ts';
import { minute } from '#src/directory/minute.ts';
import { formatDate } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { TextLink } from '#src/ui/link.tsx';
import classes from './lending.module.css';

export const deviationsOf = ({ answers }: AssetRound) =>
  (answers.lost ?? 0) + (answers.damaged ?? 0) + (answers['not-mine'] ?? 0);

/** How far a round is, in words and as a bar. */
export function RoundProgress({ round }: { round: AssetRound }) {
  const { people, peopleDone, assets, answers } = round;
  const answered = assets - (answers.none ?? 0);
  const words = m.lending_round_progress({ done: peopleDone, people, answered, assets });
  return (
    <>
      <span className={classes.dim}>{words}</span>
      <span className={classes.bar} role="img" aria-label={words} style={{ width: '100%' }}>
        <span style={{ width: `${assets === 0 ? 0 : (answered / assets) * 100}%` }} />
      </span>
    </>
  );
}

/** A round in the list of rounds. */
export function RoundRow({ round }: { round: AssetRound }) {
  const now = useStore(minute);
  const found = deviationsOf(round);
  const late = !round.closedAt && round.dueDate <= now && (round.answers.none ?? 0) > 0;
  return (
    <li className={classes.row} data-plain>
      <span className={classes.what}>
        <TextLink to="/assets/confirmations" search={{ open: round.id }} className={classes.name}>
          <bdi>{round.name}</bdi>
        </TextLink>
        <span className={late ? classes.late : classes.dim}>
          {round.closedAt
            ? m.lending_round_closed_on({ day: formatDate(round.closedAt) })
            : m.lending_answer_by({ day: formatDate(round.dueDate) })}
        </span>
      </span>
      <span className={classes.state}>
        <RoundProgress round={round} />
      </span>
      <span className={found > 0 ? classes.late : classes.dim}>{m.lending_deviations({ count: found })}</span>
    </li>
  );
}
