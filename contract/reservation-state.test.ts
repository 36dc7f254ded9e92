import { expect, test } from 'vitest';
import { stateAfter } from './reservation-state.ts';

test('every step from every state', () => {
  const states = ['booked', 'checked_in', 'checked_out', 'cancelled', 'released'] as const;
  const after = (step: Parameters<typeof stateAfter>[1]) => states.map((state) => stateAfter(state, step));
  expect(after('checkIn')).toEqual(['checked_in', 'checked_in', undefined, undefined, undefined]);
  expect(after('checkOut')).toEqual([undefined, 'checked_out', 'checked_out', undefined, undefined]);
  expect(after('cancel')).toEqual(['cancelled', 'cancelled', undefined, 'cancelled', undefined]);
  expect(after('release')).toEqual(['released', undefined, undefined, undefined, 'released']);
});
