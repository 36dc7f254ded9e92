import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import * as m from '#messages';
import type { LeavePreview } from '#contract/leaves.ts';
import { leaveKey } from '#src/directory/leave-queries.ts';
import { daysOf } from '#src/directory/leave-words.tsx';
import { formatNumber } from '#src/lib/numbers.ts';
import { Callout } from '#src/ui/callout.tsx';
import { previewLeave, type WishBody } from './api.ts';
import { BookingLines } from './booking-lines.tsx';
import classes from './leaves.module.css';

type Asked = WishBody & { id?: number };
const PAUSE = 200;

/** What sending the form would mean, anew with every change of it. */
export function PreviewBox({ body }: { body: Asked | undefined }) {
  // A note changes nothing of it.
  const text = body && JSON.stringify({ ...body, note: '' });
  const [asked] = useDebouncedValue(text, PAUSE);
  const wanted = useMemo(() => (asked === undefined ? undefined : (JSON.parse(asked) as Asked)), [asked]);
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: [...leaveKey, 'preview', asked],
    queryFn: ({ signal }) => previewLeave(wanted!, signal),
    enabled: wanted !== undefined,
    placeholderData: keepPreviousData,
  });
  const old = asked !== text || isPlaceholderData;
  return (
    <section className={classes.preview} aria-label={m.leave_preview()} aria-live="polite" aria-busy={old}>
      {text === undefined ? (
        <p className={classes.dim}>{m.leave_preview_hint()}</p>
      ) : error ? (
        <Callout tone="warning">{error.message}</Callout>
      ) : data ? (
        <Meaning preview={data} />
      ) : (
        <p className={classes.dim}>{m.leave_preview_loading()}</p>
      )}
    </section>
  );
}

function Meaning({ preview }: { preview: LeavePreview }) {
  const { days, years, conflicts, releases, approvals } = preview;
  const count = releases.length;
  return (
    <>
      <p className={classes.said}>
        <strong>{m.leave_preview_days(daysOf(days))}</strong>
      </p>
      {years.map(({ year, days: need, before, after }) => {
        const words = { year: String(year), before: formatNumber(before.left) };
        return (
          <p key={year} className={classes.said}>
            {after.left < 0
              ? m.leave_preview_year_short({ ...words, need: formatNumber(need) })
              : m.leave_preview_year({ ...words, after: formatNumber(after.left) })}
          </p>
        );
      })}
      {conflicts.map(({ code, message }) => (
        <Callout key={code} tone="warning">
          {message}
        </Callout>
      ))}
      {count > 0 && (
        <div>
          <p className={classes.said}>
            {approvals > 0 ? m.leave_preview_releases_later({ count }) : m.leave_preview_releases({ count })}
          </p>
          <BookingLines bookings={releases} />
        </div>
      )}
      <p className={classes.dim}>{deciderWords(preview)}</p>
    </>
  );
}

function deciderWords({ approvals, approver }: LeavePreview): string {
  if (approvals === 0) return m.leave_preview_no_approval();
  if (!approver) return m.leave_preview_approver_admins();
  return approvals > 1
    ? m.leave_preview_approver_more({ name: approver.name, count: approvals - 1 })
    : m.leave_preview_approver({ name: approver.name });
}
