import { lastCarryDay, yearOf } from '#contract/leave-rules.ts';
import type { LeaveLimit, LeaveLimitEdit, LeaveLimitQuery } from '#contract/leaves.ts';
import { forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { balancesIn, loadBooks, plain } from './balances.ts';
import { findPerson, knownTo, pairsOf, writeLimit } from './limit-repository.ts';
import { findType, loadTypes } from './types.ts';

/**
 * What people may take in a year, have taken and have asked for, by type. The caller's of this year when nothing is
 * said. @throws 403 for people whose days the caller may not know
 */
export async function listLimits(tx: Tx, caller: Caller, query: LeaveLimitQuery): Promise<LeaveLimit[]> {
  const users = query.userId ?? [caller.id];
  const known = await knownTo(tx, caller, users);
  const other = users.find((id) => !known.has(id));
  if (other !== undefined)
    throw forbidden('You can see the days of leave of yourself and of the people whom you manage.');
  const pairs = await pairsOf(tx, caller, users, query);
  const books = await loadBooks(tx, users);
  const year = query.year ?? yearOf(books.today);
  const types = new Map(
    (
      await loadTypes(
        tx,
        pairs.map(({ type }) => type),
      )
    ).map((type) => [type.id, type]),
  );
  return pairs.map(({ user, type: id }) => {
    const type = types.get(id)!;
    const set = books.limits.find((one) => one.user === user.id && one.type === id && one.year === year);
    const balance = plain(balancesIn(books, user.id, type, [year]).find((one) => one.year === year)!);
    const { used, pending } = balance;
    return {
      user,
      type: { id, name: type.name },
      limited: type.limited,
      own: set != null && set.days !== null,
      carriedSet: set != null && set.carried !== null,
      ...(type.limited ? balance : { year, used, pending }),
      ...(type.limited &&
        type.carriesOver &&
        type.carryUntil !== null && { carryUntil: lastCarryDay(year, type) }),
    };
  });
}

/** Sets what a person may take of a type in a year. Leave that was approved stays. @throws 400 */
export async function editLimit(tx: WriteTx, caller: Caller, edit: LeaveLimitEdit): Promise<LeaveLimit> {
  const { user, type: ref, year } = edit;
  if (!(await findPerson(tx, user.id))) throw invalid('user', 'is nobody in the directory');
  const type = await findType(tx, ref.id);
  if (!type) throw invalid('type', 'is no type of leave that is in use');
  if (!type.limited) throw invalid('type', 'does not count against a limit');
  const before = (await loadBooks(tx, [user.id])).limits.find(
    (one) => one.type === type.id && one.year === year,
  );
  await writeLimit(tx, caller.id, {
    user: user.id,
    type: type.id,
    year,
    days: edit.days === undefined ? (before?.days ?? null) : edit.days,
    carried: edit.carried === undefined ? (before?.carried ?? null) : edit.carried,
  });
  await announce(tx, { topic: 'leaves', ids: [], by: caller.id });
  const [limit] = await listLimits(tx, caller, {
    userId: [user.id],
    typeId: [type.id],
    year,
    limit: 1,
    startAt: 0,
  });
  return limit!;
}
