import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAfter, explainSla, slaOf, type CenterTimes, type ClockEvent } from './clock.ts';
import { minuteByMinute, windows } from '../../../test/minute-clock.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (iso: string) => Date.parse(iso);
const week = (timeZone: string, opens = 480, closes = 1080, days = [1, 2, 3, 4, 5]): CenterTimes => ({
  timeZone,
  hours: days.map((weekday) => ({ weekday, opens, closes })),
  holidays: [],
});
const berlin = week('Europe/Berlin');
const opened = (time: string, calendar = berlin, priority = 1): ClockEvent => ({
  kind: 'opened',
  at: at(time),
  calendar,
  type: 1,
  priority,
});
/** Priority 1: four hours; 2: forty; 3: at once; others: no promise. */
const promised = (_type: number | null, priority: number | null) =>
  priority === 1 ? 240 : priority === 2 ? 2400 : priority === 3 ? 0 : null;

const span = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([a, b]) => a < b);
/** Up to two spans a weekday that do not overlap, and any days of the window as holidays. */
const calendarOf = (timeZone: string, days: string[]): fc.Arbitrary<CenterTimes> =>
  fc.record({
    timeZone: fc.constant(timeZone),
    hours: fc
      .array(fc.tuple(fc.integer({ min: 1, max: 7 }), span), { maxLength: 10 })
      .map((spans) =>
        spans
          .map(([weekday, [opens, closes]]) => ({ weekday, opens, closes }))
          .filter(
            (one, n, all) =>
              !all
                .slice(0, n)
                .some((o) => o.weekday === one.weekday && o.opens < one.closes && one.opens < o.closes),
          ),
      ),
    holidays: fc
      .uniqueArray(fc.constantFrom(...days), { maxLength: 4 })
      .map((some) => some.map((day) => ({ day, name: `Feast of ${day}` }))),
  });
type Case = { window: number; log: ClockEvent[]; now: number; promises: (number | null)[] };
/** By their number: the minutes of a window fill pages of a report. */
const nthWindow = fc.nat({ max: windows.length - 1 });
const priority = fc.integer({ min: 0, max: 3 });
const cases: fc.Arbitrary<Case> = nthWindow.chain((nth) => {
  const window = windows[nth]!;
  const moment = fc.integer({ min: 0, max: window.minutes - 1 }).map((n) => window.from + n * MINUTE);
  const calendar = calendarOf(window.timeZone, window.days);
  const step: fc.Arbitrary<ClockEvent> = fc.oneof(
    fc.record({
      at: moment,
      kind: fc.constantFrom('held', 'resumed', 'completed', 'reopened', 'rejected', 'cancelled'),
    }),
    fc.record({ at: moment, kind: fc.constant('held') }),
    fc.record({ at: moment, kind: fc.constant('resumed') }),
    fc.record({ at: moment, kind: fc.constant('priority'), priority }),
    fc.record({ at: moment, kind: fc.constant('center'), calendar }),
  );
  return fc
    .record({
      begins: fc.record({
        at: moment,
        kind: fc.constant('opened'),
        calendar,
        type: fc.constant(1),
        priority,
      }),
      steps: fc.array(step, { maxLength: 7 }),
      now: moment,
      promises: fc.array(fc.option(fc.integer({ min: 0, max: 4000 })), { minLength: 4, maxLength: 4 }),
    })
    .map(({ begins, steps, now, promises }) => ({
      window: nth,
      log: [begins as ClockEvent, ...steps],
      now,
      promises,
    }));
});
const inputOf = ({ log, now, promises }: Case) => ({
  log,
  now,
  promised: (_: number | null, one: number | null) => promises[one!]!,
});

test('says the same as a clock that looks at every minute', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const found = slaOf(inputOf(one));
      const { until, due, ...slow } = minuteByMinute(windows[one.window]!, one.log, one.now, one.promises);
      expect(found).toMatchObject(slow);
      expect(found.workedMs + found.pausedMs + found.closedMs).toBe(until - one.log[0]!.at);
      // What lies beyond the minutes that were looked at, the slow one does not know.
      if (due !== 'beyond') expect([found.due, found.dueIfResumedNow]).toEqual(due);
    }),
    { numRuns: 400 },
  );
});

