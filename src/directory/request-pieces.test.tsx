import { expect, test } from 'vitest';
import { clockAt, catalogue, serviceRequestOf } from './test-requests.ts';
import { sumOf } from './request-clock.tsx';
import { dueWords } from './request-due.ts';
import { answersOf } from './request-facts.tsx';
import { eventWords } from './request-history.tsx';
import { findTypes, promisedMinutes, typesOf } from './request-types.ts';

const HOUR = 3_600_000;
const now = Date.parse('2027-03-02T10:00:00Z');
const at = (more: Parameters<typeof serviceRequestOf>[1]) =>
  dueWords(serviceRequestOf(1, { dueAt: now + 5 * HOUR, dateRequired: now + 6 * HOUR, ...more }), now);

test('the clock in words: due by the sooner of promise and wish, overdue, paused, done', () => {
  expect(at({}).kind).toBe('due');
  expect(at({ dateRequired: now + 0.5 * HOUR }).kind).toBe('soon');
  expect(at({ dueAt: now - 2 * HOUR })).toEqual({ kind: 'overdue', text: 'Overdue by 2h' });
  const held = serviceRequestOf(1, { state: 'hold', dateRequired: now + HOUR });
  delete held.dueAt;
  expect(dueWords(held, now)).toEqual({ kind: 'paused', text: 'Paused on hold' });
  expect(dueWords({ ...held, dateRequired: now - HOUR }, now).text).toBe('Overdue by 1h, on hold');
  expect(at({ approval: 'awaiting' }).kind).toBe('paused');
  expect(at({ state: 'completed', promiseMet: true, closedAt: now }).kind).toBe('met');
  expect(at({ state: 'completed', promiseMet: false, closedAt: now }).kind).toBe('missed');
  expect(at({ state: 'rejected', closedAt: now }).kind).toBe('closed');
});

test('what the clock is made of, in one sentence', () => {
  expect(sumOf(clockAt(now))).toMatch(
    /^Due .*\. Promised within 4h of opening hours: 3h counted, 2h paused, 15h closed\.$/,
  );
  const held = { ...clockAt(now), due: null, why: 'on-hold' as const };
  expect(sumOf(held)).toMatch(/^The clock stands while it is on hold\./);
});

test('answers are told in words, and those to dropped questions stay', () => {
  const answers = answersOf({
    fields: [
      { id: 1, code: 'wet', name: 'Wet', kind: 'yes-no', required: false, sortOrder: 1, choices: [] },
      { id: 2, code: 'day', name: 'Day', kind: 'date', required: false, sortOrder: 2, choices: [] },
    ],
    fieldValue: [
      { id: 1, code: 'wet', name: 'Wet', value: 'true' },
      { id: 2, code: 'day', name: 'Day', value: '2027-03-01' },
      { id: 3, code: 'old', name: 'Old', value: 'true' },
    ],
  });
  expect(answers.map(({ value }) => value)).toEqual(['Yes', expect.stringContaining('2027'), 'true']);
});

test('a line of the log says what it speaks of', () => {
  const line = { id: 1, at: now } as const;
  expect(eventWords({ ...line, kind: 'held', to: { id: 1, name: 'Waiting for a part' } })).toBe(
    'Put on hold: Waiting for a part',
  );
  expect(eventWords({ ...line, kind: 'held' })).toBe('Put on hold');
  expect(eventWords({ ...line, kind: 'unassigned', from: { id: 1, name: 'Zoë' } })).toBe('Taken from Zoë');
});

test('types are found by every word of category, product and name', () => {
  const entries = typesOf(catalogue);
  const names = (text: string) => findTypes(entries, text).map(({ type }) => type.name);
  expect(names('flick equip')).toEqual(['Projector flickers']);
  expect(names('WÁTER')).toEqual(['Water leak']);
  expect(names('light')).toEqual([]);
  const promised = { ...entries[0]!.type, promises: [{ priority: { id: 1, name: 'Urgent' }, minutes: 15 }] };
  expect([promisedMinutes(promised as never, 1), promisedMinutes(promised as never, 3)]).toEqual([15, 60]);
});
