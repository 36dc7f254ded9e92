import * as m from '#messages';

export type LayoutName = 'roll' | 'a4-24' | 'a4-14' | 'a4-2';
/** All measures in millimetres. */
export type Layout = {
  name: LayoutName;
  label: () => string;
  page: { width: number; height: number };
  columns: number;
  rows: number;
  size: { width: number; height: number };
  /** From the edges of the page to the first label, and from one label to the next. */
  top: number;
  left: number;
  gap: number;
};

const A4 = { width: 210, height: 297 };
/** The label printer of 100 × 62, the sheets of three by eight (as L7159) and two by seven (as L7163), half a sheet. */
export const layouts: Record<LayoutName, Layout> = {
  roll: {
    name: 'roll',
    label: m.labels_roll,
    page: { width: 100, height: 62 },
    columns: 1,
    rows: 1,
    size: { width: 100, height: 62 },
    top: 0,
    left: 0,
    gap: 0,
  },
  'a4-24': {
    name: 'a4-24',
    label: m.labels_a4_24,
    page: A4,
    columns: 3,
    rows: 8,
    size: { width: 63.5, height: 33.9 },
    top: 12.9,
    left: 7.25,
    gap: 2.5,
  },
  'a4-14': {
    name: 'a4-14',
    label: m.labels_a4_14,
    page: A4,
    columns: 2,
    rows: 7,
    size: { width: 99.1, height: 38.1 },
    top: 15.15,
    left: 4.65,
    gap: 2.5,
  },
  'a4-2': {
    name: 'a4-2',
    label: m.labels_a4_2,
    page: A4,
    columns: 1,
    rows: 2,
    size: { width: 210, height: 148.5 },
    top: 0,
    left: 0,
    gap: 0,
  },
};
/** What labels are printed on; the half sheet is for what is read from afar. */
export const labelPapers: readonly LayoutName[] = ['roll', 'a4-24', 'a4-14'];

export const placesOf = ({ columns, rows }: Layout) => columns * rows;

/**
 * Labels on their pages. `start` is the first free place of the first sheet, from 1; the places before it
 * are undefined, for they have been used.
 */
export function pagesOf<T>(labels: readonly T[], layout: Layout, start: number): (T | undefined)[][] {
  const places = placesOf(layout);
  const skipped = Math.min(Math.max(1, start), places) - 1;
  const all = [...Array.from({ length: skipped }, () => undefined), ...labels];
  const pages = [];
  for (let at = 0; at < all.length; at += places) pages.push(all.slice(at, at + places));
  return labels.length === 0 ? [] : pages;
}

/** Where the nth place of a page begins. */
export function placeAt({ columns, size, top, left, gap }: Layout, nth: number) {
  const column = nth % columns;
  const row = Math.floor(nth / columns);
  return { left: left + column * (size.width + gap), top: top + row * size.height };
}

/** What fits on a label as bars: longer ones would be too fine to print, others Code 128 cannot say. */
export const barsFor = (code: string) => (/^[\x20-\x7e]{1,26}$/.test(code) ? code : undefined);

/** The largest size that fits, between `least` and `most`, to a tenth; `least` when none does. */
export function fitSize(least: number, most: number, fits: (size: number) => boolean): number {
  let [low, high] = [Math.round(least * 10), Math.round(most * 10)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle / 10)) low = middle;
    else high = middle - 1;
  }
  return low / 10;
}
