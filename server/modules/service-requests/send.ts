import { speaking } from '#server/lib/words.ts';
import type { Deps } from '#server/lib/deps.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { isFinal, retryWait, wordsOf } from '#server/modules/mail-notices/service.ts';
import { compose } from './letter.ts';
import { claimLetter, loadLetter, markFailed, markSent, type Claim } from './letter-repository.ts';

/** Longer than the mailer waits for a server, so that a letter is not taken up while it is being sent. */
const LEASE_SECONDS = 600;
/** So many failures one after the other are the mail server's, not the letters'. */
const GIVE_UP_AFTER = 3;

type Needs = Pick<Deps, 'db' | 'mailer' | 'config'>;

async function sendOne({ db, mailer, config }: Needs, claim: Claim): Promise<boolean> {
  const letter = await db.read(claim.organisation, (tx) => loadLetter(tx, claim));
  if (!letter || letter.news.length === 0) {
    await markSent(db, claim, undefined);
    return true;
  }
  try {
    await mailer.send(
      speaking(letter.language ?? 'en', () => compose(letter, claim.request, siteUrl(config))),
    );
  } catch (error) {
    const wait = isFinal(error) ? undefined : retryWait(claim.attempts);
    await markFailed(db, claim, wordsOf(error), wait === undefined ? undefined : new Date(Date.now() + wait));
    return false;
  }
  await markSent(db, claim, letter.news.at(-1)!.id);
  return true;
}

/** Writes to those whom news of requests concern. Ends early when the mail server takes nothing. */
export async function sendServiceLetters(needs: Needs, stopping?: AbortSignal): Promise<void> {
  let failures = 0;
  while (failures < GIVE_UP_AFTER && !stopping?.aborted) {
    const claim = await claimLetter(needs.db, LEASE_SECONDS);
    if (!claim) return;
    failures = (await sendOne(needs, claim)) ? 0 : failures + 1;
  }
}
