import type { CenterHours, CenterHoursEdit } from '#contract/center-hours.ts';
import { forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, managers, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';
import * as centers from './repository.ts';

/** What the first centers and those of the demo begin with. */
export { replaceHolidays, seedHours } from './repository.ts';

/**
 * Hours, holidays and time zone of a center, read in one query: all that working minutes are reckoned from. A span
 * from 480 to 1080 is 08:00 to 18:00 by the clocks of `timeZone`; on a holiday none of them counts. @throws 404
 */
export async function centerCalendar(tx: Tx, center: number): Promise<CenterHours> {
  const found = await centers.readHours(tx, center);
  if (!found) throw notFound('There is no such center.');
  return found;
}

/**
 * Changes what was sent, for administrators and managers of that center. Who manages nothing is not even told which
 * centers there are. @throws 400, 403, 404
 */
export async function editCenterHours(
  tx: WriteTx,
  caller: Caller,
  center: number,
  edit: CenterHoursEdit,
): Promise<CenterHours> {
  if (!caller.siteAdmin && !caller.permissions.some(({ role }) => managers.includes(role))) throw forbidden();
  const module = await centers.moduleOf(tx, center);
  if (!module) throw notFound('There is no such center.');
  demand(caller, module, managers, center);
  const { ownTimeZone, hours, holidays } = edit;
  if (ownTimeZone && !isTimeZone(ownTimeZone))
    throw invalid('ownTimeZone', 'must be the name of a time zone such as Europe/Warsaw, or null');
  await centers.touchCenter(tx, center, ownTimeZone === undefined ? undefined : ownTimeZone || null);
  if (hours) await centers.replaceHours(tx, center, hours);
  if (holidays) await centers.replaceHolidays(tx, center, holidays);
  await announce(tx, { topic: 'centers', ids: [center], by: caller.id });
  return centerCalendar(tx, center);
}
