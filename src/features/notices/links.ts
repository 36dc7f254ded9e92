import type { AppNotice, NoticeTopic } from '#contract/notices.ts';
import { dayOf } from '#src/lib/dates.ts';
import { withQuery } from '#src/lib/query-string.ts';

const addresses: Record<NoticeTopic, (notice: AppNotice) => string> = {
  parcel: ({ recordId }) => `/mail/${recordId}`,
  booking: ({ recordId, facts: { since, zone } }) =>
    withQuery('/bookings', {
      ...(typeof since === 'number' && { date: dayOf(since, zone ? String(zone) : undefined) }),
      booking: recordId,
    }),
  space: ({ recordId, facts: { since, until, zone } }) =>
    withQuery(`/bookings/space/${recordId}`, {
      ...(typeof since === 'number' && {
        date: dayOf(since, zone ? String(zone) : undefined),
        from: since,
        to: until,
      }),
    }),
  request: ({ recordId }) => withQuery('/requests/mine', { open: recordId }),
  work: ({ recordId }) => withQuery('/requests/queue', { open: recordId }),
  move: ({ recordId }) => withQuery('/moves', { open: recordId }),
  loan: () => '/assets/mine',
  lent: ({ recordId }) => withQuery('/assets/loans', { open: recordId }),
  'asset-check': () => '/assets/mine',
  audit: ({ recordId }) => `/assets/audits/${recordId}`,
};

/** Where the record is that the notice tells of. */
export const addressOf = (notice: AppNotice) => addresses[notice.topic](notice);
