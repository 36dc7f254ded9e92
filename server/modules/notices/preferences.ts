import type { z } from 'zod';
import {
  type NoticeChoice,
  type NoticePreferences,
  type noticePreferencesEdit,
  undigested,
  unwritten,
} from '#contract/notices.ts';
import { invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { editPreferences as editMailPreferences } from '#server/modules/mail-notices/service.ts';
import { leaveDigest, loadPreferences, saveChoices, saveHour } from './preference-repository.ts';

/** Kinds whose letters are switched off by an attribute of the older PUT /mail/preferences: one truth for both. */
const mailSwitches = { 'parcel-arrived': 'arrival', 'parcel-waiting': 'reminders' } as const;
const switchOf = (kind: string) => (mailSwitches as Record<string, 'arrival' | 'reminders'>)[kind];

/**
 * Changes what is given and leaves the rest; answers the whole.
 * @throws 400 naming the attribute
 */
export async function editPreferences(
  tx: WriteTx,
  caller: Caller,
  { digestHour, kinds = [] }: z.output<typeof noticePreferencesEdit>,
): Promise<NoticePreferences> {
  const before = await loadPreferences(tx, caller.id);
  const known = new Map(before.kinds.map((choice) => [choice.kind, choice]));
  const choices = new Map<string, NoticeChoice>();
  for (const [at, { kind, inApp, email }] of kinds.entries()) {
    if (choices.has(kind)) throw invalid(`kinds.${at}.kind`, 'is named twice');
    if (email === 'digest' && undigested.includes(kind))
      throw invalid(
        `kinds.${at}.email`,
        'must be now or never: news of this kind does not wait for a digest',
      );
    if (email === 'now' && unwritten.includes(kind))
      throw invalid(`kinds.${at}.email`, 'must be digest or never: there is no letter about this kind');
    const now = known.get(kind)!;
    choices.set(kind, { kind, inApp: inApp ?? now.inApp, email: email ?? now.email });
  }
  const changed = [...choices.values()];
  const switches = changed.flatMap(({ kind, email }) => {
    const name = switchOf(kind);
    return name ? [[name, email !== 'never'] as const] : [];
  });
  if (switches.length > 0) await editMailPreferences(tx, caller, Object.fromEntries(switches));
  await saveChoices(
    tx,
    caller.id,
    changed.map((choice) =>
      switchOf(choice.kind) && choice.email === 'never' ? { ...choice, email: 'now' } : choice,
    ),
  );
  await leaveDigest(tx, caller.id);
  if (digestHour !== undefined) await saveHour(tx, caller.id, digestHour);
  return loadPreferences(tx, caller.id);
}
