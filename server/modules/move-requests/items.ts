import type { MoveItemWrite } from '#contract/moves.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Tx } from '#server/lib/database.ts';
import { findThere, loadTypes, type MoveType } from './reference-repository.ts';
import type { Item } from './request.ts';

/** So many answers an item bears. */
const MOST_VALUES = 100;
const LONGEST_VALUE = 4000;

/** What was sent of a person who has no id yet, by the codes of the fields; a reference stands for its id. */
function detailsOf(person: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(person).flatMap(([code, value]) => {
      const plain = typeof value === 'object' && value && 'id' in value ? value.id : value;
      if (typeof plain !== 'string' && typeof plain !== 'number' && typeof plain !== 'boolean') return [];
      return [[code, String(plain)]];
    }),
  );
}

function valuesOf(at: string, write: MoveItemWrite, before: Item | undefined): Record<string, string> {
  const { user, fieldValues } = write;
  const sent = user && !('id' in user) ? detailsOf(user) : {};
  const values: Record<string, string | null> = { ...before?.fieldValues, ...sent, ...fieldValues };
  const kept = Object.entries(values).filter((one): one is [string, string] => one[1] !== null);
  if (kept.length > MOST_VALUES) throw invalid(`${at}.fieldValues`, `has more than ${MOST_VALUES} values`);
  const long = kept.find(([, value]) => value.length > LONGEST_VALUE);
  if (long)
    throw invalid(`${at}.fieldValues.${long[0].slice(0, 100)}`, `is longer than ${LONGEST_VALUE} characters`);
  return Object.fromEntries(kept);
}

/** undefined: not sent, so as before. */
const idOf = (reference: { id?: unknown } | null | undefined, before: number | null | undefined) =>
  reference === undefined ? (before ?? null) : typeof reference?.id === 'number' ? reference.id : null;

/** Its own name, unless its person, its asset or its details have one: what a client repeats of that is no name. */
function ownName(item: Item): string {
  const { firstName = '', lastName = '' } = item.fieldValues;
  return item.user !== null || item.asset !== null || `${firstName}${lastName}`.trim() !== ''
    ? ''
    : item.name;
}

/** What an item of its kind must say. @throws 400 naming it */
function checkKind(at: string, { code, equipment, name }: MoveType, item: Item) {
  if (equipment) {
    if (item.asset === null && item.name.trim() === '')
      throw invalid(`${at}.asset`, `is required for “${name}”, or else a name of what is moved`);
    return;
  }
  if (item.asset !== null)
    throw invalid(`${at}.asset`, 'is for equipment; what somebody has at their desk goes with them');
  if (item.user !== null) return;
  if (code !== 'new') throw invalid(`${at}.user`, `is required for “${name}”: say who it is`);
  const { firstName = '', lastName = '' } = item.fieldValues;
  if (`${firstName}${lastName}${item.name}`.trim() === '')
    throw invalid(`${at}.user`, 'is required: say who the new person is, by firstName and lastName at least');
}

/** @throws 400 naming the first reference to nothing of the organisation */
async function checkThere(tx: Tx, items: readonly Item[], before: ReadonlyMap<number, Item>) {
  for (const [key, field, what] of [
    ['user', 'user', 'person'],
    ['room', 'toRoom', 'space'],
    ['asset', 'asset', 'asset'],
  ] as const) {
    const there = await findThere(tx, key, [...new Set(items.flatMap((item) => item[key] ?? []))]);
    for (const [n, item] of items.entries()) {
      const id = item[key];
      if (id === null || there.has(id)) continue;
      // What has been removed since stays where it stood.
      if (item.id !== null && before.get(item.id)?.[key] === id) continue;
      throw invalid(`items[${n}].${field}`, `names no ${what} of your organisation (id ${id})`);
    }
  }
}

/**
 * The items that a list asks for, in its order: one with an id is that of the request, and keeps what is not sent.
 * @throws 400 naming the attribute
 */
export async function itemsOf(
  tx: Tx,
  writes: readonly MoveItemWrite[],
  stored: readonly (Item & { id: number })[],
): Promise<Item[]> {
  const before = new Map(stored.map((item) => [item.id, item]));
  const types = new Map((await loadTypes(tx)).map((type) => [type.id, type]));
  const seen = new Set<number>();
  const items = writes.map((write, n): Item => {
    const at = `items[${n}]`;
    const known = write.id === undefined ? undefined : before.get(write.id);
    if (write.id !== undefined && !known)
      throw invalid(`${at}.id`, `names no item of this request (id ${write.id})`);
    if (known && seen.has(known.id)) throw invalid(`${at}.id`, `stands twice in the list (id ${known.id})`);
    if (known) seen.add(known.id);
    const typeId = write.type?.id ?? known?.type;
    if (typeId === undefined) throw invalid(`${at}.type`, 'is required');
    const type = types.get(typeId);
    if (!type) throw invalid(`${at}.type`, `names no type of move (id ${typeId})`);
    const item: Item = {
      id: known?.id ?? null,
      type: type.id,
      user: idOf(write.user, known?.user),
      asset: idOf(write.asset, known?.asset),
      room: idOf(write.toRoom, known?.room),
      name: write.name === undefined ? (known?.name ?? '') : (write.name ?? ''),
      fieldValues: valuesOf(at, write, known),
      taskValues: write.tasksValueMap === undefined ? (known?.taskValues ?? {}) : (write.tasksValueMap ?? {}),
    };
    checkKind(at, type, item);
    return item;
  });
  await checkThere(tx, items, before);
  return items.map((item) => {
    // A thing has no person, whatever a client repeats of one.
    const user = types.get(item.type)!.equipment ? null : item.user;
    return { ...item, user, name: ownName({ ...item, user }) };
  });
}
