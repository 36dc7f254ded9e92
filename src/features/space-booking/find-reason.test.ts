import { describe, expect, test } from 'vitest';
import type { AvailableSpace } from '#contract/availability.ts';
import { lengthInWords } from '#src/directory/rule-words.ts';
import { reasonInWords } from './find-reason.ts';

type Rule = Parameters<typeof reasonInWords>[1][number];
const space = (reason: AvailableSpace['reason'], timeZone = 'Europe/Amsterdam') => ({
  id: 4,
  type: { id: 2, name: 'Desk' },
  timeZone,
  reason,
});
const start = Date.parse('2026-03-03T09:00Z');
const said = (reason: AvailableSpace['reason'], rules: Rule[] = [], zone?: string) =>
  reasonInWords(space(reason, zone), rules, start);

test('what is free has no reason', () => expect(said(undefined)).toBeUndefined());

test('until when it is taken, by the clocks of the building', () => {
  const taken = { code: 'taken', until: Date.parse('2026-03-03T10:30Z') } as const;
  expect(said(taken)).toMatch(/^Taken until 11:30/);
  expect(said(taken, [], 'America/Toronto')).toMatch(/^Taken until 0?5:30/);
  expect(said({ code: 'taken', until: Date.parse('2026-03-05T10:30Z') })).toMatch(/Mar.*11:30/);
});

test('what a rule allows, in words', () => {
  expect(said({ code: 'too-small', limit: 4 })).toBe('Holds 4');
  expect(said({ code: 'rule-longest', limit: 120 })).toBe('At most 2 hours at a time');
  expect(said({ code: 'rule-ahead', limit: 14 })).toBe('At most 14 days ahead');
  expect(said({ code: 'rule-ahead', limit: 0 })).toBe('Only for today');
});

test.each([
  [1, '1 minute'],
  [90, '90 minutes'],
  [60, '1 hour'],
  [2880, '2 days'],
])('%i minutes are %s', (minutes, words) => expect(lengthInWords(minutes)).toBe(words));

describe('for whom it is kept', () => {
  const rule = (more: Partial<Rule>): Rule => ({ who: 'groups', costCenters: [], departments: [], ...more });
  const barred = { code: 'rule-who' } as const;
  const ofType = rule({ roomType: { id: 2, name: 'Desk' }, departments: ['Research'] });

  test('the rule of the space comes before that of its type', () => {
    expect(said(barred, [ofType])).toBe('Only for Research');
    const own = rule({ room: { id: 4, name: '2.14' }, who: 'managers' });
    expect(said(barred, [ofType, own])).toBe('Only managers book this');
  });
  test('several groups, and a rule that is not known yet', () => {
    const two = rule({
      room: { id: 4, name: '' },
      costCenters: [{ id: 1, name: 'R&D' }],
      departments: ['Labs'],
    });
    expect(said(barred, [two])).toBe('Only for R&D or Labs');
    expect(said(barred)).toBe('Only for certain groups');
  });
});
