import type { UserEdit } from '#contract/users.ts';
import { forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { announce } from '#server/lib/events.ts';
import { readImage } from '#server/lib/images.ts';
import { hashPassword } from '#server/lib/passwords.ts';
import { endSessions } from '#server/modules/account/service.ts';
import { setUserCostCenters } from '#server/modules/cost-centers/service.ts';
import { findUser } from './repository.ts';
import { updateUser, type Values } from './write-repository.ts';
import { orConflict, valuesOf } from './write-user.ts';

/** What people keep up to date themselves; the rest is the administrator's. */
const own = new Set(['id', 'phone', 'mobile', 'extension', 'knownAs', 'language']);

/** @throws 403 */
function checkRights(caller: Caller, id: number, edit: UserEdit) {
  if (caller.siteAdmin) return;
  if (caller.id !== id) throw forbidden();
  const foreign = Object.entries(edit).find(([name, value]) => value !== undefined && !own.has(name));
  if (foreign) throw forbidden(`Only an administrator may change ${foreign[0]}.`);
}

/**
 * Changes exactly what was sent, a person's own row in one UPDATE, so that of parallel edits none is lost. A new password ends
 * every session of the person. @throws 400, 403, 404, 409
 */
export async function editUser({ db }: Deps, caller: Caller, id: number, edit: UserEdit): Promise<string> {
  checkRights(caller, id, edit);
  if (edit.id !== undefined && edit.id !== id) throw invalid('id', 'is not the id of the address');
  const hash = edit.password === undefined ? undefined : await hashPassword(edit.password);
  return db.write(caller.organisation, async (tx) => {
    const values: Values = await valuesOf(tx, edit, id);
    if (hash) values.password_hash = hash;
    const centers = edit.costCenter !== undefined || edit.costCenters !== undefined;
    const changes = centers || Object.keys(values).length > 0;
    const user = changes ? await orConflict(updateUser(tx, id, values)) : await findUser(tx, id);
    if (!user) throw notFound('There is no such person.');
    if (centers) await setUserCostCenters(tx, id, edit);
    if (hash) await endSessions(tx, id);
    if (changes) await announce(tx, { topic: 'users', ids: [id], by: caller.id });
    return centers ? (await findUser(tx, id))! : user;
  });
}

/** Sets the picture of oneself or, for a site administrator, of anybody. @throws 400, 403, 404 */
export async function attachAvatar(
  { db, files }: Deps,
  caller: Caller,
  id: number,
  { image, fileName }: { image: string; fileName: string },
): Promise<string> {
  if (!caller.siteAdmin && caller.id !== id) throw forbidden();
  const picture = await readImage(image, { field: 'image', fileName });
  return db.write(caller.organisation, async (tx) => {
    if (!(await findUser(tx, id))) throw notFound('There is no such person.');
    const file = await files.storeImage(tx, picture, 'people');
    const user = await updateUser(tx, id, { avatar_id: file });
    await announce(tx, { topic: 'users', ids: [id], by: caller.id });
    return user!;
  });
}
