import { invalid } from './app-error.ts';
import type { Tx } from './database.ts';

const DAY = 86_400_000;
const toDay = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Today by the organisation's clocks. */
export async function today(tx: Tx): Promise<string> {
  const [row] = await tx.named<{ day: string }>(
    'figures-today',
    'SELECT (now() AT TIME ZONE time_zone)::date::text AS day FROM organisation WHERE id = $1',
    [tx.organisation],
  );
  return row!.day;
}

/** Milliseconds at the midnight, UTC, of a day of the calendar. @throws 400 */
function parseDay(field: string, day: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : NaN;
  // 30 February is read as 1 or 2 March by some.
  if (Number.isNaN(ms) || toDay(ms) !== day) throw invalid(field, 'must be a day such as 2026-01-31');
  return ms;
}

/**
 * Days of the calendar, both included: until today, and so many days long, where nothing else is said.
 * @throws 400 naming the parameter
 */
export function daysOf(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  now: string,
  { usual, most }: { usual: number; most: number },
): { from: string; until: string } {
  const first = from === undefined ? undefined : parseDay('from', from);
  const last = until === undefined ? parseDay('until', now) : parseDay('until', until);
  const start = first ?? last - (usual - 1) * DAY;
  if (start > last) throw invalid('from', 'must not be later than until');
  if (last - start >= most * DAY) throw invalid('from', `must be within ${most} days of until`);
  return { from: toDay(start), until: toDay(last) };
}
