import { expect, test } from 'vitest';
import { initials, inkOn } from './avatar.tsx';

test.each([
  ['Marta Kowalczyk', 'MK'],
  ['  Þóra  Anna Guðmundsdóttir ', 'ÞG'],
  ['madonna', 'M'],
  ['山田太郎', '山'],
  ['ليلى حداد', 'لح'],
  ['👩‍🚀 Space', '👩‍🚀S'],
  ['', ''],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

test('initials can be read on any colour', () => {
  expect(inkOn('#ffff00')).toBe('#1c1e24');
  expect(inkOn('#434fbf')).toBe('#fff');
});
