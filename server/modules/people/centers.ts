import type { ListQuery } from '#contract/wire.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { countCenters, listCenters } from './permission-repository.ts';

export const centersOf = ({ db }: Deps, caller: Caller, query: ListQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => listCenters(tx, query));

export const centerCount = ({ db }: Deps, caller: Caller, query: ListQuery) =>
  db.read(caller.organisation, async (tx) => ({ count: await countCenters(tx, query) }));
