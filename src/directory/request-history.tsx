import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceEvent, ServiceEventKind } from '#contract/service-requests-work.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { When } from '#src/ui/when.tsx';
import { requestEventsOptions } from './request-queries.ts';
import classes from './request.module.css';

const sentences: Record<ServiceEventKind, (words: { to: string }) => string> = {
  opened: m.request_event_opened,
  awaiting: m.request_event_awaiting,
  approved: m.request_event_approved,
  declined: m.request_event_declined,
  accepted: m.request_event_accepted,
  rejected: m.request_event_rejected,
  started: m.request_event_started,
  held: ({ to }) => (to ? m.request_event_held_for({ to }) : m.request_event_held()),
  resumed: m.request_event_resumed,
  'part-completed': m.request_event_part,
  completed: m.request_event_completed,
  cancelled: m.request_event_cancelled,
  priority: m.request_event_priority,
  type: m.request_event_type,
  center: m.request_event_center,
  assigned: m.request_event_assigned,
  unassigned: m.request_event_unassigned,
  withdrawn: m.request_event_withdrawn,
  required: m.request_event_required,
  room: m.request_event_room,
  comment: m.request_event_comment,
  image: m.request_event_image,
  rated: m.request_event_rated,
};

/** What a line of the log says, in words. */
export function eventWords({ kind, from, to, toTime }: ServiceEvent): string {
  const named = kind === 'unassigned' ? (to ?? from) : to;
  return sentences[kind]({ to: toTime ? formatDateTime(toTime) : (named?.name ?? '') });
}

/** Everything that happened to a request, the newest first; asked for once somebody wants to see it. */
export function RequestHistory({ id }: { id: number }) {
  const [open, setOpen] = useState(false);
  return (
    <section className={classes.section} aria-label={m.request_history()}>
      <details className={classes.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{m.request_history()}</summary>
        {open && <Lines id={id} />}
      </details>
    </section>
  );
}

function Lines({ id }: { id: number }) {
  const { data, error } = useQuery(requestEventsOptions(id));
  if (!data) return error ? <p role="alert">{error.message}</p> : <Skeleton height={60} />;
  return (
    <ol className={classes.history} reversed>
      {[...data].reverse().map((event) => (
        <li key={event.id} className={classes.comment}>
          <span className={classes.line}>
            <strong dir="auto">{eventWords(event)}</strong>
            <span className={classes.dim}>
              <bdi>{event.by?.name ?? m.request_by_itself()}</bdi>
              {' · '}
              <When ms={event.at} />
            </span>
          </span>
          {event.note && (
            <p className={classes.text} dir="auto">
              {event.note}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
