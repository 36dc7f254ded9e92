import { expect, test } from 'vitest';
import { bodyOf, fieldsOf } from './form-values.ts';
import { nextSpace } from './next-space.ts';
import { spaceOfCode } from './space-of-code.ts';
import { answer, audit, progress } from './test-audits.ts';
import { addRow, afterReload, answered, failed, seenIn, unsent, type WalkList } from './walk-list.ts';

const scanned = (list: WalkList, key: string) =>
  addRow(list, { key, code: key, room: { id: 11, name: '0.02' }, at: 1 });

test('the codes that doors and desks bear are spaces, those of assets are not', () => {
  expect(spaceOfCode('https://atrium.example/s/12')).toBe(12);
  expect(spaceOfCode(' /s/12?x=1 ')).toBe(12);
  for (const other of [
    'AT-12',
    's12',
    'https://atrium.example/s/',
    'https://atrium.example/s/0',
    '/assets/12',
  ])
    expect(spaceOfCode(other)).toBeUndefined();
});

test('the next space goes round the floor and leaves out what is done', () => {
  const [first, second] = progress().buildings[0]!.floors[0]!.spaces;
  const spaces = [first!, { ...second!, state: 'done' as const }, { ...second!, id: 13 }];
  expect(nextSpace(spaces, 11)?.id).toBe(13);
  expect(nextSpace(spaces, 13)?.id).toBe(11);
  expect(nextSpace([first!], 11)).toBeUndefined();
});

test('however many are done, what the server does not have is never dropped', () => {
  let list = failed(scanned([], 'lost'), 'lost', 'no answer');
  for (let at = 1; at <= 150; at++) list = answered(scanned(list, `k${at}`), `k${at}`, answer(at));
  expect(unsent(list).map(({ key }) => key)).toEqual(['lost']);
  expect(list.length).toBeLessThanOrEqual(101);
  expect(seenIn(list, 11).has(150)).toBe(true);
});

test('a reload in the middle of sending leaves a scan to be sent again; the same answer twice is one row', () => {
  expect(afterReload(scanned([], 'a')).map(({ state }) => state)).toEqual(['failed']);
  const once = answered(scanned([], 'a'), 'a', answer(1));
  expect(answered(scanned(once, 'b'), 'b', answer(1))).toHaveLength(1);
});

test('a rule is sent when it is another one; one that the form cannot say stays', () => {
  const yearly = audit({ recurrence: { rule: 'FREQ=YEARLY', start: '2026-11-22T10:30' } });
  const same = fieldsOf(yearly, '2027-01-01');
  expect(bodyOf(same, yearly)).not.toHaveProperty('recurrence');
  expect(bodyOf({ ...same, start: '2026-12-01' }, yearly).recurrence).toEqual({
    rule: 'FREQ=YEARLY',
    start: '2026-12-01T10:30',
  });
  expect(bodyOf({ ...same, repeat: { ...same.repeat, every: 'none' } }, yearly).recurrence).toBeNull();
  const own = audit({ recurrence: { rule: 'FREQ=MONTHLY;BYDAY=1MO', start: '2026-11-22T10:30' } });
  expect(bodyOf(fieldsOf(own, '2027-01-01'), own)).not.toHaveProperty('recurrence');
});
