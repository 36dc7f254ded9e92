import type { WriteTx } from '#server/lib/database.ts';
import { setStandardItems } from '#server/modules/cost-centers/service.ts';
import type { Somebody } from './people-managers.ts';
import type { Columns, Plan } from './plan.ts';
import { insertAll, updateAll } from './write.ts';

/** `rows` are those of the inserts. A manager may be somebody new; a cost center is no column of the person. */
export type PeoplePlan = Plan & { rows: number[] };

const plain = ({ cost_center: _item, ...columns }: Columns, manager: unknown): Columns => ({
  ...columns,
  manager_id: manager ?? null,
});

/** Writes people, then who reports to somebody new, then their cost centers. Answers the ids. */
export async function carryOutPeople(tx: WriteTx, { inserts, updates, rows }: PeoplePlan): Promise<number[]> {
  const isNew = (manager: unknown) => typeof manager === 'string';
  const made = await insertAll(
    tx,
    'app_user',
    inserts.map((one) => plain(one, isNew(one.manager_id) ? null : one.manager_id)),
  );
  const ids = new Map<Somebody, number>(rows.map((row, n) => [`row ${row}`, made[n]!]));
  const managerOf = ({ manager_id: manager }: Columns) =>
    isNew(manager) ? ids.get(manager as Somebody) : manager;
  await updateAll(
    tx,
    'app_user',
    updates.map((one) => ({ ...plain(one, managerOf(one)), id: one.id })),
  );
  const below = inserts.flatMap((one, n) =>
    isNew(one.manager_id) ? [{ id: made[n]!, manager_id: managerOf(one) }] : [],
  );
  await updateAll(tx, 'app_user', below);
  const all = [...updates, ...inserts.map((one, n): Columns & { id: number } => ({ ...one, id: made[n]! }))];
  await setStandardItems(
    tx,
    all.flatMap(({ id, cost_center: item }) => (typeof item === 'number' ? [{ user: id, item }] : [])),
  );
  return all.map(({ id }) => id);
}
