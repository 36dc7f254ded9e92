// Pure rules of leave. Days are those of the calendar, as 2027-03-01; they compare as text.

/** Both days included; `startsAtNoon`: away from noon of the first day, `endsAtNoon`: until noon of the last. */
export type LeaveSpan = { startDate: string; endDate: string; startsAtNoon: boolean; endsAtNoon: boolean };
/** A day that counts against a limit: 1, or 0.5 for half of it. */
export type CountedDay = { day: string; amount: number };

const DAY = 86_400_000;
const atUtc = (day: string) => Date.parse(`${day}T00:00:00Z`);
export const dayAfter = (day: string, days = 1) =>
  new Date(atUtc(day) + days * DAY).toISOString().slice(0, 10);
export const yearOf = (day: string) => Number(day.slice(0, 4));
const isWeekend = (day: string) => [0, 6].includes(new Date(atUtc(day)).getUTCDay());

/** How many days of the calendar it touches. */
export const lengthOf = ({ startDate, endDate }: Pick<LeaveSpan, 'startDate' | 'endDate'>) =>
  Math.round((atUtc(endDate) - atUtc(startDate)) / DAY) + 1;

/** Half days from 1970 on, the end not included: mornings are even, afternoons odd. */
export const halvesOf = ({ startDate, endDate, startsAtNoon, endsAtNoon }: LeaveSpan) => ({
  from: (atUtc(startDate) / DAY) * 2 + (startsAtNoon ? 1 : 0),
  until: (atUtc(endDate) / DAY) * 2 + (endsAtNoon ? 1 : 2),
});

/** Whether any half day lies in both. */
export function overlaps(one: LeaveSpan, other: LeaveSpan): boolean {
  const [a, b] = [halvesOf(one), halvesOf(other)];
  return a.from < b.until && b.from < a.until;
}

/** The working days of a leave: Monday to Friday, without holidays. */
export function countDays(span: LeaveSpan, holidays: ReadonlySet<string>): CountedDay[] {
  const { from, until } = halvesOf(span);
  const counted: CountedDay[] = [];
  for (let day = span.startDate; day <= span.endDate; day = dayAfter(day)) {
    const morning = (atUtc(day) / DAY) * 2;
    const amount = (Math.min(until, morning + 2) - Math.max(from, morning)) / 2;
    if (amount > 0 && !isWeekend(day) && !holidays.has(day)) counted.push({ day, amount });
  }
  return counted;
}

export const sumOf = (days: readonly CountedDay[]) => days.reduce((sum, { amount }) => sum + amount, 0);

/** What a type says about a year's days. */
export type LeaveLaw = {
  carriesOver: boolean;
  /** Most days that are carried over; null: all that are left. */
  carryMost: number | null;
  /** MM-DD of the last day on which carried days may be taken; null: the whole year. */
  carryUntil: string | null;
};
/** `carried` null: reckoned from what was left of the year before. */
export type YearLimit = { year: number; days: number; carried: number | null };
/** `taken`: days that are approved; `pending`: asked for. Days of any year. */
export type LeaveUse = { taken: readonly CountedDay[]; pending: readonly CountedDay[] };

export type LeaveBalance = {
  year: number;
  days: number;
  carried: number;
  /** Carried days that were not taken in time: of those days that have passed, or that no leave uses any more. */
  expired: number;
  used: number;
  pending: number;
  /** Days and carried ones, without expired, used and pending ones; below zero when more was taken than there is. */
  left: number;
};

/** The last day on which days carried into the year may be taken. */
export const lastCarryDay = (year: number, { carryUntil }: LeaveLaw) => `${year}-${carryUntil ?? '12-31'}`;

/**
 * One year. Leave up to the last carry day takes carried days first; from the day after on what is left of them is gone.
 * @param today carried days count as gone only when their last day has passed
 */
function balanceOf(
  { year, days, carried }: { year: number; days: number; carried: number },
  law: LeaveLaw,
  { taken, pending }: LeaveUse,
  today: string,
): LeaveBalance & { own: number } {
  const last = lastCarryDay(year, law);
  const within = (all: readonly CountedDay[]) => all.filter(({ day }) => yearOf(day) === year);
  const [used, asked] = [within(taken), within(pending)];
  const early = sumOf([...used, ...asked].filter(({ day }) => day <= last));
  const fromCarried = Math.min(carried, early);
  const all = sumOf(used) + sumOf(asked);
  const expired = today > last ? carried - fromCarried : 0;
  return {
    year,
    days,
    carried,
    expired,
    used: sumOf(used),
    pending: sumOf(asked),
    left: days + carried - expired - all,
    // What can still be taken after the last carry day: below zero there is too much leave, whatever is carried.
    own: days - (all - fromCarried),
  };
}

/**
 * The balances of consecutive years, each carrying over into the next. `short`: how many days are missing, which
 * carried days that have run out cannot make good.
 * @param limits of consecutive years, the earliest first
 */
export function balancesOf(limits: readonly YearLimit[], law: LeaveLaw, use: LeaveUse, today: string) {
  let left = 0;
  return limits.map(({ year, days, carried: given }) => {
    const brought = law.carriesOver ? Math.min(Math.max(left, 0), law.carryMost ?? Infinity) : 0;
    const { own, ...balance } = balanceOf({ year, days, carried: given ?? brought }, law, use, today);
    // Of a year without an earlier last day what was carried into it goes on as well.
    left = law.carryUntil === null ? balance.left : own;
    return { ...balance, short: Math.max(0, -own) };
  });
}
