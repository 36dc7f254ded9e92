import { z } from 'zod';
import { movePlace } from './moves.ts';
import { bool, epochMs, id, ref, refOrNone } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

export const moveConflictKinds = [
  'target-full',
  'target-full-later',
  'target-gone',
  'not-occupiable',
  'no-target',
  'no-person',
  'person-gone',
  'person-repeated',
  'person-twice',
  'person-left',
  'asset-gone',
  'asset-repeated',
  'asset-twice',
  'date-past',
  'no-email',
  'email-taken',
  'last-admin',
] as const;
/** What speaks against a request, before it is approved and when it is to take effect. */
export const moveConflict = z.object({
  /** Place in the list of items, from 0; absent: of the whole request. */
  item: z.int().optional(),
  kind: z.enum(moveConflictKinds),
  /** As it stands, the request will not take effect. */
  blocks: z.boolean(),
  /** A sentence for people. */
  message: z.string(),
  person: named.optional(),
  asset: named.optional(),
  space: named.optional(),
  /** How many places the space has; how many sit there by then without this request; who comes and leaves by it. */
  seats: z
    .object({ capacity: z.int(), there: z.int(), coming: z.int(), leaving: z.int(), after: z.int() })
    .optional(),
  /** The other request; absent for whoever does not work on moves. */
  request: z.object({ id: z.int(), date: epochMs.optional() }).optional(),
});
export type MoveConflict = z.infer<typeof moveConflict>;
/** GET /move/requests/{id}/conflicts, and POST /move/conflicts of what has not been sent yet. */
export const moveConflicts = z.object({ conflicts: z.array(moveConflict) });

/** POST /move/conflicts: a request as the form has it. */
export const moveDraft = z.object({
  /** The request that is being changed: it does not stand in its own way. */
  id: id.optional(),
  date: z.int().min(0).max(253_402_300_799_999).nullish(),
  items: z
    .array(
      z.object({
        type: ref,
        user: refOrNone.optional(),
        asset: refOrNone.optional(),
        toRoom: refOrNone.optional(),
      }),
    )
    .max(2000),
});
export type MoveDraft = z.output<typeof moveDraft>;

const fromTo = <T extends z.ZodType>(of: T) => z.object({ before: of.nullable(), after: of.nullable() });
const holder = z.object({ room: named.optional(), owner: named.optional() });

/** All that one item changes: said before in the preview, and kept afterwards as what it did. Absent: nothing of the kind. */
export const moveItemChange = z.object({
  /** The item. */
  id: z.int(),
  kind: z.enum(['new', 'move', 'terminate', 'equipment']),
  /** Without an id: an account that is yet to be opened. */
  person: z.object({ id: z.int().optional(), name: z.string(), email: z.string().optional() }).optional(),
  account: z.enum(['opened', 'deactivated']).optional(),
  manager: fromTo(named).optional(),
  space: fromTo(movePlace).optional(),
  /** Where mail reaches them: their own stop, else that of their space. */
  mailStop: fromTo(named).optional(),
  assets: z.array(
    named.extend({
      /** placed: in another space. with-owner: goes where its owner goes. to-return: its owner leaves. */
      how: z.enum(['placed', 'with-owner', 'to-return']),
      before: holder,
      after: holder,
    }),
  ),
  parcels: z.array(
    named.extend({
      /** rerouted: to the new stop. redirected: to another person. nobody: waits in the exceptions. */
      how: z.enum(['rerouted', 'redirected', 'nobody']),
      to: named.optional(),
      mailStop: fromTo(named),
    }),
  ),
  bookings: z.array(
    z.object({
      id: z.int(),
      room: named,
      startDate: epochMs,
      endDate: epochMs,
      /** cancelled: had yet to begin. ended: they were there. */
      how: z.enum(['cancelled', 'ended']),
    }),
  ),
  /** Flagged: to come back before they are due. */
  loans: z.array(z.object({ id: z.int(), asset: named, dueDate: epochMs })),
  /** Who reported to them reports to `manager`; null: to nobody. */
  reports: z.array(named.extend({ manager: named.nullable() })),
  /** Where something waits for a decision that was theirs: `to` manages the center from then on; null: nobody was there to. */
  approvals: z.array(z.object({ center: named, waiting: z.int(), to: named.nullable() })),
});
export type MoveItemChange = z.infer<typeof moveItemChange>;

/** GET /move/requests/{id}/preview: what will change, as things stand; of what took effect, what did. */
export const movePreview = z.object({
  id: z.int(),
  /** When it takes effect; absent: by hand alone. */
  date: epochMs.optional(),
  effectedAt: epochMs.optional(),
  failure: z.object({ why: z.string(), at: epochMs }).optional(),
  /** The caller may have it take effect by hand. */
  mayEffect: z.boolean(),
  conflicts: z.array(moveConflict),
  items: z.array(moveItemChange),
  /** What stands where people leave, and may be taken along: `taken` as it is chosen, else by `usual`. */
  choices: z.array(
    z.object({ item: z.int(), asset: named, type: z.string(), taken: z.boolean(), usual: z.boolean() }),
  ),
});
export type MovePreview = z.infer<typeof movePreview>;
/** GET /move/requests/{id}/outcome: exactly what did change. */
export const moveOutcome = z.object({ id: z.int(), effectedAt: epochMs, items: z.array(moveItemChange) });

/** PUT /move/items/{id}/assets: exactly these are taken along from where the person sits; null: the usual ones. */
export const moveAssetsBody = z.object({ assets: z.array(ref).max(500).nullable() });
/** PUT /move/items/{id}/heir: who takes over parcels and approvals of a person who leaves; null: their manager. */
export const moveHeirBody = z.object({ heir: refOrNone });

/** POST /move/requests/{id}/effect: now, by hand. `early`: although its date is yet to come. */
export const moveEffectBody = z.object({ id: id.optional(), early: bool.optional() }).nullish();
