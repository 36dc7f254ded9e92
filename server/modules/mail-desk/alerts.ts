import type { z } from 'zod';
import type { alertWrite } from '#contract/mail-notices.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { insertAlert, loadAlert, removeAlert, saveAlert, showAlert, type Alert } from './alert-repository.ts';
import { loadKnown } from './known-repository.ts';

type Written = z.output<typeof alertWrite>;

/** What stands after the write: what is absent stays as it was. @throws 400 naming the attribute */
async function written(tx: WriteTx, { notes, user, multipleAlerts }: Written, now?: Alert): Promise<Alert> {
  if (user) {
    const none = { routes: [], stops: [], locations: [], packageTypes: [], names: [] };
    const known = await loadKnown(tx, { ...none, users: [user.id] });
    if (known.users.get(user.id)?.gone !== false)
      throw invalid('user', 'names no person of your organisation');
  }
  return {
    notes,
    user: user === undefined ? (now?.user ?? null) : (user?.id ?? null),
    multipleAlerts: multipleAlerts ?? now?.multipleAlerts ?? false,
  };
}

/** Every desk shows it at the next scan. */
const tell = (tx: WriteTx, caller: Caller, id: number) =>
  announce(tx, { topic: 'catalogue', ids: [id], by: caller.id });

/** Leaves a standing note on a person, or for the desk when on nobody. Answers it as JSON text. @throws 400 */
export async function addAlert(tx: WriteTx, caller: Caller, body: Written): Promise<string> {
  const id = await insertAlert(tx, caller.id, await written(tx, body));
  await tell(tx, caller, id);
  return showAlert(tx, id);
}

/** Answers the note as JSON text. @throws 400, 404 */
export async function editAlert(tx: WriteTx, caller: Caller, id: number, body: Written): Promise<string> {
  const now = await loadAlert(tx, id);
  if (!now) throw notFound('There is no such alert.');
  await saveAlert(tx, id, await written(tx, body, now));
  await tell(tx, caller, id);
  return showAlert(tx, id);
}

/** @throws 404 */
export async function dropAlert(tx: WriteTx, caller: Caller, id: number): Promise<void> {
  if (!(await loadAlert(tx, id))) throw notFound('There is no such alert.');
  await removeAlert(tx, id);
  await tell(tx, caller, id);
}
