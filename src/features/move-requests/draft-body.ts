import type { MovePlace, MoveRequest } from '#contract/moves.ts';
import type { MoveBody, MoveChange } from '#src/directory/move-api.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';
import type { ConflictBody } from './api.ts';
import type { Draft, DraftItem, DraftSpace } from './draft.ts';

type ItemBody = NonNullable<MoveBody['items']>[number];

/** Epoch ms; null where nothing was said. */
export const dateOf = ({ date }: Draft, zone: string): number | null =>
  date === '' ? null : instantOf(date, zone);

export const spaceOfPlace = ({ id, name, floor }: MovePlace): DraftSpace => ({
  id,
  name,
  floor: floor.name,
  building: floor.building.name,
  floorId: floor.id,
});

const filled = (answers: Record<string, string>) =>
  Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== ''));

/** Whom or what an item speaks of, as the API takes it. */
function subjectOf({ kind, name, userId, assetId, fields }: DraftItem): Partial<ItemBody> {
  if (userId !== undefined) return { user: { id: userId } };
  if (kind === 'new') return { user: filled(fields), name };
  return assetId === undefined ? { name } : { asset: { id: assetId }, name };
}
function itemBody(item: DraftItem): ItemBody {
  const { typeId, to, fields, tasks } = item;
  return {
    type: { id: typeId },
    ...subjectOf(item),
    toRoom: to ? { id: to.id } : null,
    // Who came in with a file: nobody has looked at the fields, and the server takes them from the directory.
    ...(Object.keys(fields).length > 0 && { fieldValues: fields }),
    tasksValueMap: tasks,
  };
}

/** The request as it is sent. @param status the id of the pending one */
export const bodyOf = (draft: Draft, zone: string, status: number): MoveBody => ({
  status: { id: status },
  description: draft.description.trim(),
  date: dateOf(draft, zone),
  items: draft.items.map(itemBody),
});
/** The change as it is sent. */
export const changeOf = (draft: Draft, zone: string): MoveChange => ({
  description: draft.description.trim(),
  date: dateOf(draft, zone),
  items: draft.items.map((item) => ({ ...(item.id !== undefined && { id: item.id }), ...itemBody(item) })),
});
/** What the server is asked about before it is sent. */
export const conflictBodyOf = (draft: Draft, zone: string, request: number | undefined): ConflictBody => ({
  ...(request !== undefined && { id: request }),
  date: dateOf(draft, zone),
  items: draft.items.map(({ typeId, userId, assetId, to }) => ({
    type: { id: typeId },
    ...(userId !== undefined && { user: { id: userId } }),
    ...(assetId !== undefined && { asset: { id: assetId } }),
    toRoom: to ? { id: to.id } : null,
  })),
});

/** A request that there is, to be changed. */
export const draftOf = (request: MoveRequest, zone: string): Draft => ({
  description: request.description,
  date: request.date === undefined ? '' : clockOf(request.date, zone),
  version: request.dateUpdated,
  items: request.items.map((item): DraftItem => ({
    key: `item-${item.id}`,
    id: item.id,
    typeId: item.type.id,
    kind: kindOf(item.type),
    name: item.name,
    ...(item.user && { userId: item.user.id }),
    ...(item.asset && { assetId: item.asset.id }),
    ...(item.fromRoom && { from: spaceOfPlace(item.fromRoom) }),
    ...(item.toRoom && { to: spaceOfPlace(item.toRoom) }),
    fields: item.fieldValues,
    tasks: item.tasksValueMap,
  })),
});
