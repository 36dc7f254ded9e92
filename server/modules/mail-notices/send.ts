import { speaking } from '#server/lib/words.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Deps } from '#server/lib/deps.ts';
import { siteUrl } from '#server/lib/origin.ts';
import { compose } from './letter.ts';
import { nextAllowed } from './quiet-times.ts';
import {
  claimNotice,
  dropNotice,
  loadDraft,
  markFailed,
  markSent,
  postponeNotice,
  type Claim,
} from './send-repository.ts';

/** Longer than the mailer waits for a server, so that a message is not taken up while it is being sent. */
const LEASE_SECONDS = 600;
/** So many failures one after the other are the mail server's, not the messages'. */
const GIVE_UP_AFTER = 3;
const MINUTE = 60_000;
const FIRST_WAITS = [1, 5, 15, 60].map((minutes) => minutes * MINUTE);
const LATER_WAIT = 180 * MINUTE;
const DAYS_OF_TRYING = 3;

/** How long after the failure of this try (1 is the first) the next is made; undefined: no more. */
export function retryWait(attempts: number): number | undefined {
  const later = (DAYS_OF_TRYING * 24 * 60 * MINUTE) / LATER_WAIT;
  if (attempts > FIRST_WAITS.length + later) return undefined;
  return FIRST_WAITS[attempts - 1] ?? LATER_WAIT;
}

type Needs = Pick<Deps, 'db' | 'mailer' | 'config'>;
type Outcome = 'sent' | 'put off' | 'failed';

/** What a failed try is remembered by. */
export const wordsOf = (error: unknown) =>
  (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** Whether another try is of no use: no mail can be sent to such an address, or the server knows of none. */
export function isFinal(error: unknown): boolean {
  if (error instanceof AppError) return true;
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode >= 550 && responseCode <= 553;
}

async function sendOne(
  { db, mailer, config }: Needs,
  { organisation, id, attempts }: Claim,
): Promise<Outcome> {
  const draft = await db.read(organisation, (tx) => loadDraft(tx, id));
  if (!draft?.wanted || draft.items.length === 0) {
    await db.write(organisation, (tx) => dropNotice(tx, id));
    return 'put off';
  }
  const { times, zone } = draft.reachable;
  const now = new Date();
  const allowed = nextAllowed(now, times, zone);
  if (allowed > now) {
    await db.write(organisation, (tx) => postponeNotice(tx, id, allowed));
    return 'put off';
  }
  try {
    await mailer.send(speaking(draft.language ?? 'en', () => compose(draft, siteUrl(config))));
  } catch (error) {
    const wait = isFinal(error) ? undefined : retryWait(attempts);
    const due = wait === undefined ? undefined : nextAllowed(new Date(Date.now() + wait), times, zone);
    await db.write(organisation, (tx) => markFailed(tx, id, wordsOf(error), due));
    return 'failed';
  }
  const told = draft.items.map((item) => item.id);
  await db.write(organisation, (tx) => markSent(tx, id, told));
  return 'sent';
}

/**
 * Sends what is due, one message after the other: a process that dies in the middle leaves one message of
 * which nobody knows whether it went, and that one is sent again. Ends early when the mail server takes
 * nothing; the rest waits for the next call.
 */
export async function sendDueNotices(needs: Needs, stopping?: AbortSignal): Promise<void> {
  let failures = 0;
  while (failures < GIVE_UP_AFTER && !stopping?.aborted) {
    const claim = await claimNotice(needs.db, LEASE_SECONDS);
    if (!claim) return;
    failures = (await sendOne(needs, claim)) === 'failed' ? failures + 1 : 0;
  }
}
