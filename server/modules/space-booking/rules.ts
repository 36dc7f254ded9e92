import type { z } from 'zod';
import type { bookingRuleCreate, BookingRuleEdit } from '#contract/booking-rules.ts';
import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import { centersOf, managers, type Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { checkThere, manages } from './check.ts';
import * as repository from './rule-repository.ts';
import { loadParties } from './space-repository.ts';

/** Spaces are bookable in another way now: what is on screen is read again. */
const tellRules = (tx: WriteTx, caller: Caller) =>
  announce(tx, { topic: 'reservations', ids: [], by: caller.id });

/** What was said, by column. @throws 400 */
async function valuesOf(tx: WriteTx, edit: BookingRuleEdit): Promise<repository.RuleValues> {
  const items = edit.costCenters?.map(({ id }) => id) ?? (edit.costCenters === null ? [] : undefined);
  if (items) await checkThere(tx, 'costCenters', 'category_item', items);
  const values = {
    who: edit.who,
    cost_center_ids: items,
    departments: edit.departments === null ? [] : edit.departments,
    longest_minutes: edit.longestMinutes,
    days_ahead: edit.daysAhead,
    buffer_before: edit.bufferBefore,
    buffer_after: edit.bufferAfter,
    approval: edit.approval,
    check_in_minutes: edit.checkInMinutes,
    release_minutes: edit.releaseMinutes,
  };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Sets the rule of a type or of a space; answers it as JSON text. @throws 400, 409 when there is one */
export async function createRule(
  tx: WriteTx,
  caller: Caller,
  body: z.output<typeof bookingRuleCreate>,
): Promise<string> {
  const { room, roomType } = body;
  if (room) await checkThere(tx, 'room', 'room', [room.id]);
  if (roomType) await checkThere(tx, 'roomType', 'room_type', [roomType.id]);
  if ((room === undefined) === (roomType === undefined))
    throw invalid('roomType', 'or room must be given, one of the two');
  const [own] = centersOf(caller, 'reservation', managers) ?? [];
  const { center } = await loadParties(tx, caller.id, own);
  if (center === null) throw forbidden();
  const values = {
    ...(await valuesOf(tx, body)),
    center_id: center,
    room_id: room?.id,
    room_type_id: roomType?.id,
  };
  try {
    const id = await repository.insertRule(tx, values);
    await tellRules(tx, caller);
    return (await repository.findRule(tx, id))!;
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error;
    const field = room ? 'room' : 'roomType';
    throw new AppError(
      409,
      'space-booking.rule-there',
      'There is a rule for this already. Change that one.',
      { field },
    );
  }
}

/** @throws 404, 403 */
async function ruleFor(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  const center = await repository.centerOfRule(tx, id);
  if (center === undefined) throw notFound();
  if (!manages(caller, center)) throw forbidden();
}

/**
 * Changes what was sent; bookings that are there keep what held for them. Answers the rule as JSON text.
 * @throws 400, 403, 404
 */
export async function editRule(
  tx: WriteTx,
  caller: Caller,
  id: number,
  edit: BookingRuleEdit,
): Promise<string> {
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not that of the address');
  await ruleFor(tx, caller, id);
  await repository.updateRule(tx, id, await valuesOf(tx, edit));
  await tellRules(tx, caller);
  return (await repository.findRule(tx, id))!;
}

/** @throws 403, 404 */
export async function removeRule(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  await ruleFor(tx, caller, id);
  await repository.deleteRule(tx, id);
  await tellRules(tx, caller);
}
