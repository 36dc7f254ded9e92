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
import { composeDigest } from './digest-letter.ts';
import { claimDigest, loadDigest, putOff, settle, type Claim } from './digest-repository.ts';

/** Longer than the mailer waits for a server, so that a letter is not taken up while it is being sent. */
const LEASE_SECONDS = 600;
/** So many failures one after the other are the mail server's, not the letters'. */
const GIVE_UP_AFTER = 3;

type Needs = Pick<Deps, 'db' | 'mailer' | 'config'>;

async function sendOne({ db, mailer, config }: Needs, claim: Claim, now: Date): Promise<boolean> {
  const { digest, allowed } = await db.read(claim.organisation, async (tx) => {
    const { times, zone } = await reachableOf(tx, claim.person);
    // The hour is one that they chose; days without messages hold for all of them.
    const anyHour = { ...times, from: '00:00', until: '23:59' };
    return { digest: await loadDigest(tx, claim), allowed: nextAllowed(now, anyHour, zone) };
  });
  if (!digest || digest.lines.length === 0) {
    await settle(db, claim);
    return true;
  }
  if (allowed > now) {
    // The same hour of another day, not the midnight at which that day begins.
    const days = Math.ceil((allowed.getTime() - now.getTime()) / DAY);
    await putOff(db, claim, { due: new Date(now.getTime() + days * DAY), why: null });
    return true;
  }
  try {
    await mailer.send(speaking(digest.language ?? 'en', () => composeDigest(digest, siteUrl(config))));
  } catch (error) {
    const wait = isFinal(error) ? undefined : retryWait(claim.attempts);
    const due = wait === undefined ? undefined : new Date(now.getTime() + wait);
    await putOff(db, claim, { due, why: wordsOf(error) });
    return false;
  }
  await settle(db, claim);
  return true;
}
const DAY = 86_400_000;

/** Sends the digests whose hour has come, one letter a person. Ends early when the mail server takes nothing. */
export async function sendDigests(needs: Needs, stopping?: AbortSignal, now = new Date()): Promise<void> {
  let failures = 0;
  while (failures < GIVE_UP_AFTER && !stopping?.aborted) {
    const claim = await claimDigest(needs.db, LEASE_SECONDS);
    if (!claim) return;
    failures = (await sendOne(needs, claim, now)) ? 0 : failures + 1;
  }
}
