import type { MoveConflict, MoveDraft } from '#contract/move-effect.ts';
import { conflictsOf, type PlanConflict } from '#contract/move-plan.ts';
import { invalid } from '#server/lib/app-error.ts';
import { may, type Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { crew, seenBy } from '#server/modules/move-requests/service.ts';
import { lastAdmins } from './people-repository.ts';
import { newcomerConflicts } from './newcomers.ts';
import { worldOf, type World } from './present-repository.ts';
import { dayOf, openRequests, typeKinds, type Item, type Request } from './request-repository.ts';
import { told } from './sentences.ts';

/** Nobody would be left who may do everything. */
async function adminConflicts(tx: Tx, items: readonly Item[]): Promise<MoveConflict[]> {
  const leaving = items.flatMap(({ kind, person }) => (kind === 'terminate' ? (person ?? []) : []));
  const last = leaving.length > 0 ? await lastAdmins(tx, leaving) : [];
  return last.map(({ id, name }) => ({
    item: items.findIndex(({ person }) => person === id),
    kind: 'last-admin',
    blocks: true,
    message: `${name} is the last site administrator. Make somebody else one first.`,
    person: { id, name },
  }));
}

/** Conflicts in the words of the wire. @param others the requests that they may mention; none: nobody may know of them */
export function tellAll(
  conflicts: readonly PlanConflict[],
  { request, world, others }: { request: Request; world: World; others: ReadonlyMap<number, Request> },
): MoveConflict[] {
  const places = new Map(request.items.map(({ key }, place) => [key, place]));
  return conflicts.map((conflict) => {
    const other = 'request' in conflict ? others.get(conflict.request) : undefined;
    const mention = other && { id: other.id, ...(other.date !== null && { date: other.date }) };
    return told(conflict, world, conflict.key === null ? undefined : places.get(conflict.key), mention);
  });
}

/** What speaks against the request as things stand, whether or not it has been filed. */
export async function findConflicts(tx: Tx, caller: Caller, request: Request): Promise<MoveConflict[]> {
  const open = (await openRequests(tx)).filter(({ id }) => id !== request.id);
  const world = await worldOf(tx, [...request.items, ...open.flatMap(({ items }) => items)]);
  const knows = may(caller, 'move', crew);
  const others = new Map(knows ? open.map((one) => [one.id, one]) : []);
  return [
    ...tellAll(conflictsOf(world, request, open), { request, world, others }),
    ...(await newcomerConflicts(tx, request.items)),
    ...(await adminConflicts(tx, request.items)),
  ];
}

/** What would keep these from taking effect by themselves, beside the plan. */
export const obstacles = async (tx: Tx, items: readonly Item[]): Promise<MoveConflict[]> => [
  ...(await newcomerConflicts(tx, items)),
  ...(await adminConflicts(tx, items)),
];

/** The conflicts of what a form has. @throws 400 naming the reference that leads nowhere, 404 */
export async function draftConflicts(tx: Tx, caller: Caller, draft: MoveDraft): Promise<MoveConflict[]> {
  if (draft.id !== undefined) await seenBy(tx, caller, draft.id);
  const kinds = new Map((await typeKinds(tx)).map(({ id, kind }) => [id, kind]));
  const items = draft.items.map(({ type, user, asset, toRoom }, place): Item => {
    const kind = kinds.get(type.id);
    if (!kind) throw invalid(`items[${place}].type`, 'does not exist');
    const person = user?.id ?? null;
    const ids = { person, asset: asset?.id ?? null, to: toRoom?.id ?? null };
    return { key: place, kind, ...ids, name: '', fields: {}, heir: null, chosen: null };
  });
  const world = await worldOf(tx, items);
  for (const [place, { person, asset, to }] of items.entries())
    for (const [name, id, there] of [
      ['user', person, world.people],
      ['asset', asset, world.assets],
      ['toRoom', to, world.spaces],
    ] as const)
      if (id !== null && !there.has(id)) throw invalid(`items[${place}].${name}`, 'does not exist');
  const date = draft.date ?? null;
  const conflicts = await findConflicts(tx, caller, {
    id: draft.id ?? 0,
    day: await dayOf(tx, date),
    date,
    due: false,
    approved: false,
    description: '',
    requester: caller.id,
    approvedBy: null,
    failure: null,
    items,
  });
  // The account's address is asked for when the request is filed.
  return conflicts.filter(({ kind }) => kind !== 'no-email');
}
