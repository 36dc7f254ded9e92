import { z } from 'zod';
import { bool, epochMs, id, idsFilter, listQuery, ref, text } from './wire.ts';

const named = z.object({ id: z.int(), name: z.string() });

/**
 * The rule of a type of space or of one space; that of the space replaces that of its type as a whole. What is absent
 * is not limited. Managers of the reservation center and site administrators may book whatever `who` says.
 */
export const bookingRule = z.object({
  id: z.int(),
  /** One of the two. */
  roomType: named.optional(),
  room: named.optional(),
  who: z.enum(['everybody', 'groups', 'managers']),
  /** The groups of `groups`: items of the cost centers, and departments by name. */
  costCenters: z.array(named),
  departments: z.array(z.string()),
  longestMinutes: z.int().optional(),
  /** The start may be at most so many days ahead. */
  daysAhead: z.int().optional(),
  bufferBefore: z.int(),
  bufferAfter: z.int(),
  approval: z.boolean(),
  /** Check-in opens so many minutes before the start; absent: at any time before the end. */
  checkInMinutes: z.int().optional(),
  /** Nobody there so many minutes after the start: given free. Absent: never. */
  releaseMinutes: z.int().optional(),
  dateCreated: epochMs,
  dateUpdated: epochMs,
});
export type BookingRule = z.infer<typeof bookingRule>;

const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.int(error).min(least, error).max(most, error);
};
const fields = {
  who: z.enum(['everybody', 'groups', 'managers']).optional(),
  costCenters: z.array(ref).max(200).nullish(),
  departments: z.array(text(300)).max(200).nullish(),
  longestMinutes: whole(1, 527_040).nullish(),
  daysAhead: whole(0, 3660).nullish(),
  bufferBefore: whole(0, 1440).optional(),
  bufferAfter: whole(0, 1440).optional(),
  approval: bool.optional(),
  checkInMinutes: whole(0, 1440).nullish(),
  releaseMinutes: whole(1, 1440).nullish(),
};
export const bookingRuleCreate = z.object({ roomType: ref.optional(), room: ref.optional(), ...fields });
export const bookingRuleEdit = z.object({ id: id.optional(), ...fields });
export type BookingRuleEdit = z.output<typeof bookingRuleEdit>;

export const bookingRuleQuery = listQuery.extend({
  roomTypeId: idsFilter,
  roomId: idsFilter,
  /** The rules that hold for these spaces: of each its own, else that of its type. */
  appliesToRoomId: idsFilter,
});
export type BookingRuleQuery = z.output<typeof bookingRuleQuery>;
