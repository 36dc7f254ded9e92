import { createHash, randomInt } from 'node:crypto';
import type { UserCreate } from '#contract/users.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { Outcome } from '#server/lib/idempotency.ts';
import { setUserCostCenters } from '#server/modules/cost-centers/service.ts';
import { findUser } from './repository.ts';
import { defaultUserType, freeUserName, insertUser, type Values } from './write-repository.ts';
import { orConflict, valuesOf } from './write-user.ts';

/** A colour that belongs to the person, of middling brightness so that either text is readable on it. */
export function colorOf(email: string): string {
  const [r, g, b] = createHash('sha256').update(email.toLowerCase()).digest();
  const part = (byte: number) => (0x50 + (byte % 0x80)).toString(16);
  return `#${part(r!)}${part(g!)}${part(b!)}`;
}

/**
 * Other organisations take names at the same moment: the one wanted, then the first that is free, then any,
 * so that a crowd after the same one scatters.
 */
async function insertUnderFreeName(tx: WriteTx, values: Values, wanted: string) {
  const anyName = async () => `${wanted}${randomInt(1e9)}`;
  for (const name of [async () => wanted, () => freeUserName(tx, wanted), anyName, anyName]) {
    const created = await insertUser(tx, { ...values, userName: (await name()) ?? (await anyName()) });
    if (created) return created;
  }
  return undefined;
}

/**
 * Adds a person, without a password and without roles. Without a user name it is the local part of the
 * e-mail, with a number behind it when somebody on the server has it already. @throws 400, 409
 */
export async function createUser(tx: WriteTx, by: number, user: UserCreate): Promise<Outcome> {
  const { userName, userType, ...rest } = user;
  const values = await valuesOf(tx, { ...rest, userName, ...(userType && { userType }) });
  values.userType ??= await defaultUserType(tx);
  values.color ??= colorOf(user.email);
  const created = await orConflict(
    userName === undefined
      ? insertUnderFreeName(tx, values, user.email.slice(0, user.email.lastIndexOf('@')))
      : insertUser(tx, values),
  );
  if (!created) throw new AppError(409, 'people.taken', 'This user name is taken.', { field: 'userName' });
  await setUserCostCenters(tx, created.id, user);
  await announce(tx, { topic: 'users', ids: [created.id], by });
  const centers = user.costCenter !== undefined || user.costCenters !== undefined;
  return { status: 201, answer: centers ? (await findUser(tx, created.id))! : created.user };
}
