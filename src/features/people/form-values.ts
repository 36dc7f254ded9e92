import type { User } from '#contract/users.ts';
import { costCentersOf, placeOf } from './person-facts.ts';

export type Named = { id: number; name: string };

export const textNames = [
  'firstName',
  'lastName',
  'email',
  'userName',
  'knownAs',
  'jobTitle',
  'department',
  'company',
  'employeeId',
  'phone',
  'extension',
  'mobile',
  'fax',
  'color',
  'comments',
] as const;
export type TextName = (typeof textNames)[number];

/** What a form about somebody holds: empty texts and null where there is nothing. */
export type PersonValues = Record<TextName, string> & {
  floorWarden: boolean;
  specialNeeds: boolean;
  userType: Named | null;
  manager: Named | null;
  room: Named | null;
  mailStop: Named | null;
  defaultVisitorCenter: Named | null;
  costCenter: Named | null;
  costCenters: Named[];
};
const references = ['userType', 'manager', 'room', 'mailStop', 'defaultVisitorCenter', 'costCenter'] as const;

const named = (one: { id?: number | undefined; name?: string | undefined } | undefined): Named | null =>
  one?.id === undefined ? null : { id: one.id, name: one.name ?? String(one.id) };

/** What the form begins with; without a person, an empty one. */
export function valuesOf(person?: User): PersonValues {
  const texts = Object.fromEntries(textNames.map((name) => [name, person?.[name] ?? ''])) as Record<
    TextName,
    string
  >;
  const place = person && placeOf(person);
  const first = named(person?.costCenter as Partial<Named> | undefined);
  return {
    ...texts,
    floorWarden: person?.floorWarden ?? false,
    specialNeeds: person?.specialNeeds ?? false,
    userType: named(person?.userType),
    manager: named(person?.manager),
    room: named(place),
    mailStop: named(person?.mailStop),
    defaultVisitorCenter: named(person?.defaultVisitorCenter),
    costCenter: first,
    costCenters: person ? costCentersOf(person).filter(({ id }) => id !== first?.id) : [],
  };
}

const idsOf = (items: readonly Named[]) => items.map(({ id }) => id).toSorted((a, b) => a - b);

/**
 * Only what is different, as the server takes it: what others changed meanwhile stays. Texts that are empty in a
 * new person are left to the server; what was emptied is taken away.
 */
export function changesOf(before: PersonValues, after: PersonValues): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  for (const name of textNames) {
    const text = after[name].trim();
    if (text !== before[name]) changes[name] = text === '' ? null : text;
  }
  for (const name of ['floorWarden', 'specialNeeds'] as const)
    if (after[name] !== before[name]) changes[name] = after[name];
  for (const name of references)
    if (after[name]?.id !== before[name]?.id) changes[name] = after[name] && { id: after[name].id };
  if (String(idsOf(after.costCenters)) !== String(idsOf(before.costCenters)))
    changes.costCenters = idsOf(after.costCenters).map((id) => ({ id }));
  return changes;
}
