import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { bookingRule } from '#contract/booking-rules.ts';
import { count, MAX_PAGE } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { uses } from './features.ts';
import { useMe } from './me.ts';
import { ruleSentence } from './rule-words.ts';

/** Everything that a change of a booking or of a rule may change; read again with the topic `reservations`. */
export const bookingsKey = ['reservations'] as const;
const rules = z.array(bookingRule);

/** The rules of the organisation; as many as the server answers at a time. */
export const rulesOptions = queryOptions({
  queryKey: [...bookingsKey, 'rules'],
  queryFn: ({ signal }) =>
    http('GET', withQuery('/reservations/rules', { limit: MAX_PAGE }), { reply: rules, signal }),
});

const spaceRuleOptions = (room: number | undefined, shown: boolean) =>
  queryOptions({
    queryKey: [...bookingsKey, 'rules', 'of', room],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/reservations/rules', { appliesToRoomId: room }), { reply: rules, signal }),
    enabled: shown && room !== undefined,
  });
/** What the rule of a space means for who books it, in a sentence; undefined where there is none. */
export function useSpaceRule(room: number | undefined): string | undefined {
  const shown = uses(useMe(), 'booking');
  const rule = useQuery(spaceRuleOptions(room, shown)).data?.[0];
  return rule && ruleSentence(rule);
}

/** How many bookings wait for a manager's yes or no. */
export const awaitingCountOptions = queryOptions({
  queryKey: [...bookingsKey, 'awaiting', 'count'],
  queryFn: ({ signal }) =>
    http('GET', withQuery('/reservations/count', { awaitingApproval: true, showOnlyMyReservations: false }), {
      reply: count,
      signal,
    }),
});
