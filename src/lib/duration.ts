import { locale } from './language.ts';

const MINUTE = 60_000;
const units = [
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
] as const;

/** A duration in ms in its two largest units: 2d 4h, 3h 20m, 5m. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const first = units.findIndex(([, size]) => minutes >= size);
  // Rounded to the smaller of the two, so that 59.9 minutes of a second unit are no 60.
  const smallest = units[Math.min(first + 1, units.length - 1)]![1];
  let rest = Math.round(minutes / smallest) * smallest;
  const words = units.slice(first, first + 2).flatMap(([unit, size], at) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    const style = { style: 'unit', unit, unitDisplay: 'narrow' } as const;
    return count > 0 || at === 0 ? new Intl.NumberFormat(locale(), style).format(count) : [];
  });
  return words.join(' ');
}
