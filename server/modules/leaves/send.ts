import type { Deps } from '#server/lib/deps.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { speaking } from '#server/lib/words.ts';
import {
  isFinal,
  nextAllowed,
  reachableOf,
  retryWait,
  wordsOf,
} from '#server/modules/mail-notices/service.ts';
import { compose } from './letter.ts';
import { claimLetter, loadLetter, markSent, postpone, type Claim } from './letter-repository.ts';

/** Longer than the mailer waits for a server, so that a letter is not taken up while it is being sent. */
const LEASE_SECONDS = 600;
/** So many failures one after the other are the mail server's, not the letters'. */
const GIVE_UP_AFTER = 3;

type Needs = Pick<Deps, 'db' | 'mailer' | 'config'>;

async function sendOne({ db, mailer, config }: Needs, claim: Claim, now: Date): Promise<boolean> {
  const { letter, allowed } = await db.read(claim.organisation, async (tx) => {
    const { times, zone } = await reachableOf(tx, claim.person);
    return { letter: await loadLetter(tx, claim), allowed: nextAllowed(now, times, zone) };
  });
  const message = letter && speaking(letter.language ?? 'en', () => compose(letter, siteUrl(config)));
  if (!message) {
    await markSent(db, claim, false);
    return true;
  }
  // Quiet times are those of the person's other messages.
  if (allowed > now) {
    await postpone(db, claim, null, allowed);
    return true;
  }
  try {
    await mailer.send(message);
  } catch (error) {
    const wait = isFinal(error) ? undefined : retryWait(claim.attempts);
    const due = wait === undefined ? undefined : new Date(now.getTime() + wait);
    await postpone(db, claim, wordsOf(error), due);
    return false;
  }
  await markSent(db, claim, true);
  return true;
}

/** Writes to those whom leaves concern. Ends early when the mail server takes nothing. */
export async function sendLeaveLetters(
  needs: Needs,
  stopping?: AbortSignal,
  now = new Date(),
): Promise<void> {
  let failures = 0;
  while (failures < GIVE_UP_AFTER && !stopping?.aborted) {
    const claim = await claimLetter(needs.db, LEASE_SECONDS);
    if (!claim) return;
    failures = (await sendOne(needs, claim, now)) ? 0 : failures + 1;
  }
}
