import type { MoveConflict } from '#contract/move-effect.ts';
import type { PlanConflict } from '#contract/move-plan.ts';
import type { World } from './present-repository.ts';

const people = (count: number) => (count === 1 ? 'one person' : `${count} people`);
const places = (count: number) => (count === 1 ? 'one place' : `${count} places`);

/** Another request as somebody may be told of it. */
export type Mention = { id: number; date?: number };

/** The conflict in words. @param other undefined: the caller may not know which request it is */
export function sentenceOf(conflict: PlanConflict, { names }: World, other: Mention | undefined): string {
  const person = (id: number) => names.people.get(id) ?? 'This person';
  const space = (id: number) => names.spaces.get(id) ?? 'The space';
  const asset = (id: number) => names.assets.get(id) ?? 'The asset';
  const move = other ? `move ${other.id}` : 'another move';
  switch (conflict.kind) {
    case 'target-full': {
      const { capacity, there, coming, leaving } = conflict;
      const going = leaving > 0 ? `, of whom ${leaving} would leave` : '';
      return `${space(conflict.space)} has ${places(capacity)}: ${people(there)} will be there${going}, and ${coming} would come.`;
    }
    case 'target-full-later':
      return `${space(conflict.space)} has ${places(conflict.capacity)}, and with this there are too few for ${move}, which is approved already.`;
    case 'target-gone':
      return `${space(conflict.space)} has been removed. Choose another space.`;
    case 'not-occupiable':
      return `Nobody can sit in ${space(conflict.space)}. Choose another space.`;
    case 'no-target':
      return 'No space is chosen to move to.';
    case 'no-person':
      return 'It is not said who moves.';
    case 'person-gone':
      return `${person(conflict.person)} has left already.`;
    case 'person-repeated':
      return `${person(conflict.person)} is in this request more than once.`;
    case 'person-twice':
      return `${person(conflict.person)} is in ${move} too.`;
    case 'person-left':
      return `${person(conflict.person)} leaves by ${move}, which comes first.`;
    case 'asset-gone':
      return `${asset(conflict.asset)} is in the register no more.`;
    case 'asset-repeated':
      return `${asset(conflict.asset)} is in this request more than once.`;
    case 'asset-twice':
      return `${asset(conflict.asset)} is in ${move} too.`;
    case 'date-past':
      return 'The date is in the past: it would take effect as soon as it is approved.';
  }
}

/** The conflict as it is sent. @param place of the item in the list @param other as for `sentenceOf` */
export function told(
  conflict: PlanConflict,
  world: World,
  place: number | undefined,
  other: Mention | undefined,
): MoveConflict {
  const { names } = world;
  const named = (of: ReadonlyMap<number, string>, id: number) => ({ id, name: of.get(id) ?? '' });
  // Who leaves is not for everybody to know.
  const shown: PlanConflict =
    conflict.kind === 'person-left' && !other ? { ...conflict, kind: 'person-twice' } : conflict;
  const seats = 'capacity' in shown ? shown : undefined;
  return {
    ...(place !== undefined && { item: place }),
    kind: shown.kind,
    blocks: shown.blocks,
    message: sentenceOf(shown, world, other),
    ...('person' in shown && { person: named(names.people, shown.person) }),
    ...('asset' in shown && { asset: named(names.assets, shown.asset) }),
    ...('space' in shown && { space: named(names.spaces, shown.space) }),
    ...(seats && {
      seats: {
        capacity: seats.capacity,
        there: seats.there,
        coming: seats.coming,
        leaving: seats.leaving,
        after: seats.after,
      },
    }),
    ...('request' in shown && other && { request: other }),
  };
}
