import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  balancesOf,
  countDays,
  dayAfter,
  halvesOf,
  lastCarryDay,
  lengthOf,
  overlaps,
  sumOf,
  yearOf,
  type CountedDay,
  type LeaveSpan,
} from './leave-rules.ts';

const dayOf = (n: number) => dayAfter('2026-12-01', n);
const spans = fc
  .record({ from: fc.nat(60), length: fc.nat(20), startsAtNoon: fc.boolean(), endsAtNoon: fc.boolean() })
  .map(({ from, length, ...noons }): LeaveSpan => ({
    startDate: dayOf(from),
    endDate: dayOf(from + length),
    ...noons,
  }))
  .filter((span) => span.startDate < span.endDate || !(span.startsAtNoon && span.endsAtNoon));
const holidays = fc.uniqueArray(fc.nat(80).map(dayOf), { maxLength: 6 }).map((days) => new Set(days));

/** Half days, one by one, told by their day and whether they are mornings. */
function halves(span: LeaveSpan): string[] {
  const all: string[] = [];
  for (let n = 0; n < lengthOf(span); n += 1) {
    const day = dayAfter(span.startDate, n);
    if (!(day === span.startDate && span.startsAtNoon)) all.push(`${day} morning`);
    if (!(day === span.endDate && span.endsAtNoon)) all.push(`${day} afternoon`);
  }
  return all;
}

test('a day counts by its halves, and weekends and holidays not at all', () => {
  fc.assert(
    fc.property(spans, holidays, (span, off) => {
      const counted = countDays(span, off);
      const expected = halves(span).filter((half) => {
        const weekday = new Date(half.slice(0, 10)).getUTCDay();
        return weekday !== 0 && weekday !== 6 && !off.has(half.slice(0, 10));
      });
      expect(sumOf(counted)).toBe(expected.length / 2);
      expect(new Set(counted.map(({ day }) => day)).size).toBe(counted.length);
      expect(halves(span)).toHaveLength(halvesOf(span).until - halvesOf(span).from);
    }),
  );
});

test('two leaves meet when they share a half day', () => {
  fc.assert(
    fc.property(spans, spans, (one, other) => {
      const theirs = new Set(halves(other));
      expect(overlaps(one, other)).toBe(halves(one).some((half) => theirs.has(half)));
    }),
  );
});

test('a leave across New Year counts to each year', () => {
  const days = countDays(
    { startDate: '2026-12-30', endDate: '2027-01-05', startsAtNoon: true, endsAtNoon: false },
    new Set(['2027-01-01']),
  );
  const inYear = (year: number) => sumOf(days.filter(({ day }) => yearOf(day) === year));
  expect([inYear(2026), inYear(2027)]).toEqual([1.5, 2]);
});

const used = fc.array(
  fc.record({ n: fc.nat(364), amount: fc.constantFrom(0.5, 1) }).map(({ n, amount }): CountedDay => ({
    day: dayAfter('2027-01-01', n),
    amount,
  })),
  { maxLength: 12 },
);

/** One day after the other: a carried half day is taken before any other while it may be. */
function walk(days: number, carried: number, last: string, taken: readonly CountedDay[]) {
  let [own, brought, missing] = [days, carried, 0];
  for (const { day, amount } of taken.toSorted((a, b) => (a.day < b.day ? -1 : 1)))
    for (let half = 0; half < amount; half += 0.5)
      if (day <= last && brought > 0) brought -= 0.5;
      else if (own > 0) own -= 0.5;
      else missing += 0.5;
  return { own, brought, missing };
}

test('carried days go first and are gone after their last day; what is left is carried on, up to the most', () => {
  const law = fc.record({
    carriesOver: fc.constant(true),
    carryMost: fc.constantFrom(null, 0, 3, 5.5),
    carryUntil: fc.constantFrom(null, '03-31', '12-31'),
  });
  fc.assert(
    fc.property(law, used, fc.nat(8), fc.nat(4), (rules, taken, days, carried) => {
      const limits = [
        { year: 2027, days, carried },
        { year: 2028, days, carried: null },
      ];
      const [now, next] = balancesOf(limits, rules, { taken, pending: [] }, '2027-12-31');
      const { own, brought, missing } = walk(days, carried, lastCarryDay(2027, rules), taken);
      const lasting = rules.carryUntil === '03-31' ? 0 : brought;
      expect([now!.short, now!.left]).toEqual([missing, own + lasting - missing]);
      const rest = rules.carryUntil === null ? own + brought : own;
      expect(next!.carried).toBe(Math.min(missing > 0 ? 0 : rest, rules.carryMost ?? Infinity));
      expect(now!.used).toBe(sumOf(taken));
    }),
  );
});
