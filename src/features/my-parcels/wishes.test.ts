import fc from 'fast-check';
import { expect, test } from 'vitest';
import { item } from '#src/directory/test-desk.ts';
import { type HoldChoice, holdEnd, isWish, maySay, sectionsOf } from './wishes.ts';

const pending = (reason: 'hold' | 'forward' | 'damaged') =>
  item(1, { currentQueue: 'PENDING', pending: { reason } });

test('a wish can be taken back; what the desk put aside cannot', () => {
  expect(isWish(pending('hold'))).toBe(true);
  expect(isWish(pending('forward'))).toBe(true);
  expect(isWish(pending('damaged'))).toBe(false);
  expect(maySay(pending('damaged'))).toBe(false);
});

test('nothing can be asked of what is delivered, under way to another center, or in a bag', () => {
  expect(maySay(item(1))).toBe(true);
  expect(maySay(item(1, { currentQueue: 'OUT' }))).toBe(false);
  expect(maySay(item(1, { currentQueue: 'TRANSFER' }))).toBe(false);
  expect(maySay(item(1, { bag: { id: 1, code: 'BAG-000001' } }))).toBe(false);
});

test('what is put aside stands apart', () => {
  const { waiting, held } = sectionsOf([item(2), pending('hold')]);
  expect([waiting.length, held.length]).toEqual([1, 1]);
});

test('a hold ends in the morning', () => {
  const monday = new Date(2026, 2, 2, 15, 30);
  const at = (choice: HoldChoice, day = '') => holdEnd(choice, day, monday);
  expect(at('tomorrow')).toBe(new Date(2026, 2, 3, 7).getTime());
  expect(at('monday')).toBe(new Date(2026, 2, 9, 7).getTime());
  expect(at('week')).toBe(new Date(2026, 2, 9, 7).getTime());
  expect(at('day', '2026-03-20')).toBe(new Date(2026, 2, 20, 7).getTime());
  expect(at('day', '2026-03-02')).toBeUndefined();
  expect(at('day', '')).toBeUndefined();
  expect(at('open')).toBeUndefined();
});

test('whatever the day, the presets lie ahead and within eight days', () => {
  const days = fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom<HoldChoice>('tomorrow', 'monday', 'week'), (now, choice) => {
      const end = holdEnd(choice, '', now)!;
      expect(end).toBeGreaterThan(now.getTime());
      expect(end - now.getTime()).toBeLessThan(8 * 86_400_000);
      if (choice === 'monday') expect(new Date(end).getDay()).toBe(1);
    }),
  );
});
