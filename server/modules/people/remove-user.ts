import { AppError, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import { announce } from '#server/lib/events.ts';
import { borrowerLeft } from '#server/modules/asset-loans/service.ts';
import { recipientLeft } from '#server/modules/mail-desk/service.ts';
import { hideUser, livingAdmins } from './write-repository.ts';

/**
 * Takes a person out of the directory: they cannot sign in, hold no role and report nobody, but history
 * still names them. @param by none: the clock @throws 404, 409 for the last site administrator
 */
export async function takeOut(tx: WriteTx, id: number, by?: { id: number }): Promise<void> {
  const admins = await livingAdmins(tx);
  // Of two administrators who remove each other at once, the second is none any more.
  if (admins.includes(id) && admins.length === 1)
    throw new AppError(409, 'people.last-admin', 'The last site administrator cannot be removed.');
  if (id === by?.id) throw new AppError(409, 'people.oneself', 'You cannot remove yourself.');
  const changed = await hideUser(tx, id);
  if (!changed) throw notFound('There is no such person.');
  await recipientLeft(tx, id, by);
  await borrowerLeft(tx, id, by);
  await announce(tx, { topic: 'users', ids: changed, ...(by && { by: by.id }) });
}

/** `takeOut` by a site administrator. @throws 404, 409 for oneself and for the last site administrator */
export const removeUser = ({ db }: Deps, caller: Caller, id: number): Promise<void> =>
  db.write(caller.organisation, (tx) => takeOut(tx, id, caller));
