import { speaking } from '#server/lib/words.ts';
import type { Deps } from '#server/lib/deps.ts';
import { siteUrl } from '#server/lib/origin.ts';
import {
  isFinal,
  nextAllowed,
  reachableOf,
  retryWait,
  wordsOf,
} from '#server/modules/mail-notices/service.ts';
import { compose } from './letter.ts';
import { claimLetters, dropLetters, loadDraft, markSent, putOff, type Claim } from './letter-repository.ts';
import { queueAssetReminders } from './reminders.ts';

/** Longer than the mailer waits for a server, so that a letter is not taken up while it is being sent. */
const LEASE_SECONDS = 600;
/** So many failures one after the other are the mail server's, not the letters'. */
const GIVE_UP_AFTER = 3;

type Needs = Pick<Deps, 'db' | 'mailer' | 'config'>;

async function sendOne({ db, mailer, config }: Needs, claim: Claim): Promise<boolean> {
  const { draft, allowed } = await db.read(claim.organisation, async (tx) => {
    const { times, zone } = await reachableOf(tx, claim.person);
    return { draft: await loadDraft(tx, claim), allowed: nextAllowed(new Date(), times, zone) };
  });
  if (!draft || draft.lines.length === 0) {
    await dropLetters(db, claim);
    return true;
  }
  if (allowed.getTime() > Date.now()) {
    await putOff(db, claim, { due: allowed, tried: false });
    return true;
  }
  try {
    await mailer.send(speaking(draft.language ?? 'en', () => compose(draft, siteUrl(config))));
  } catch (error) {
    const wait = isFinal(error) ? undefined : retryWait(claim.attempts);
    const due = wait === undefined ? undefined : new Date(Date.now() + wait);
    await putOff(db, claim, { due, why: wordsOf(error), tried: true });
    return false;
  }
  await markSent(db, claim);
  return true;
}

/**
 * Puts down who is to be reminded, and writes to them: one letter each, outside of their quiet times. Ends early when the
 * mail server takes nothing.
 */
export async function sendAssetLetters(needs: Needs, stopping?: AbortSignal): Promise<void> {
  await queueAssetReminders(needs.db);
  let failures = 0;
  while (failures < GIVE_UP_AFTER && !stopping?.aborted) {
    const claim = await claimLetters(needs.db, LEASE_SECONDS);
    if (!claim) return;
    failures = (await sendOne(needs, claim)) ? 0 : failures + 1;
  }
}
