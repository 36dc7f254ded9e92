import { z } from 'zod';
import { mailItem, MAX_BATCH } from './mail.ts';
import { userShort } from './users.ts';
import { choiceFilter, epochMs, id, idsFilter, listQuery, ref } from './wire.ts';

export const bagStates = ['open', 'sent', 'received'] as const;
const named = z.object({ id: z.int(), name: z.string() });

/** A bag of parcels on its way from one center to another; its code is on its tag and scanned as one. */
export const bag = z.object({
  id: z.int(),
  /** Such as BAG-000012. */
  code: z.string(),
  state: z.enum(bagStates),
  from: named,
  to: named,
  /** What is in it while open; what it carried once sent. */
  count: z.int(),
  /** Of a received bag: carried, but not found so far. They are in transfer and still bear the bag. */
  missing: z.int(),
  createdBy: userShort.optional(),
  sentAt: epochMs.optional(),
  receivedAt: epochMs.optional(),
  receivedBy: userShort.optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type Bag = z.infer<typeof bag>;

/** GET /mail/bags/{id}, and the answer of every change: what it holds or carried, as it stands now. */
export const bagWithItems = bag.extend({ items: z.array(mailItem) });
/** GET /mail/bags */
export const bagQuery = listQuery.extend({ state: choiceFilter(bagStates), centerId: idsFilter });
/** POST /mail/bags → 201 */
export const bagCreate = z.object({ from: ref.optional(), to: ref });
/** PUT /mail/bags/{id}/items and DELETE the same: puts parcels in (or takes them out) while the bag is open. */
export const bagItems = z.array(z.object({ id })).min(1).max(MAX_BATCH);
// PUT /mail/bags/{id}/send: all of it is in transfer. PUT /mail/bags/{id}/receive: all of it is checked in at `to`;
// a body [{id}] names what was really found, the rest stays in transfer and is told as missing.
export const bagReceive = z.array(z.object({ id })).max(MAX_BATCH).nullish();
