import type { CenterRole, ChartPerson } from '#contract/people.ts';
import type { ListQuery } from '#contract/wire.ts';
import { notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { listCenterRoles, listReports, listTops, listUserTypes, listWayUp } from './chart-repository.ts';
import { findUser } from './repository.ts';

/** How many names stand for all who hold a role. */
const SHOWN = 6;

export const tops = ({ db }: Deps, caller: Caller, query: ListQuery): Promise<ChartPerson[]> =>
  db.read(caller.organisation, (tx) => listTops(tx, query));

/** @throws 404 */
export const reportsOf = (
  { db }: Deps,
  caller: Caller,
  id: number,
  query: ListQuery,
): Promise<ChartPerson[]> =>
  db.read(caller.organisation, async (tx) => {
    if (!(await findUser(tx, id))) throw notFound('There is no such person.');
    return listReports(tx, id, query);
  });

/** From the top down to the person. @throws 404 */
export const wayUpFrom = ({ db }: Deps, caller: Caller, id: number): Promise<ChartPerson[]> =>
  db.read(caller.organisation, async (tx) => {
    const way = await listWayUp(tx, id);
    if (way.length === 0) throw notFound('There is no such person.');
    return way;
  });

export const centerRoles = ({ db }: Deps, caller: Caller): Promise<CenterRole[]> =>
  db.read(caller.organisation, (tx) => listCenterRoles(tx, SHOWN));

export const userTypes = ({ db }: Deps, caller: Caller) => db.read(caller.organisation, listUserTypes);
