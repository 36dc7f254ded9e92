import { numberIn, textIn } from '#src/lib/address.ts';
import type { LayoutName } from './label-layouts.ts';

/** Nobody prints more at once. */
const MOST = 500;
const names = ['roll', 'a4-24', 'a4-14'] as const satisfies readonly LayoutName[];

/** On what labels are printed. */
export type LabelPaper = {
  layout?: LayoutName;
  /** The first free place on the first sheet, from 1. */
  start?: number;
};
/** What the address of labels holds. */
export type LabelSearch = LabelPaper & {
  /** Comma-separated ids of what gets a label. */
  ids: string;
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
