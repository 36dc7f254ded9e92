import { numberIn, textIn } from '#src/lib/address.ts';
import { type Step, stepNames } from './draft.ts';

/** What the address of a request in the making holds. */
export type NewSearch = {
  /** Absent: the first. */
  step?: Step;
  /** Comma-separated ids of people who were chosen elsewhere. */
  people?: string;
  /** The request that is changed; absent for a new one. */
  request?: number;
  /** The floor that is looked at, and the space that is chosen on it. */
  floor?: number;
  space?: number;
};
const MOST = 500;

const idIn = (value: unknown): number | undefined => {
  const id = numberIn(value);
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
};
export const peopleIn = (list: string): number[] =>
  [...new Set(list.split(',').map(Number))].filter((id) => Number.isSafeInteger(id) && id > 0).slice(0, MOST);

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readNewSearch(raw: Record<string, unknown>): NewSearch {
  const step = stepNames.find((name) => name === raw.step && name !== 'why');
  const people = peopleIn(textIn(raw.people)).join(',');
  const [request, floor, space] = [idIn(raw.request), idIn(raw.floor), idIn(raw.space)];
  return {
    ...(step && { step }),
    ...(people && { people }),
    ...(request && { request }),
    ...(floor && { floor }),
    ...(space && { space }),
  };
}
