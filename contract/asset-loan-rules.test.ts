import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOverdue, loanStateAfter, loanStates, nextReminder, reminderKind } from './asset-loan-rules.ts';

test('every step from every state', () => {
  const after = (step: Parameters<typeof loanStateAfter>[1]) =>
    loanStates.map((state) => loanStateAfter(state, step));
  expect(after('handOver')).toEqual(['out', 'out', undefined, undefined]);
  expect(after('return')).toEqual([undefined, 'returned', 'returned', undefined]);
  expect(after('cancel')).toEqual(['cancelled', undefined, undefined, 'cancelled']);
  expect(loanStates.map((state) => isOverdue({ state, dueDate: 5 }, 5))).toEqual([false, true, false, false]);
  expect(isOverdue({ state: 'out', dueDate: 5 }, 4)).toBe(false);
});

const DAY = 86_400_000;
test('reminders come once before the due date, once on it, and then every so many days', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 * DAY }),
      fc.integer({ min: 0, max: 60 * DAY }),
      fc.record({
        daysBefore: fc.integer({ min: 1, max: 30 }),
        overdueDays: fc.integer({ min: 1, max: 60 }),
      }),
      fc.integer({ min: 0, max: 3 * DAY }),
      (dueDate, lentAt, rules, late) => {
        let at = nextReminder(dueDate, lentAt, rules);
        const kinds: string[] = [];
        for (let turn = 0; turn < 6; turn += 1) {
          // The clock looks a little later than it was set for.
          const now = at + late;
          kinds.push(reminderKind(dueDate, at, now));
          const next = nextReminder(dueDate, now, rules);
          expect(next).toBeGreaterThan(now);
          if (at >= dueDate) expect((next - dueDate) % (rules.overdueDays * DAY)).toBe(0);
          at = next;
        }
        expect(kinds.filter((kind) => kind === 'due-soon').length).toBeLessThanOrEqual(1);
        expect(kinds.filter((kind) => kind === 'due').length).toBeLessThanOrEqual(1);
        expect(kinds).toEqual(
          kinds.toSorted(
            (a, b) => ['due-soon', 'due', 'overdue'].indexOf(a) - ['due-soon', 'due', 'overdue'].indexOf(b),
          ),
        );
        expect(kinds.at(-1)).toBe('overdue');
      },
    ),
  );
});
