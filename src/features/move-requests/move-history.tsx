import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveEventKind } from '#contract/moves-work.ts';
import { moveEventsOptions } from '#src/directory/move-queries.ts';
import { When } from '#src/ui/when.tsx';
import { audienceNames } from './audiences.ts';
import classes from './move.module.css';

const sentences: Record<MoveEventKind, () => string> = {
  opened: m.moves_event_opened,
  changed: m.moves_event_changed,
  approved: m.moves_event_approved,
  rejected: m.moves_event_rejected,
  reopened: m.moves_event_reopened,
  started: m.moves_event_started,
  effected: m.moves_event_effected,
  failed: m.moves_event_failed,
  'task-done': m.moves_event_task_done,
  'task-open': m.moves_event_task_open,
  comment: m.moves_event_comment,
  message: m.moves_event_message,
  archived: m.moves_event_archived,
  unarchived: m.moves_event_unarchived,
  removed: m.moves_event_removed,
};

/** Everything that happened to a move, the newest first; asked for once somebody wants to see it. */
export function MoveHistory({ id }: { id: number }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={classes.section} aria-label={m.moves_history()}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={classes.heading}>{m.moves_history()}</summary>
        {open && <Lines id={id} />}
      </details>
    </section>
  );
}

function Lines({ id }: { id: number }) {
  const { data, error } = useQuery(moveEventsOptions(id));
  if (!data) return error ? <p role="alert">{error.message}</p> : <Skeleton height={60} />;
  return (
    <ol className={classes.comments} reversed>
      {data.toReversed().map(({ id: key, kind, at, by, note, to }) => (
        <li key={key}>
          <span className={classes.commentHead}>
            <strong>
              {to ? m.moves_event_message_to({ whom: audienceNames[to]() }) : sentences[kind]()}
            </strong>
            <span>
              <bdi>{by?.name ?? m.moves_by_itself()}</bdi>
              {' · '}
              <When ms={at} />
            </span>
          </span>
          {note && (
            <p className={classes.text} dir="auto">
              {note}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
