import { countDays, lengthOf, overlaps, sumOf, yearOf, type CountedDay } from '#contract/leave-rules.ts';
import type { LeavePreview } from '#contract/leaves.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import { say } from '#server/lib/words.ts';
import type { Tx } from '#server/lib/database.ts';
import { balancesIn, loadBooks, type Balance } from './balances.ts';
import { HERE } from './sql.ts';
import type { Type } from './types.ts';
import type { Wish } from './write-repository.ts';

const LONGEST = 1100;

/** @throws 400 for days that are no span of time */
export function demandSpan({ startDate, endDate, startsAtNoon, endsAtNoon }: Wish): void {
  if (startDate > endDate) throw invalid('startDate', 'must not be later than endDate');
  if (startDate === endDate && startsAtNoon && endsAtNoon)
    throw invalid('endsAtNoon', 'leaves nothing of the day: it begins at noon');
  if (lengthOf({ startDate, endDate }) > LONGEST)
    throw invalid('endDate', `must be within ${LONGEST} days of startDate`);
}

/** Who stands in. @throws 400 */
export async function demandDelegate(tx: Tx, { delegate, user }: Wish): Promise<void> {
  if (delegate === null) return;
  if (delegate === user) throw invalid('delegate', 'must be somebody else than the person who is away');
  const [there] = await tx.query(`SELECT FROM app_user WHERE ${HERE} AND id = $1 AND deleted_at IS NULL`, [
    delegate,
  ]);
  if (!there) throw invalid('delegate', 'is nobody in the directory');
}

/** The working days: holidays are those of the first reservation center, by which the house opens. */
export async function daysOf(tx: Tx, wish: Wish): Promise<CountedDay[]> {
  const holidays = await tx.query<{ day: string }>(
    `SELECT h.day::text AS day FROM center_holiday h WHERE h.${HERE} AND h.day BETWEEN $1 AND $2
       AND h.center_id = (SELECT c.id FROM center c WHERE c.${HERE} AND c.module = 'reservation' ORDER BY c.id LIMIT 1)`,
    [wish.startDate, wish.endDate],
  );
  return countDays(wish, new Set(holidays.map(({ day }) => day)));
}

const limitSentence = (type: Type, { year, days, carried, used, pending }: Balance, asked: number) =>
  say`${type.name}, ${year}: days ${days}, carried over ${carried}, taken ${used}, asked for ${pending}. This leave needs ${asked} of that year. Shorten it, or choose another type.`;

type Conflict = LeavePreview['conflicts'][number];
export type Looked = {
  days: CountedDay[];
  conflicts: Conflict[];
  years: { year: number; days: number; before: Balance; after: Balance }[];
};

/** What of a person is in the way in these days: of theirs what is asked for too, of others' what is approved. */
async function leavesAround(tx: Tx, user: number, wish: Wish, except: number | undefined) {
  const found = await tx.query<Pick<Wish, 'startDate' | 'endDate' | 'startsAtNoon' | 'endsAtNoon'>>(
    `SELECT l.starts::text AS "startDate", l.ends::text AS "endDate", l.starts_at_noon AS "startsAtNoon",
       l.ends_at_noon AS "endsAtNoon"
     FROM leave l WHERE l.${HERE} AND l.user_id = $1 AND l.starts <= $3 AND l.ends >= $2
       AND (l.state = 'approved' OR l.state = 'pending' AND l.user_id = $4) AND l.id IS DISTINCT FROM $5::bigint
     ORDER BY l.starts`,
    [user, wish.startDate, wish.endDate, wish.user, except ?? null],
  );
  return found.find((other) => overlaps(other, wish));
}

const dates = ({ startDate, endDate }: Pick<Wish, 'startDate' | 'endDate'>) =>
  startDate === endDate ? startDate : `${startDate} – ${endDate}`;

/** What a leave would mean and what is in its way. @param except the leave itself when it is stored already */
export async function look(tx: Tx, wish: Wish, type: Type, except?: number): Promise<Looked> {
  const days = await daysOf(tx, wish);
  const conflicts: Conflict[] = [];
  if (days.length === 0)
    conflicts.push({
      code: 'leave.no-days',
      field: 'startDate',
      message: say`No working day lies in this time. Choose days from Monday to Friday that are no holidays.`,
    });
  const other = await leavesAround(tx, wish.user, wish, except);
  if (other)
    conflicts.push({
      code: 'leave.overlap',
      field: 'startDate',
      message: say`There is another leave (${dates(other)}). Choose other days, or withdraw or cancel that one first.`,
    });
  const absence = wish.delegate === null ? undefined : await leavesAround(tx, wish.delegate, wish, undefined);
  if (absence)
    conflicts.push({
      code: 'leave.delegate-away',
      field: 'delegate',
      message: say`Who is to stand in is away (${dates(absence)}). Choose somebody else.`,
    });
  if (!type.limited || days.length === 0) return { days, conflicts, years: [] };

  const touched = [...new Set(days.map(({ day }) => yearOf(day)))];
  const books = await loadBooks(tx, [wish.user], except);
  const before = balancesIn(books, wish.user, type, touched);
  const after = balancesIn(books, wish.user, type, touched, days);
  const asked = (year: number) => sumOf(days.filter(({ day }) => yearOf(day) === year));
  // Also a later year may come to lack what would have been carried into it.
  const lacking = after.find(
    (one) =>
      one.short > (before.find(({ year }) => year === one.year)?.short ?? 0) ||
      (one.short > 0 && touched.includes(one.year)),
  );
  if (lacking) {
    const { pending } = before.find(({ year }) => year === lacking.year)!;
    conflicts.push({
      code: 'leave.limit',
      field: 'endDate',
      message: limitSentence(type, { ...lacking, pending }, asked(lacking.year)),
    });
  }
  const at = (all: readonly Balance[], year: number) => all.find((one) => one.year === year)!;
  const years = touched.map((year) => ({
    year,
    days: asked(year),
    before: at(before, year),
    after: at(after, year),
  }));
  return { days, conflicts, years };
}

/** @throws 409 with the first of the reasons */
export function demandNone(conflicts: readonly Conflict[]): void {
  const [first] = conflicts;
  if (first)
    throw new AppError(
      409,
      first.code,
      first.message,
      first.field === undefined ? {} : { field: first.field },
    );
}
