import { z } from 'zod';
import { queues } from './mail.ts';
import { serviceStates } from './service-requests.ts';
import { choiceFilter, numberFilter, textFilter } from './wire.ts';

export const findKinds = ['person', 'space', 'asset', 'parcel', 'request', 'move'] as const;
export type FindKind = (typeof findKinds)[number];

/** What all kinds have: `parts` say more of it, in order, such as where it is or whose. */
const found = z.object({
  id: z.int(),
  title: z.string(),
  parts: z.array(z.string()),
  /** What was asked for is exactly what is written on it: a tracking number, a tag, a badge. */
  exact: z.literal(true).optional(),
});
/** A record of which the caller may see the page. */
export const findResult = z.discriminatedUnion('kind', [
  found.extend({ kind: z.literal('person'), color: z.string() }),
  found.extend({ kind: z.literal('space'), reservable: z.boolean() }),
  found.extend({ kind: z.literal('asset') }),
  found.extend({ kind: z.literal('parcel'), state: z.enum(queues) }),
  found.extend({ kind: z.literal('request'), state: z.enum(serviceStates) }),
  found.extend({ kind: z.literal('move') }),
]);
export type FindResult = z.infer<typeof findResult>;

export const MAX_FOUND = 20;

/** GET /find?q=: at most `limit` of each kind, five unless said otherwise; of some kinds alone. */
export const findQuery = z.object({
  q: textFilter(200),
  limit: numberFilter(1, MAX_FOUND).transform((limit) => Math.trunc(limit ?? 5)),
  kinds: choiceFilter(findKinds),
});
export type FindQuery = z.output<typeof findQuery>;

/** What bears the text exactly comes first, then kind by kind, the best of each first. */
export const findAnswer = z.array(findResult);
