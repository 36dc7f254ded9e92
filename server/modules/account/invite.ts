import type { Invitation } from '#contract/people.ts';
import { AppError, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { allows } from '#server/lib/guesses.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { say } from '#server/lib/words.ts';
import { dropReset, insertInvitation, invitationOf, type Invited } from './invite-repository.ts';
import { hashOf, newToken } from './reset.ts';

const VALID_DAYS = 7;
const TRIES_AN_HOUR = 10;
/** Asked again this soon, it is the same intention: a second click, or an answer that was lost. */
const SAME_MS = 60_000;

const letter = ({ inviter, organisation }: Invited, link: string) =>
  [
    say`${inviter} has opened an Atrium account for you at ${organisation}.`,
    say`Choose your password here within ${VALID_DAYS} days, then sign in with this e-mail address:`,
    link,
    `${say`The link works once.`}\n`,
  ].join('\n\n');

const answerOf = ({ passwordSet, invitedAt, validUntil }: Invited): Invitation => ({
  passwordSet,
  ...(invitedAt && { invitedAt: invitedAt.getTime() }),
  ...(validUntil && { validUntil: validUntil.getTime() }),
});
const found = (invited: Invited | undefined): Invited => {
  if (!invited) throw notFound('There is no such person.');
  return invited;
};

/** @throws 404 */
export const readInvitation = ({ db }: Pick<Deps, 'db'>, caller: Caller, user: number): Promise<Invitation> =>
  db.read(caller.organisation, async (tx) => answerOf(found(await invitationOf(tx, user, caller.id))));

/**
 * Mails a person without a password the link with which they choose one; it is valid for a week and voids the
 * one before. @throws 404, 409 when they have a password, 429, 503 when no mail can be sent: the link is void then
 */
export async function mailInvitation(
  { config, db, mailer }: Pick<Deps, 'config' | 'db' | 'mailer'>,
  caller: Caller,
  user: number,
): Promise<Invitation> {
  // Before the transaction: it counts on a connection of its own.
  if (!(await allows(db, `invitation ${caller.organisation} ${user}`, TRIES_AN_HOUR, 3600)))
    throw new AppError(
      429,
      'people.too-many-invitations',
      'This person has been sent several invitations already.',
      {
        retryAfter: 3600,
      },
    );
  const token = newToken();
  const invited = await db.write(caller.organisation, async (tx) => {
    const before = found(await invitationOf(tx, user, caller.id));
    if (before.passwordSet)
      throw new AppError(409, 'people.has-password', 'This person has chosen a password already.');
    if (before.invitedAt && Date.now() - before.invitedAt.getTime() < SAME_MS)
      return { before, fresh: false };
    await insertInvitation(tx, user, hashOf(token), VALID_DAYS);
    return { before: found(await invitationOf(tx, user, caller.id)), fresh: true };
  });
  const { before: sent, fresh } = invited;
  if (!fresh) return answerOf(sent);
  const link = `${siteUrl(config)}/reset-password?token=${token}`;
  try {
    await mailer.send({
      to: sent.email,
      subject: say`Your Atrium account at ${sent.organisation}`,
      text: letter(sent, link),
    });
  } catch (error) {
    // Whoever tries again must not be told that it lies in the mail.
    await db.write(caller.organisation, (tx) => dropReset(tx, hashOf(token)));
    if (error instanceof AppError) throw error;
    throw new AppError(
      503,
      'people.mail-failed',
      'The invitation could not be sent. Try again in a few minutes.',
      {
        retryAfter: 60,
      },
    );
  }
  return answerOf(sent);
}
