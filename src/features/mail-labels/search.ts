import type { LayoutName } from './layouts.ts';
import { numberIn, textIn } from '#src/lib/address.ts';

/** The server prints no more at once. */
export const MOST = 500;
const names = ['roll', 'a4-24', 'a4-14'] as const satisfies readonly LayoutName[];

export type LabelSearch = {
  /** Comma-separated ids of parcels. */
  ids: string;
  layout?: LayoutName;
  /** The first free place on the first sheet, from 1. */
  start?: number;
};

/** Reads an address that anybody may have written. */
export function readLabelSearch({ ids, layout, start }: Record<string, unknown>): LabelSearch {
  const known = names.find((name) => name === layout);
  const from = numberIn(start);
  const list = textIn(ids)
    .split(',')
    .map(Number)
    .filter((id) => Number.isSafeInteger(id) && id > 0);
  return {
    ids: [...new Set(list)].slice(0, MOST).join(','),
    ...(known && { layout: known }),
    ...(Number.isSafeInteger(from) && from > 1 && { start: from }),
  };
}

export const idsIn = ({ ids }: LabelSearch) => (ids === '' ? [] : ids.split(',').map(Number));