test('its lines lie end to end and add up to what it says', () => {
  fc.assert(
    fc.property(cases, (one) => {
      const { lines, ...state } = explainSla(inputOf(one));
      expect(state).toEqual(slaOf(inputOf(one)));
      const pieces = lines.filter(({ kind }) => kind === 'worked' || kind === 'paused' || kind === 'closed');
      for (const [n, piece] of pieces.entries()) {
        if (piece.folded) continue;
        expect(piece.ms).toBe(piece.to - piece.from);
        if (n > 0) expect(piece.from).toBe(pieces[n - 1]!.to);
      }
      const sum = (wanted: string, ahead?: true) =>
        pieces.reduce((ms, line) => ms + (line.kind === wanted && line.ahead === ahead ? line.ms : 0), 0);
      expect([sum('worked'), sum('paused'), sum('closed')]).toEqual([
        state.workedMs,
        state.pausedMs,
        state.closedMs,
      ]);
      if (state.state === 'running' && state.due !== null)
        expect(sum('worked', true)).toBe(state.remainingMs);
      expect(lines.filter(({ kind }) => kind === 'due').map(({ from }) => from)).toEqual(
        state.due === null ? [] : [state.due],
      );
    }),
    { numRuns: 150 },
  );
});

const plain = nthWindow
  .map((nth) => windows[nth]!)
  .chain((window) =>
    fc.record({
      calendar: calendarOf(window.timeZone, window.days).filter(({ hours }) => hours.length > 0),
      from: fc.integer({ min: 0, max: window.minutes }).map((n) => new Date(window.from + n * MINUTE)),
      minutes: fc.integer({ min: 0, max: 3000 }),
      more: fc.integer({ min: 0, max: 3000 }),
    }),
  );

test('more minutes are never due earlier, and never sooner than they last; one after the other is both at once', () => {
  fc.assert(
    fc.property(plain, ({ calendar, from, minutes, more }) => {
      const due = dueAfter(calendar, from, minutes)!;
      const later = dueAfter(calendar, from, minutes + more)!;
      expect(later.getTime() - due.getTime()).toBeGreaterThanOrEqual(more * MINUTE);
      expect(dueAfter(calendar, due, more)).toEqual(later);
      expect(dueAfter(calendar, from, 0)).toEqual(from);
    }),
    { numRuns: 300 },
  );
});

test('a hold moves what is due by the working minutes that it lasts', () => {
  fc.assert(
    fc.property(plain, fc.integer({ min: 0, max: 3000 }), ({ calendar, from, minutes, more }, lasts) => {
      const begins = dueAfter(calendar, from, Math.min(more, minutes - 1))!;
      fc.pre(minutes > 0 && begins > from);
      const log: ClockEvent[] = [{ kind: 'opened', at: from.getTime(), calendar, type: 1, priority: 1 }];
      const order = { now: from.getTime() + 400 * 24 * HOUR, promised: () => minutes };
      const before = slaOf({ ...order, log });
      const resumed = dueAfter(calendar, begins, lasts)!.getTime();
      const held: ClockEvent[] = [
        { kind: 'held', at: begins.getTime() },
        { kind: 'resumed', at: resumed },
      ];
      const after = slaOf({ ...order, now: Math.max(order.now, resumed), log: [...log, ...held] });
      expect(after.pausedMs).toBe(lasts * MINUTE);
      expect(after.due).toBe(dueAfter(calendar, new Date(before.due!), lasts)!.getTime());
    }),
    { numRuns: 200 },
  );
});

test('only the last priority counts, whatever came between', () => {
  fc.assert(
    fc.property(cases, fc.array(priority, { minLength: 1, maxLength: 6 }), priority, (one, some, last) => {
      const others = one.log.filter(({ kind }) => kind !== 'priority');
      const changes = (order: number[]): ClockEvent[] =>
        order.map((value, n) => ({ kind: 'priority', at: one.log[0]!.at + n * MINUTE, priority: value }));
      const now = Math.max(one.now, one.log[0]!.at + 10 * MINUTE);
      const withOrder = (order: number[]) =>
        slaOf(inputOf({ ...one, now, log: [...others, ...changes(order)] }));
      expect(withOrder([...some, last])).toEqual(withOrder([...some.toReversed(), last]));
    }),
    { numRuns: 150 },
  );
});

