import { createHmac, randomBytes } from 'node:crypto';
import { AppError } from '#server/lib/app-error.ts';
import type { Database } from '#server/lib/database.ts';
import { withinLimits } from '#server/lib/guesses.ts';
import { verifyPassword } from '#server/lib/passwords.ts';
import { callerByLogin, type Login } from './repository.ts';

export const wrongCredentials = () =>
  new AppError(401, 'account.wrong-credentials', 'The e-mail or the password is wrong.');

const REMEMBER_MS = 60_000;
const REMEMBER_AT_MOST = 10_000;

/** Of no use outside this process, and gone with it. */
const processKey = randomBytes(32);
const mark = (...parts: string[]) =>
  createHmac('sha256', processKey).update(JSON.stringify(parts)).digest('base64');

/**
 * Pairs of stored hash and password that were verified, until when. The account is read fresh for every
 * request; a new password has a new hash, so that the old one is unknown here at once, in every process.
 */
const verified = new Map<string, number>();
/** Checks under way: callers that arrive together with the same password share one check and one try. */
const underWay = new Map<string, Promise<boolean>>();

function remember(pair: string) {
  verified.delete(pair);
  verified.set(pair, Date.now() + REMEMBER_MS);
  if (verified.size > REMEMBER_AT_MOST) verified.delete(verified.keys().next().value!);
}

/** What stands for an account in the limits: the same for its e-mail and its user name, in any case. */
export const accountKey = (userId: number) => `user ${userId}`;
const unknownKey = (login: string) => `unknown ${login.normalize().toLowerCase()}`;

/**
 * The account whose e-mail or user name and password these are. @throws 401, the same after the same time
 * for an unknown account and a wrong password; 429 when there were too many failures.
 */
export async function checkCredentials(
  db: Database,
  login: string,
  password: string,
  address: string,
): Promise<Login> {
  const found = await callerByLogin(db, login);
  const account = found ? accountKey(found.id) : unknownKey(login);
  const pair = mark(found?.passwordHash ?? account, password);
  if (found && (verified.get(pair) ?? 0) > Date.now()) return found;

  const here = mark(pair, address);
  let check = underWay.get(here);
  if (!check) {
    check = withinLimits(db, { address, account }, async () =>
      (await verifyPassword(found?.passwordHash, password)) ? true : undefined,
    ).then((matches) => {
      if (matches) remember(pair);
      return matches === true;
    });
    underWay.set(here, check);
    void check.catch(() => {}).finally(() => underWay.delete(here));
  }
  if (!(await check) || !found) throw wrongCredentials();
  return found;
}

/** Node reads header bytes as Latin-1; clients such as curl send a password in UTF-8. */
export function decodeHeader(value: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.from(value, 'latin1'));
  } catch {
    return value;
  }
}
