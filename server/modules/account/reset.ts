import { createHash, randomBytes } from 'node:crypto';
import { bindActor } from '#server/lib/actor.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Deps } from '#server/lib/deps.ts';
import { allows, forgive, withinLimits } from '#server/lib/guesses.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { hashPassword } from '#server/lib/passwords.ts';
import { currentLanguage, say, speaking } from '#server/lib/words.ts';
import { accountKey } from './credentials.ts';
import {
  callerByLogin,
  endSessions,
  insertReset,
  organisationOfReset,
  readerOf,
  setPasswordHash,
  takeReset,
} from './repository.ts';

const VALID_MINUTES = 60;
const MAILS_AN_HOUR = 5;

export const hashOf = (token: string) => createHash('sha256').update(token).digest();
/** 192 bits; with most hosts the link still fits on one unbroken line of a mail. */
export const newToken = () => randomBytes(24).toString('base64url');

const letter = (link: string) =>
  [
    say`Somebody, probably you, asked for a new password for your Atrium account.`,
    say`Choose it here within an hour:`,
    link,
    `${say`The link works once. If you did not ask for it, you need not do anything.`}\n`,
  ].join('\n\n');

type Needs = Pick<Deps, 'config' | 'db' | 'mailer'>;

/**
 * Mails a person of the organisation a link with which they choose a new password; answers false when they
 * have had too many such mails within the hour.
 */
export async function mailPasswordReset({ config, db, mailer }: Needs, organisation: number, userId: number) {
  if (!(await allows(db, `reset mail ${userId}`, MAILS_AN_HOUR, 3600))) return false;
  const token = newToken();
  const to = await db.write(organisation, async (tx) => {
    const reader = await readerOf(tx, userId);
    if (reader) await insertReset(tx, userId, hashOf(token), VALID_MINUTES);
    return reader;
  });
  if (!to) return false;
  const link = `${siteUrl(config)}/reset-password?token=${token}`;
  const message = speaking(to.language ?? currentLanguage(), () => ({
    to: to.email,
    subject: say`Choose a new password for Atrium`,
    text: letter(link),
  }));
  await mailer.send(message);
  return true;
}

/** For whoever forgot their password; says nothing of whether there is such an account. */
export async function requestReset(deps: Needs, email: string): Promise<void> {
  const found = await callerByLogin(deps.db, email);
  if (found) await mailPasswordReset(deps, found.organisation, found.id);
}

/** Sets the new password; ends all sessions and voids all other links. @throws 400 for a spent token, 429 */
export async function confirmReset({ db }: Needs, token: string, password: string, address: string) {
  const done = await withinLimits(db, { address }, async () => {
    const organisation = await organisationOfReset(db, hashOf(token));
    if (organisation === undefined) return undefined;
    const hash = await hashPassword(password);
    return db.write(organisation, async (tx) => {
      const userId = await takeReset(tx, hashOf(token));
      if (userId === undefined) return undefined;
      // Nobody is signed in; who holds the link is the person.
      await bindActor(tx, userId);
      if (!(await setPasswordHash(tx, userId, hash))) return undefined;
      await endSessions(tx, userId);
      return userId;
    });
  });
  if (done === undefined)
    throw new AppError(
      400,
      'account.reset-expired',
      'This link has expired or was used. Ask for a new one.',
      {
        field: 'token',
      },
    );
  await forgive(db, { address, account: accountKey(done) });
}
