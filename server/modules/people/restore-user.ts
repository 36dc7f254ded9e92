import { AppError, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { announce } from '#server/lib/events.ts';
import { bringBack, findGone, type Gone } from './gone-repository.ts';
import { findUser } from './repository.ts';
import { orConflict } from './write-user.ts';

/** @throws 409 naming who has the e-mail or user name by now */
function checkFree({ name, email, userName, holders }: Gone) {
  const [holder] = holders;
  if (!holder) return;
  const what = holder.email ? `the e-mail address ${email}` : `the user name ${userName}`;
  throw new AppError(
    409,
    'people.taken',
    `${holder.name} has ${what} now. Change theirs first, then bring back ${name}.`,
    { field: holder.email ? 'email' : 'userName' },
  );
}

/**
 * Brings back somebody who was deactivated, under the same id and with the roles they held. They cannot sign in
 * until they choose a new password by a mailed link. Asked again, it answers the same. @throws 404, 409
 */
export const restoreUser = ({ db }: Deps, caller: Caller, id: number): Promise<string> =>
  db.write(caller.organisation, async (tx) => {
    const there = await findUser(tx, id);
    if (there) return there;
    const gone = await findGone(tx, id);
    if (!gone) throw notFound('There is no such person.');
    checkFree(gone);
    // Who has it in another organisation is nobody's business here: the constraint says no more than that.
    const changed = await orConflict(bringBack(tx, id));
    await announce(tx, { topic: 'users', ids: changed, by: caller.id });
    return (await findUser(tx, id))!;
  });
