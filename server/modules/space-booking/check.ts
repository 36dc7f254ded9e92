import { AppError, forbidden, invalid } from '#server/lib/app-error.ts';
import { managers, may, type Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { loadParties, loadSpaces, type Law, type OwnTable, type Space, thereOf } from './space-repository.ts';
import { GRACE, MINUTE, type Slot } from './slot.ts';

const DAY = 86_400_000;
const refused = (code: string, message: string, field: string) =>
  new AppError(409, `space-booking.${code}`, message, { field });

/** What a rule forbids the caller, in a sentence; undefined when it allows the slot. */
export function breach(
  { name, law }: Pick<Space, 'name'> & { law: Law | null },
  { since, until }: Slot,
  now: number,
): AppError | undefined {
  if (!law) return undefined;
  const { longestMinutes: longest, daysAhead: ahead } = law;
  if (law.who === 'managers')
    return refused('rule-who', `Only managers may book ${name}. Choose another space, or ask them.`, 'room');
  if (law.who === 'groups' && !law.belongs)
    return refused('rule-who', `${name} is kept for certain groups. Choose another space.`, 'room');
  if (longest !== null && until - since > longest * MINUTE)
    return refused(
      'rule-longest',
      `${name} may be booked for ${longest} minutes at most. Choose an earlier end.`,
      'endDate',
    );
  if (ahead !== null && since > now + ahead * DAY)
    return refused(
      'rule-ahead',
      `${name} may be booked ${ahead} days ahead at most. Choose an earlier date.`,
      'startDate',
    );
  return undefined;
}

/** @throws 400 */
export function checkSpace(space: Space | undefined, field = 'room'): Space {
  if (!space) throw invalid(field, 'names no space of your organisation. Choose another one.');
  if (!space.reservable)
    throw invalid(field, `is ${space.name}, which cannot be booked. Choose another space.`);
  return space;
}

/** @throws 400 when so many do not fit */
export function checkPeople({ name, capacity }: Space, people: number): void {
  if (capacity !== null && people > capacity)
    throw invalid(
      'numberOfPeople',
      `is ${people}, and ${name} has room for ${capacity}. Choose a larger space or fewer people.`,
    );
}

/** @throws 400 for what begins in the past, or is over, for all but site administrators */
export function checkNotPast({ since, until }: Slot, allDay: boolean, caller: Caller, now: number): void {
  if (caller.siteAdmin) return;
  if (until <= now || (!allDay && since < now - GRACE))
    throw invalid('startDate', 'lies in the past. Choose a time to come.');
}

/** @throws 400 for an end in the past of what goes on, for all but site administrators */
export function checkEndAhead({ until }: Slot, caller: Caller, now: number): void {
  if (until <= now && !caller.siteAdmin)
    throw invalid('endDate', 'lies in the past. Check out to end the booking now.');
}

/** The space to be booked, with its rule for the person. @throws 400 */
export async function spaceFor(tx: Tx, room: number, person: number): Promise<Space> {
  const [space] = await loadSpaces(tx, [room], person);
  return checkSpace(space);
}

/** Whether the caller manages the bookings of the center. */
export const manages = (caller: Caller, center: number) => may(caller, 'reservation', managers, center);

/** The center of a new booking. @throws 400, and 403 for somebody else's booking without being a manager */
export async function partiesFor(
  tx: Tx,
  caller: Caller,
  person: number,
  center: number | undefined,
): Promise<number> {
  const found = await loadParties(tx, person, center);
  if (!found.person) throw invalid('user', 'names no person of your organisation');
  if (found.center === null) throw invalid('center', 'names no reservation center of your organisation');
  if (person !== caller.id && !manages(caller, found.center))
    throw forbidden('You may book for yourself. Managers of the reservation center book for others.');
  return found.center;
}

/** @throws 400 when one of the ids names nothing here */
export async function checkThere(tx: Tx, field: string, table: OwnTable, ids: number[]) {
  const there = await thereOf(tx, table, ids);
  const missing = ids.find((id) => !there.has(id));
  if (missing !== undefined) throw invalid(field, `names nothing of your organisation (id ${missing})`);
}
