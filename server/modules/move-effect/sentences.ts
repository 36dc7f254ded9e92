import type { MoveConflict } from '#contract/move-effect.ts';
import type { PlanConflict } from '#contract/move-plan.ts';
import { say } from '#server/lib/words.ts';
import type { World } from './present-repository.ts';

/** Another request as somebody may be told of it. */
export type Mention = { id: number; date?: number };

/** The conflict in words. @param other undefined: the caller may not know which request it is */
export function sentenceOf(conflict: PlanConflict, { names }: World, other: Mention | undefined): string {
  const person = (id: number) => names.people.get(id) ?? say`This person`;
  const space = (id: number) => names.spaces.get(id) ?? say`The space`;
  const asset = (id: number) => names.assets.get(id) ?? say`The asset`;
  switch (conflict.kind) {
    case 'target-full': {
      const { capacity, there, coming, leaving } = conflict;
      const where = space(conflict.space);
      return leaving > 0
        ? say`${where} has room for ${capacity}: there will be ${there}, of whom ${leaving} would leave, and ${coming} would come.`
        : say`${where} has room for ${capacity}: there will be ${there}, and ${coming} would come.`;
    }
    case 'target-full-later': {
      const { capacity } = conflict;
      const where = space(conflict.space);
      return other
        ? say`${where} has room for ${capacity}, and with this too little is left for move ${other.id}, which is approved already.`
        : say`${where} has room for ${capacity}, and with this too little is left for another move, which is approved already.`;
    }
    case 'target-gone':
      return say`${space(conflict.space)} has been removed. Choose another space.`;
    case 'not-occupiable':
      return say`Nobody can sit in ${space(conflict.space)}. Choose another space.`;
    case 'no-target':
      return say`No space is chosen to move to.`;
    case 'no-person':
      return say`It is not said who moves.`;
    case 'person-gone':
      return say`${person(conflict.person)} has left already.`;
    case 'person-repeated':
      return say`${person(conflict.person)} is in this request more than once.`;
    case 'person-twice':
      return other
        ? say`${person(conflict.person)} is in move ${other.id} too.`
        : say`${person(conflict.person)} is in another move too.`;
    case 'person-left':
      return other
        ? say`${person(conflict.person)} leaves by move ${other.id}, which comes first.`
        : say`${person(conflict.person)} leaves by another move, which comes first.`;
    case 'asset-gone':
      return say`${asset(conflict.asset)} is in the register no more.`;
    case 'asset-repeated':
      return say`${asset(conflict.asset)} is in this request more than once.`;
    case 'asset-twice':
      return other
        ? say`${asset(conflict.asset)} is in move ${other.id} too.`
        : say`${asset(conflict.asset)} is in another move too.`;
    case 'date-past':
      return say`The date is in the past: it would take effect as soon as it is approved.`;
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
