import { speaking } from '#server/lib/words.ts';
import type { Database } from '#server/lib/database.ts';
import type { Deps } from '#server/lib/deps.ts';
import type { Message } from '#server/lib/mailer.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { isFinal, retryWait, wordsOf } from '#server/modules/mail-notices/service.ts';
import { calendarDomain, loadEvents } from './event-repository.ts';
import { claimLetters, letGo, lettersById, markFailed, markSent, type Claim } from './letter-repository.ts';
import { compose, composeFreed } from './letter.ts';
import { spreadNews } from './spread.ts';
import { freedOf } from './waiting-repository.ts';

/** Longer than the mailer waits for a server, so that a letter is not taken up while it is being sent. */
const LEASE_SECONDS = 600;
/** So many bookings in one letter: the longest series. */
const MOST = 500;
/** So many failures one after the other are the mail server's, not the letters'. */
const GIVE_UP_AFTER = 3;

type Needs = Pick<Deps, 'db' | 'mailer' | 'config'>;
type Draft = { message: Message; claim: Claim; holds: boolean };

/** The letter as it is to go, and which of the claimed lines are in it; undefined when there is nothing left to say. */
const draftOf = (db: Database, claim: Claim, site: string): Promise<Draft | undefined> =>
  db.read(claim.organisation, async (tx) => {
    const letters = await lettersById(tx, claim);
    const [first] = letters;
    if (!first) return undefined;
    const theirs = (write: () => Message) => speaking(first.language ?? 'en', write);
    const letterIds = new Set(letters.map(({ id }) => id));
    const narrowed = { ...claim, letters: claim.letters.filter(({ id }) => letterIds.has(id)) };
    if (first.waiting !== null) {
      const freed = await freedOf(tx, first.waiting);
      return freed && { message: theirs(() => composeFreed(freed, site)), claim: narrowed, holds: false };
    }
    const events = await loadEvents(
      tx,
      letters.flatMap(({ reservation }) => reservation ?? []),
    );
    const byBooking = new Map(letters.map((letter) => [letter.reservation, letter]));
    const told = events.map((event) => ({ event, letter: byBooking.get(event.id)! }));
    const domain = await calendarDomain(tx);
    const message = theirs(() => compose(told, { site, domain }));
    return { message, claim: narrowed, holds: first.wish === 'request' };
  });

async function sendOne({ db, mailer, config }: Needs, claim: Claim): Promise<boolean> {
  const draft = await draftOf(db, claim, siteUrl(config));
  const sent = new Set(draft?.claim.letters.map(({ id }) => id));
  const rest = claim.letters.filter(({ id }) => !sent.has(id));
  if (rest.length > 0) await letGo(db, { ...claim, letters: rest });
  if (!draft) return true;
  try {
    await mailer.send(draft.message);
  } catch (error) {
    const wait = isFinal(error) ? undefined : retryWait(claim.attempts);
    const due = wait === undefined ? undefined : new Date(Date.now() + wait);
    await markFailed(db, draft.claim, wordsOf(error), due);
    return false;
  }
  await markSent(db, draft.claim, draft.holds);
  return true;
}

/**
 * Writes to those whom news of bookings concern, one letter after the other: a process that dies in the middle leaves
 * one of which nobody knows whether it went, and that one is sent again. Ends early when the mail server takes nothing.
 */
export async function sendBookingLetters(needs: Needs, stopping?: AbortSignal): Promise<void> {
  await spreadNews(needs.db);
  let failures = 0;
  while (failures < GIVE_UP_AFTER && !stopping?.aborted) {
    const claim = await claimLetters(needs.db, LEASE_SECONDS, MOST);
    if (!claim) return;
    failures = (await sendOne(needs, claim)) ? 0 : failures + 1;
  }
}
