import type { Room, RoomEdit } from '#contract/places.ts';
import { numberIn } from './number-text.ts';

export type SpaceFields = {
  name: string;
  building: number | null;
  floor: number | null;
  type: string | null;
  capacity: string;
  mailStop: string | null;
  costCenters: { id: number; name: string }[];
  description: string;
  reservable: boolean;
};
type At = { building?: number | undefined; floor?: number | undefined };

export const spaceFields = (space: Room | undefined, at: At = {}): SpaceFields => ({
  name: space?.name ?? '',
  building: space?.floor.building.id ?? at.building ?? null,
  floor: space?.floor.id ?? at.floor ?? null,
  type: space ? String(space.type.id) : null,
  capacity: String(space?.capacity ?? ''),
  mailStop: space?.mailStop ? String(space.mailStop.id) : null,
  costCenters: (space?.costCenters ?? []).map(({ id, name }) => ({ id, name })),
  description: space?.description ?? '',
  reservable: space?.reservable ?? false,
});

const ids = (centers: SpaceFields['costCenters']) => centers.map(({ id }) => ({ id }));

/**
 * The whole of a new space; of one that exists what differs from how it was: what is left out stays as others may
 * have changed it meanwhile.
 */
export function spaceBody(now: SpaceFields, before?: SpaceFields): RoomEdit {
  const differs = (key: keyof SpaceFields) => JSON.stringify(now[key]) !== JSON.stringify(before?.[key]);
  return {
    ...(differs('name') && { name: now.name.trim() }),
    ...(differs('floor') && now.floor !== null && { floor: { id: now.floor } }),
    ...(differs('type') && now.type !== null && { type: { id: Number(now.type) } }),
    ...(differs('capacity') && { capacity: numberIn(now.capacity) }),
    ...(differs('mailStop') && { mailStop: now.mailStop === null ? null : { id: Number(now.mailStop) } }),
    ...(differs('costCenters') && { costCenters: ids(now.costCenters) }),
    ...(differs('description') && { description: now.description }),
    ...(differs('reservable') && { reservable: now.reservable }),
  };
}
