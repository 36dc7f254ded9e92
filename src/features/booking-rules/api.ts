import { type BookingRule, bookingRule } from '#contract/booking-rules.ts';
import { removed } from '#contract/wire.ts';
import { http } from '#src/lib/http.ts';

type Ref = { id: number };
/** What a rule says; null takes a limit away. */
export type RuleBody = {
  who: BookingRule['who'];
  costCenters: Ref[];
  departments: string[];
  longestMinutes: number | null;
  daysAhead: number | null;
  bufferBefore: number;
  bufferAfter: number;
  approval: boolean;
  checkInMinutes: number | null;
  releaseMinutes: number | null;
};
/** What a rule is about: one of the two. */
export type RuleSubject = { roomType: Ref } | { room: Ref };

export const addRule = (body: RuleSubject & RuleBody, idempotencyKey: string) =>
  http('POST', '/reservations/rules', { reply: bookingRule, body, idempotencyKey });
export const changeRule = (id: number, body: RuleBody) =>
  http('PUT', `/reservations/rules/${id}`, { reply: bookingRule, body });
export const removeRule = (id: number) => http('DELETE', `/reservations/rules/${id}`, { reply: removed });
