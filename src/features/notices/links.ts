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
  'booking-approval': () => '/bookings/approvals',
  'request-approval': ({ recordId }) => withQuery('/requests/queue', { tab: 'approval', open: recordId }),
  leave: ({ recordId }) => withQuery('/leave', { open: recordId }),
  'leave-approval': ({ recordId }) => withQuery('/leave/approvals', { open: recordId }),
  'stand-in': ({ facts: { first } }) => withQuery('/leave/team', { date: first ? String(first) : undefined }),
  audit: ({ recordId }) => `/assets/audits/${recordId}`,
};

/** Where the record is that the notice tells of. */
export const addressOf = (notice: AppNotice) => addresses[notice.topic](notice);
