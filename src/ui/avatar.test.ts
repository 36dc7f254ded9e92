import fc from 'fast-check';
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
  const part = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(part, part, part, (...rgb) => {
      const color = `#${rgb.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
      const on = luminance(color);
      const ink = luminance(inkOn(color) === '#fff' ? '#ffffff' : '#000000');
      expect((Math.max(on, ink) + 0.05) / (Math.min(on, ink) + 0.05)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

/** WCAG 2.2, relative luminance, written down a second time so that a slip in one shows in the other. */
function luminance(color: string): number {
  const weights = [0.2126, 0.7152, 0.0722];
  return weights.reduce((sum, weight, at) => {
    const share = Number.parseInt(color.slice(1 + at * 2, 3 + at * 2), 16) / 255;
    return sum + weight * (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4);
  }, 0);
}
