import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { match } from '#src/lib/fuzzy.ts';
import { ClockIcon } from '#src/ui/icons.tsx';
import type { Entry, Group } from './palette-entries.ts';
import { recentOf } from './palette-recent.ts';

/** A way to match below this is first letters or a typing mistake: records that were found go before it. */
const SURE = 300;
/** Found by a word beside its title, a place counts less than by the title itself. */
const BESIDE = 150;
const MOST_PLACES = 6;

export const groupLabels: Record<Group, () => string> = {
  exact: m.find_group_exact,
  recent: m.find_group_recent,
  action: m.find_group_action,
  page: m.find_group_page,
  person: m.find_group_person,
  space: m.find_group_space,
  asset: m.find_group_asset,
  parcel: m.find_group_parcel,
  request: m.find_group_request,
  move: m.find_group_move,
};
export type Section = { group: Group; entries: Entry[] };

type Scored = { entry: Entry; score: number };
function scored(entry: Entry, text: string): Scored | undefined {
  const found = match(text, entry.title);
  const beside = entry.also ? match(text, `${entry.title} ${entry.also}`) : undefined;
  if (found && found.score >= (beside?.score ?? 0) - BESIDE)
    return { entry: { ...entry, marks: found.marks }, score: found.score };
  // What is mistyped in words that nobody sees surprises more than it helps.
  return beside && beside.score >= SURE ? { entry, score: beside.score - BESIDE } : undefined;
}

const sectionsOf = (entries: readonly Entry[]): Section[] => {
  const groups = [...new Set(entries.map(({ group }) => group))];
  return groups.map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) }));
};

/** Before anything is typed: what was chosen last, as far as it is still there, and everything that can be begun. */
export function firstSections(me: Me, places: readonly Entry[]): Section[] {
  const known = new Map(places.map((entry) => [entry.key, entry]));
  const recent = recentOf(me.id).flatMap((one): Entry[] => {
    const isPlace = /^(action|page) /.test(one.key);
    const place = known.get(one.key);
    if (isPlace && !place) return [];
    return [{ icon: ClockIcon, ...one, ...place, group: 'recent' } as Entry];
  });
  const chosen = new Set(recent.map(({ key }) => key));
  return sectionsOf([
    ...recent,
    ...places.filter(({ group, key }) => group === 'action' && !chosen.has(key)),
  ]);
}

/** What a text means: codes, then pages and actions that surely bear it, records, and last what it may have meant. */
export function sectionsFor(text: string, places: readonly Entry[], records: readonly Entry[]): Section[] {
  const fitting = places
    .flatMap((entry) => scored(entry, text) ?? [])
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_PLACES);
  const local = sectionsOf(fitting.map(({ entry }) => entry));
  const [exact, others] = [
    records.filter(({ group }) => group === 'exact'),
    records.filter(({ group }) => group !== 'exact'),
  ];
  const sure = (fitting[0]?.score ?? 0) >= SURE;
  return [...sectionsOf(exact), ...(sure ? local : []), ...sectionsOf(others), ...(sure ? [] : local)];
}
