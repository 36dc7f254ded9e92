import { role, type Me, type UserQuery } from '#contract/users.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { countUsers, findMe, findUser, listUsers, userNameTaken } from './repository.ts';

/** Center and role are one filter: either alone says nothing. @throws 400 */
export function checked(query: UserQuery): UserQuery {
  if (query.centerId && !query.role) throw invalid('role', 'must be given together with centerId');
  if (!query.role) return query;
  if (!query.centerId) throw invalid('centerId', 'must be given together with role');
  const known = role.safeParse(query.role.toUpperCase());
  if (!known.success)
    throw invalid('role', 'must be administrator, manager, operator, technician or customer');
  return { ...query, role: known.data };
}

export const usersOf = async ({ db }: Deps, caller: Caller, query: UserQuery): Promise<string> => {
  const filter = checked(query);
  return db.read(caller.organisation, (tx) => listUsers(tx, filter));
};

export const userCount = async ({ db }: Deps, caller: Caller, query: UserQuery) => {
  const filter = checked(query);
  return db.read(caller.organisation, async (tx) => ({ count: await countUsers(tx, filter) }));
};

/** @throws 404 */
export async function userById({ db }: Deps, caller: Caller, id: number): Promise<string> {
  const user = await db.read(caller.organisation, (tx) => findUser(tx, id));
  if (!user) throw notFound('There is no such person.');
  return user;
}

/** The caller, with what a dashboard needs to show the right rooms. */
export async function whoAmI({ db, config }: Deps, caller: Caller): Promise<Me> {
  const me = await db.read(caller.organisation, (tx) => findMe(tx, caller.id));
  if (!me) throw notFound('There is no such person.');
  return { ...me, demo: config.demo && me.organisation.features.includes('demo') };
}

/** User names are unique on the server, not only in the organisation; "true" means free. */
export const availability = async ({ db }: Deps, userName: string) => ({
  available: (await userNameTaken(db, userName)) ? ('false' as const) : ('true' as const),
});
