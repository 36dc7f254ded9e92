import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  auditAssetState,
  auditStates,
  differenceOf,
  isUndecided,
  mayBecome,
  type AuditSight,
} from './asset-audit-state.ts';

const room = fc.option(fc.integer({ min: 1, max: 3 }), { nil: null });
const sight: fc.Arbitrary<AuditSight> = fc.record({
  expected: fc.boolean(),
  expectedRoom: room,
  expectedOwner: room,
  seenRoom: room,
  registerRoom: room,
  placed: fc.boolean(),
  removed: fc.boolean(),
  done: fc.boolean(),
});

test('what was seen is never missing, and what was not is never found', () => {
  fc.assert(
    fc.property(sight, (given) => {
      const state = auditAssetState(given);
      const seen = ['found', 'misplaced', 'unexpected'].includes(state);
      if (given.expected) expect(seen).toBe(given.seenRoom !== null);
      else expect(state).toBe('unexpected');
      // Finishing a space, and taking something out of the register, changes nothing about what was seen.
      if (seen) {
        expect(auditAssetState({ ...given, done: !given.done, removed: !given.removed })).toBe(state);
      }
      if (state === 'misplaced') {
        expect(given.seenRoom).not.toBe(given.expectedRoom);
        expect(
          auditAssetState({
            ...given,
            seenRoom: given.expectedRoom ?? 9,
            expectedRoom: given.expectedRoom ?? 9,
          }),
        ).toBe('found');
      }
    }),
  );
});

test('what is pending becomes missing when its space is finished, and removed when it is taken out', () => {
  const waiting: AuditSight = {
    expected: true,
    expectedRoom: 1,
    expectedOwner: null,
    seenRoom: null,
    registerRoom: 1,
    placed: false,
    removed: false,
    done: false,
  };
  expect(auditAssetState(waiting)).toBe('pending');
  expect(auditAssetState({ ...waiting, done: true })).toBe('missing');
  expect(auditAssetState({ ...waiting, done: true, removed: true })).toBe('removed');
  expect(auditAssetState({ ...waiting, seenRoom: 2 })).toBe('misplaced');
  expect(auditAssetState({ ...waiting, seenRoom: 2, registerRoom: 2 })).toBe('found');
  expect(auditAssetState({ ...waiting, seenRoom: 2, registerRoom: 2, placed: true })).toBe('misplaced');
  expect(auditAssetState({ ...waiting, seenRoom: 2, expectedRoom: null, expectedOwner: 5 })).toBe('found');
});

test('a difference is open until somebody decided, or it was put right on the spot and is whole', () => {
  expect(differenceOf('found', false)).toBeUndefined();
  expect(differenceOf('found', true)).toBe('damaged');
  expect(differenceOf('pending', true)).toBeUndefined();
  const open = { placed: false, damaged: false, decided: false };
  expect(isUndecided(undefined, open)).toBe(false);
  expect(isUndecided('misplaced', open)).toBe(true);
  expect(isUndecided('misplaced', { ...open, placed: true })).toBe(false);
  expect(isUndecided('misplaced', { ...open, placed: true, damaged: true })).toBe(true);
  expect(isUndecided('misplaced', { ...open, decided: true })).toBe(false);
});

test('a closed campaign stays closed', () => {
  for (const state of auditStates) {
    expect(mayBecome('closed', state)).toBe(false);
    expect(mayBecome('cancelled', state)).toBe(false);
    expect(mayBecome(state, 'planned')).toBe(false);
  }
  expect(mayBecome('open', 'closed')).toBe(false);
});
