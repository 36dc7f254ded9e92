import { Skeleton } from '@mantine/core';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import * as m from '#messages';
import { type LeaveEvent, leaveEvent, type LeaveEventKind } from '#contract/leaves.ts';
import { leaveKey } from '#src/directory/leave-queries.ts';
import { http } from '#src/lib/http.ts';
import { When } from '#src/ui/when.tsx';
import classes from './leaves.module.css';

const eventsOptions = (id: number) =>
  queryOptions({
    queryKey: [...leaveKey, 'events', id],
    queryFn: ({ signal }) => http('GET', `/leaves/${id}/events`, { reply: z.array(leaveEvent), signal }),
  });
const sentences: Record<LeaveEventKind, () => string> = {
  asked: m.leave_event_asked,
  changed: m.leave_event_changed,
  endorsed: m.leave_event_endorsed,
  approved: m.leave_event_approved,
  rejected: m.leave_event_rejected,
  withdrawn: m.leave_event_withdrawn,
  cancelled: m.leave_event_cancelled,
};
const byWords = ({ by, insteadOf }: LeaveEvent): string => {
  if (!by) return m.leave_event_itself();
  return insteadOf ? m.leave_event_instead({ name: by.name, other: insteadOf.name }) : by.name;
};

/** Everything that happened to a leave, the latest first. */
export function LeaveHistory({ id }: { id: number }) {
  const { data, error } = useQuery(eventsOptions(id));
  return (
    <section aria-label={m.leave_history()}>
      <h3 className={classes.heading}>{m.leave_history()}</h3>
      {data ? (
        <ol className={classes.history} reversed>
          {data.toReversed().map((event) => (
            <li key={event.id}>
              <strong>{sentences[event.kind]()}</strong>
              <span className={classes.dim}>
                <bdi>{byWords(event)}</bdi> · <When ms={event.at} />
              </span>
              {event.comment && (
                <p className={classes.text} dir="auto">
                  {event.comment}
                </p>
              )}
            </li>
          ))}
        </ol>
      ) : error ? (
        <p className={classes.problem} role="alert">
          {m.leave_history_failed()} {error.message}
        </p>
      ) : (
        <Skeleton height={60} />
      )}
    </section>
  );
}
