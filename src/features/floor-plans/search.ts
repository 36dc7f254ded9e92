import { numberIn } from '#src/lib/address.ts';

/** `space`: the one that is chosen. `edit`: administrators change the plan. */
export type FloorSearch = { space?: number; edit?: true };

const idOf = (value: unknown) => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};

/** Reads an address that anybody may have written. */
export function readFloorSearch(raw: Record<string, unknown>): FloorSearch {
  const space = idOf(raw.space);
  return { ...(space && { space }), ...(raw.edit === true && { edit: true }) };
}
