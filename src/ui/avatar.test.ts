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

/** WCAG 2.2: relative luminance of #rrggbb. */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test('initials are readable on any colour', () => {
  const colors = fc
    .integer({ min: 0, max: 0xff_ff_ff })
    .map((number) => `#${number.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colors, (color) => {
      const [dark, light] = [luminance(color), luminance(inkOn(color))].sort((a, b) => a - b);
      expect((light! + 0.05) / (dark! + 0.05)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 2000 },
  );
});
