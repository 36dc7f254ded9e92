import type { Role } from '#contract/users.ts';
import type { Caller, Module } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { entriesOf } from './insert.ts';

const DAY = 86_400_000;

/** What the company's people did some days ago, done by the services themselves at that time. */
export type Acting = {
  /** The transaction as it would have been then; `days` may be a part of one. */
  ago(days: number): WriteTx;
  /** Epoch milliseconds; below zero: to come. */
  time(days: number): number;
  as(person: number, role?: Role): Caller;
  /** The id of the person at this place of the list. */
  id(person: number): number;
};

/** People act in the first center of the module. */
export async function actingIn(
  tx: WriteTx,
  module: Module,
  { userIds, now }: { userIds: readonly number[]; now: number },
): Promise<Acting> {
  const centerId = (await entriesOf(tx, 'center', 'code')).id(module);
  const time = (days: number) => now - Math.round(days * DAY);
  return {
    time,
    ago: (days) => ({ ...tx, stamp: new Date(time(days)) }),
    as: (person, role = 'CUSTOMER') => ({
      id: userIds[person]!,
      organisation: tx.organisation,
      siteAdmin: false,
      permissions: [{ role, centerId, module }],
    }),
    id: (person) => userIds[person]!,
  };
}
