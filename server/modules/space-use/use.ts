import { type SpaceUseQuery, type SpaceUse, MOST_USE_DAYS } from '#contract/space-use.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database } from '#server/lib/database.ts';
import { centerCalendar } from '#server/modules/centers/service.ts';
import { minutesWithin, openWeek, USUAL_HOURS } from './open-week.ts';
import { loadFrame, loadUse } from './use-repository.ts';

const DAY = 86_400_000;
const USUAL_DAYS = 28;

/** @param today by the organisation’s clocks. @throws 400 naming the parameter */
export function reportDays({ from, until }: Pick<SpaceUseQuery, 'from' | 'until'>, today: string) {
  const last = Date.parse(until ?? today);
  const first = from === undefined ? last - (USUAL_DAYS - 1) * DAY : Date.parse(from);
  if (first > last) throw invalid('from', 'must not be later than until');
  if (last - first >= MOST_USE_DAYS * DAY)
    throw invalid('from', `must be within ${MOST_USE_DAYS} days of until`);
  const [start, end] = [first, last].map((at) => new Date(at).toISOString().slice(0, 10)) as [string, string];
  return { from: start, until: end };
}

/** How the bookable spaces were used. The hours of the center are read on the clocks of each building. @throws 400 */
export const reportOf = (
  db: Database,
  caller: Caller,
  { limit, ...query }: Omit<SpaceUseQuery, 'limit'> & { limit?: number },
): Promise<SpaceUse> =>
  db.read(caller.organisation, async (tx) => {
    const { today, center } = await loadFrame(tx);
    const calendar = center === null ? undefined : await centerCalendar(tx, center);
    const hours = calendar?.hours ?? USUAL_HOURS;
    const stats = await loadUse(tx, {
      ...query,
      ...reportDays(query, today),
      ...(limit !== undefined && { limit }),
      week: openWeek(hours),
      minutes: minutesWithin(hours),
      holidays: calendar?.holidays.map(({ day }) => day) ?? [],
    });
    return { ...stats, ...(calendar && { center: { id: calendar.id, name: calendar.name } }) };
  });
