import type { z } from 'zod';
import type { MailPreferences, mailPreferencesEdit } from '#contract/mail-notices.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import {
  isPerson,
  loadPreferences,
  reachableOf,
  rescheduleNotices,
  savePreferences,
} from './preference-repository.ts';
import { nextAllowed } from './quiet-times.ts';

export const preferencesOf = (db: Database, caller: Caller): Promise<MailPreferences> =>
  db.read(caller.organisation, (tx) => loadPreferences(tx, caller.id));

/** @throws 400 naming the attribute */
function checkTimes({ quietWeekdays, from, until }: MailPreferences) {
  if (quietWeekdays.length === 7)
    throw invalid('quietWeekdays', 'must leave a day; turn the messages off to get none');
  if (from >= until) throw invalid('from', `must be earlier than ${until}`);
}

/**
 * Changes what is given and leaves the rest. What waits to be sent goes by the new times. Answers the whole.
 * @throws 400 naming the attribute
 */
export async function editPreferences(
  tx: WriteTx,
  caller: Caller,
  { delegate, ...edit }: z.output<typeof mailPreferencesEdit>,
): Promise<MailPreferences> {
  const now = await loadPreferences(tx, caller.id);
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  const after: MailPreferences = { ...now, ...given };
  after.quietWeekdays = [...new Set(after.quietWeekdays)].toSorted((a, b) => a - b);
  checkTimes(after);
  const collects = delegate === undefined ? (now.delegate?.id ?? null) : (delegate?.id ?? null);
  if (collects === caller.id) throw invalid('delegate', 'must be somebody else');
  if (collects !== null && !(await isPerson(tx, collects)))
    throw invalid('delegate', 'names no person of your organisation');
  await savePreferences(tx, caller.id, after, collects);
  const { times, zone } = await reachableOf(tx, caller.id);
  await rescheduleNotices(tx, caller.id, nextAllowed(tx.stamp, times, zone));
  return loadPreferences(tx, caller.id);
}
