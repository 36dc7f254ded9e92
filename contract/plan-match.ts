type Space = { id: number; name: string };
export type PlanMatch<S extends Space = Space> = { space: S; elementId: string };

/** Drawing programs write what an id may not hold as its code: `_x2E_` for a dot. */
const decoded = (id: string) =>
  id.replace(/_x([0-9a-f]{2,4})_/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

/**
 * A name or id as its letters and numbers, however they are written: `A1.1.07-a`, `a1 1 7 A` and `A1_1_07_A` are
 * the same. Numbers lose leading zeros.
 */
export const matchKey = (text: string): string =>
  partsOf(text)
    .map((part) => part.replace(/^0+(?=\p{N})/u, ''))
    .join('-');

function partsOf(text: string): string[] {
  const plain = decoded(text).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.match(/\p{L}+|\p{N}+/gu) ?? [];
}

/** Pairs what has one and the same key, and only one of each side has it. */
function pairUp<S extends Space>(
  spaces: readonly S[],
  elements: readonly string[],
  keyOf: (text: string) => string,
): PlanMatch<S>[] {
  const groups = new Map<string, { spaces: S[]; elements: string[] }>();
  const groupOf = (key: string) => {
    const group = groups.get(key) ?? { spaces: [], elements: [] };
    groups.set(key, group);
    return group;
  };
  for (const space of spaces) groupOf(keyOf(space.name)).spaces.push(space);
  for (const element of elements) groupOf(keyOf(element)).elements.push(element);
  const pairs: PlanMatch<S>[] = [];
  for (const [key, group] of groups)
    if (key !== '' && group.spaces.length === 1 && group.elements.length === 1)
      pairs.push({ space: group.spaces[0]!, elementId: group.elements[0]! });
  return pairs;
}

const endsWith = (long: string, short: string) => long.endsWith(`-${short}`);

/** `07-A` and `A1-1-07-A`: one is the end of the other, where that leaves one choice on both sides. */
function pairEnds<S extends Space>(spaces: readonly S[], elements: readonly string[]): PlanMatch<S>[] {
  const keys = elements.map((id) => ({ id, key: matchKey(id) })).filter(({ key }) => /\d/.test(key));
  const claims = new Map<string, S[]>();
  for (const space of spaces) {
    const name = matchKey(space.name);
    if (!/\d/.test(name)) continue;
    const candidates = keys.filter(({ key }) => endsWith(key, name) || endsWith(name, key));
    const [only, ...others] = candidates;
    if (!only || others.length > 0) continue;
    const { id } = only;
    claims.set(id, [...(claims.get(id) ?? []), space]);
  }
  return [...claims].flatMap(([elementId, claimed]) =>
    claimed.length === 1 ? [{ space: claimed[0]!, elementId }] : [],
  );
}

/**
 * Which element of a drawing is which space, by their names: letter for letter first, then however they are
 * written, then by their ends. What could be two things is left to a person.
 */
export function matchSpaces<S extends Space>(
  spaces: readonly S[],
  elementIds: readonly string[],
): PlanMatch<S>[] {
  const matches: PlanMatch<S>[] = [];
  let [openSpaces, openElements] = [spaces, elementIds];
  const steps = [
    () => pairUp(openSpaces, openElements, (text) => text),
    () => pairUp(openSpaces, openElements, (text) => partsOf(text).join('-')),
    () => pairUp(openSpaces, openElements, matchKey),
    () => pairEnds(openSpaces, openElements),
  ];
  for (const step of steps) {
    const found = step();
    matches.push(...found);
    const taken = new Set<unknown>(found.flatMap(({ space, elementId }) => [space, elementId]));
    openSpaces = openSpaces.filter((space) => !taken.has(space));
    openElements = openElements.filter((id) => !taken.has(id));
  }
  return matches.sort((a, b) => a.space.name.localeCompare(b.space.name, undefined, { numeric: true }));
}
