import type { User } from '#contract/users.ts';

/** A space as people carry it; {} where somebody has none. */
type Space = {
  id?: number;
  name?: string;
  mailStop?: { name?: string };
  floor?: { name?: string; building?: { name?: string } };
};

/** Where somebody sits: the space, and what it lies in; undefined without one. */
export function placeOf({ room }: Pick<User, 'room'>) {
  const { id, name, floor, mailStop } = room as Space;
  if (id === undefined || name === undefined) return undefined;
  const around = [floor?.name, floor?.building?.name].filter(Boolean).join(', ');
  return { id, name, around, stop: mailStop?.name };
}

/** One's own stop, else that of the space. */
export const stopOf = (person: Pick<User, 'room' | 'mailStop'>): string | undefined =>
  person.mailStop?.name ?? placeOf(person)?.stop;

/** The cost centers somebody belongs to, the default category's first. */
export function costCentersOf({ costCenter, costCenters = [] }: Pick<User, 'costCenter' | 'costCenters'>) {
  const first = costCenter as { id?: number; name?: string };
  const others = costCenters.map(({ id, name }) => ({ id, name }));
  return first.id !== undefined && first.name !== undefined
    ? [{ id: first.id, name: first.name }, ...others]
    : others;
}

/** A number as a phone dials it: without what makes it readable. */
export const dialled = (number: string) => `tel:${number.replaceAll(/[^\d+*#]/g, '')}`;