test('hours are as long as they really are when the clocks are changed', () => {
  const sunday = (zone: string) => week(zone, 0, 360, [7]);
  // From midnight to six: an hour less in spring and one more in autumn; on Lord Howe half of one.
  expect(dueAfter(sunday('Europe/Berlin'), new Date('2026-03-28T12:00Z'), 300)).toEqual(
    new Date('2026-03-29T04:00Z'),
  );
  expect(dueAfter(sunday('Europe/Berlin'), new Date('2026-10-24T12:00Z'), 420)).toEqual(
    new Date('2026-10-25T05:00Z'),
  );
  expect(dueAfter(sunday('America/New_York'), new Date('2026-03-07T12:00Z'), 300)).toEqual(
    new Date('2026-03-08T10:00Z'),
  );
  expect(dueAfter(sunday('Australia/Lord_Howe'), new Date('2026-10-03T06:00Z'), 330)).toEqual(
    new Date('2026-10-03T19:00Z'),
  );
  expect(dueAfter(sunday('Australia/Lord_Howe'), new Date('2026-04-04T06:00Z'), 390)).toEqual(
    new Date('2026-04-04T19:30Z'),
  );
});

test('a time that the clocks skip opens at the skip; of one that they show twice the first closes', () => {
  const odd = { ...berlin, hours: [{ weekday: 7, opens: 150, closes: 300 }] };
  expect(dueAfter(odd, new Date('2026-03-28T12:00Z'), 120)).toEqual(new Date('2026-03-29T03:00Z'));
  const closing = { ...berlin, hours: [{ weekday: 7, opens: 60, closes: 150 }] };
  expect(dueAfter(closing, new Date('2026-10-24T12:00Z'), 90)).toEqual(new Date('2026-10-25T00:30Z'));
});

test('explains what is due, piece by piece', () => {
  const calendar = { ...berlin, holidays: [{ day: '2026-05-25', name: 'Whit Monday' }] };
  const found = explainSla({
    // Thursday 14:40 by the clocks of Berlin; on hold from 15:00 to 17:00.
    log: [
      opened('2026-05-21T12:40Z', calendar, 2),
      { kind: 'held', at: at('2026-05-21T13:00Z') },
      { kind: 'resumed', at: at('2026-05-21T15:00Z') },
      { kind: 'priority', at: at('2026-05-21T15:30Z'), priority: 1 },
    ],
    now: at('2026-05-22T06:40Z'),
    promised,
  });
  expect(found).toMatchObject({
    state: 'running',
    due: at('2026-05-22T08:40Z'),
    workedMs: 2 * HOUR,
    pausedMs: 2 * HOUR,
    closedMs: 14 * HOUR,
    remainingMs: 2 * HOUR,
  });
  const clock = (ms: number) => new Date(ms + 2 * HOUR).toISOString().slice(8, 16).replace('T', ' ');
  const lines = found.lines.map(({ kind, from, to, why, promisedMinutes, ahead }) =>
    [clock(from), clock(to), kind, why, promisedMinutes, ahead && 'ahead'].filter(Boolean).join(' '),
  );
  expect(lines).toEqual([
    '21 14:40 21 14:40 opened 2400',
    '21 14:40 21 15:00 worked',
    '21 15:00 21 15:00 held',
    '21 15:00 21 17:00 paused hold',
    '21 17:00 21 17:00 resumed',
    '21 17:00 21 17:30 worked',
    '21 17:30 21 17:30 priority 240',
    '21 17:30 21 18:00 worked',
    '21 18:00 22 08:00 closed night',
    '22 08:00 22 08:40 worked',
    '22 08:40 22 10:40 worked ahead',
    '22 10:40 22 10:40 due',
  ]);
});

test('says why it is closed: a break, a night, a weekend, a holiday by its name', () => {
  const calendar: CenterTimes = {
    ...berlin,
    hours: berlin.hours.flatMap(({ weekday }) => [
      { weekday, opens: 480, closes: 720 },
      { weekday, opens: 780, closes: 1080 },
    ]),
    holidays: [{ day: '2026-05-25', name: 'Whit Monday' }],
  };
  const closed = (from: string, until: string) =>
    explainSla({ log: [opened(from, calendar, 0)], now: at(until), promised }).lines.flatMap((line) =>
      line.kind === 'closed' ? [[line.why, line.ms / HOUR, ...(line.holidays ?? [])]] : [],
    );
  expect(closed('2026-05-14T06:00Z', '2026-05-15T07:00Z')).toEqual([
    ['break', 1],
    ['night', 14],
  ]);
  expect(closed('2026-05-15T14:00Z', '2026-05-18T07:00Z')).toEqual([['weekend', 62]]);
  expect(closed('2026-05-22T14:00Z', '2026-05-26T07:00Z')).toEqual([['holiday', 86, 'Whit Monday']]);
});

