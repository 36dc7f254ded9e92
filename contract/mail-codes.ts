import { trackingKey } from './tracking-number.ts';

// The codes that the desk gives itself, as its labels and tags print them and scanners read them.

const parse = (scanned: string, pattern: RegExp) => {
  const digits = pattern.exec(trackingKey(scanned))?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** A-000123 */
export const runningNumberText = (running: number): string => `A-${String(running).padStart(6, '0')}`;
/** The number behind A-000123, also written a000123 or A123; undefined for anything else. */
export const runningNumberOf = (scanned: string) => parse(scanned, /^A0*([1-9]\d{0,8})$/);
/** Only as a label prints it: a courier may well number parcels A123, and none A-000123. */
export const printedRunningNumberOf = (scanned: string) =>
  /^A\d{6,9}$/.test(trackingKey(scanned)) ? runningNumberOf(scanned) : undefined;

/** BAG-000012 */
export const bagCode = (bag: number): string => `BAG-${String(bag).padStart(6, '0')}`;
/** The number behind BAG-000012, also written bag12; undefined for anything else. */
export const bagNumberOf = (scanned: string) => parse(scanned, /^BAG0*([1-9]\d{0,8})$/);

/** Only as a tag prints it. */
export const printedBagNumberOf = (scanned: string) =>
  /^BAG\d{6,9}$/.test(trackingKey(scanned)) ? bagNumberOf(scanned) : undefined;

/** The code that a person shows at the desk: P-, twelve letters and digits without I, L, O and U. */
const COLLECT_CODE = /^P[0-9A-HJKMNP-TV-Z]{12}$/;
export function collectCodeOf(scanned: string): string | undefined {
  const key = trackingKey(scanned);
  return COLLECT_CODE.test(key) ? `P-${key.slice(1)}` : undefined;
}
