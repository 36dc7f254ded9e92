import type { z } from 'zod';
import type { Permission, permissionSet } from '#contract/users.ts';
import type { ListQuery } from '#contract/wire.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { announce } from '#server/lib/events.ts';
import {
  countPermissions,
  findUser,
  knownCenters,
  listPermissions,
  replacePermissions,
  updateUser,
} from './repository.ts';

/** @throws 404 */
export const permissionsOf = ({ db }: Deps, caller: Caller, id: number, query: ListQuery) =>
  db.read(caller.organisation, async (tx): Promise<Permission[]> => {
    if (!(await findUser(tx, id))) throw notFound('There is no such person.');
    return listPermissions(tx, id, query);
  });

/** @throws 404 */
export const permissionCount = ({ db }: Deps, caller: Caller, id: number) =>
  db.read(caller.organisation, async (tx) => {
    if (!(await findUser(tx, id))) throw notFound('There is no such person.');
    return { count: await countPermissions(tx, id) };
  });

/**
 * Gives a person exactly these roles; what is not among them is taken away and no longer counts at their
 * next request. @throws 400 naming the element, 404; nothing is changed then
 */
export const setPermissions = (
  { db }: Deps,
  caller: Caller,
  id: number,
  wanted: z.output<typeof permissionSet>,
): Promise<string> =>
  db.write(caller.organisation, async (tx) => {
    const known = new Set(await knownCenters(tx));
    const wrong = wanted.findIndex(({ center }) => !known.has(center.id));
    if (wrong >= 0) throw invalid(`[${wrong}].center`, 'does not exist');
    const user = await updateUser(tx, id, {});
    if (!user) throw notFound('There is no such person.');
    await replacePermissions(tx, id, wanted.map(({ role, center }) => ({ role, centerId: center.id })));
    await announce(tx, { topic: 'users', ids: [id], by: caller.id });
    return user;
  });
