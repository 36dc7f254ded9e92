import { expect, test } from 'vitest';
import { isComplete, morningOf, pendingAction } from './pending.ts';

const now = new Date(2026, 2, 2, 15).getTime();

test('only what belongs to the reason is sent', () => {
  const all = { day: '2026-03-05', forwardTo: ' Villa 7 ' };
  expect(pendingAction({ reason: 'hold', ...all }, now)).toEqual({
    reason: 'hold',
    until: new Date(2026, 2, 5, 7).getTime(),
  });
  expect(pendingAction({ reason: 'forward', ...all }, now)).toEqual({
    reason: 'forward',
    forwardTo: 'Villa 7',
  });
  expect(pendingAction({ reason: 'damaged', ...all }, now)).toEqual({ reason: 'damaged' });
});

test('a forward says where to; a hold ends ahead or is open', () => {
  expect(isComplete({ reason: 'forward', day: '', forwardTo: '  ' }, now)).toBe(false);
  expect(isComplete({ reason: 'hold', day: '', forwardTo: '' }, now)).toBe(true);
  expect(isComplete({ reason: 'hold', day: '2026-03-02', forwardTo: '' }, now)).toBe(false);
  expect(isComplete({ reason: 'refused', day: '2020-01-01', forwardTo: '' }, now)).toBe(true);
  expect(morningOf('nonsense', now)).toBeUndefined();
});