test('is met by whoever completes it in time, missed by whoever does not, also while it is held', () => {
  const state = (end: ClockEvent['kind'], time: string, now = time, rank = 1) => {
    const {
      state: is,
      due,
      why,
    } = slaOf({
      log: [opened('2026-05-21T07:00Z', berlin, rank), { kind: end, at: at(time) } as ClockEvent],
      now: at(now),
      promised,
    });
    return [is, due && new Date(due).toISOString().slice(11, 16), why];
  };
  expect(state('completed', '2026-05-21T11:00Z')).toEqual(['met', '11:00', undefined]);
  expect(state('completed', '2026-05-21T11:01Z')).toEqual(['missed', '11:00', undefined]);
  expect(state('completed', '2026-05-21T10:00Z', '2026-05-25T10:00Z')).toEqual(['met', '11:00', undefined]);
  expect(state('held', '2026-05-21T10:00Z', '2026-05-25T10:00Z')).toEqual(['running', null, 'on-hold']);
  expect(state('held', '2026-05-21T12:00Z')).toEqual(['missed', '11:00', undefined]);
  expect(state('rejected', '2026-05-21T12:00Z')).toEqual(['none', null, 'dropped']);
  expect(state('completed', '2026-05-21T12:00Z', undefined, 0)).toEqual(['none', null, 'no-promise']);
  expect(state('completed', '2026-05-21T07:00Z', undefined, 3)).toEqual(['met', '07:00', undefined]);
});

test('opened again, it goes on from where it stood', () => {
  const log: ClockEvent[] = [
    opened('2026-05-21T07:00Z'),
    { kind: 'completed', at: at('2026-05-21T08:00Z') },
    { kind: 'reopened', at: at('2026-05-21T10:00Z') },
  ];
  const found = explainSla({ log, now: at('2026-05-21T11:00Z'), promised });
  expect(found).toMatchObject({ workedMs: 2 * HOUR, pausedMs: 2 * HOUR, due: at('2026-05-21T13:00Z') });
  expect(found.lines.find(({ kind }) => kind === 'paused')).toMatchObject({ why: 'finished' });
});

test('a center without hours, or with hardly any, is no endless search', () => {
  const never = { ...berlin, hours: [] };
  expect(dueAfter(never, new Date(), 1)).toBeNull();
  const found = explainSla({
    log: [opened('2026-05-21T07:00Z', never)],
    now: at('2026-06-21T07:00Z'),
    promised,
  });
  expect(found).toMatchObject({ state: 'none', due: null, why: 'no-hours', workedMs: 0 });
  expect(found.lines.map(({ kind, why }) => why ?? kind)).toEqual(['opened', 'no-hours']);
  // Half an hour on Mondays, and half a year of working time.
  const hardly = week('America/New_York', 600, 630, [1]);
  expect(dueAfter(hardly, new Date('2026-01-05T12:00Z'), 26 * 30)).toEqual(new Date('2026-06-29T14:30Z'));
  expect(dueAfter(hardly, new Date('2026-01-05T12:00Z'), 180 * 1440)).toBeNull();
  const far = slaOf({ log: [opened('2026-01-05T12:00Z', hardly)], now: 0, promised: () => 1e9 });
  expect(far).toMatchObject({ state: 'running', due: null, why: 'too-far' });
});

test('years of waiting are told in a few lines that still add up', () => {
  const { lines, workedMs, closedMs } = explainSla({
    log: [opened('2016-05-21T07:00Z')],
    now: at('2026-05-21T07:00Z'),
    promised: () => 1_000_000,
  });
  expect(lines.length).toBeLessThan(120);
  const sum = (wanted: string) =>
    lines.reduce((ms, { kind, ahead, ms: more }) => ms + (kind === wanted && !ahead ? more : 0), 0);
  expect([sum('worked'), sum('closed')]).toEqual([workedMs, closedMs]);
});

test('a log without a beginning is refused, steps that change nothing are passed over', () => {
  expect(() => slaOf({ log: [{ kind: 'held', at: 0 }], now: 0, promised })).toThrow(RangeError);
  const { lines } = explainSla({
    log: [
      opened('2026-05-21T07:00Z'),
      { kind: 'resumed', at: at('2026-05-21T07:10Z') },
      { kind: 'reopened', at: at('2026-05-21T07:20Z') },
      { kind: 'held', at: at('2026-05-22T07:20Z') },
    ],
    now: at('2026-05-21T08:00Z'),
    promised,
  });
  expect(lines.map(({ kind }) => kind)).toEqual(['opened', 'worked', 'worked', 'due']);
});
