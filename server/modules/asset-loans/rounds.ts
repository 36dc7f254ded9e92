import type { z } from 'zod';
import type {
  AssetAskQuery,
  AssetRoundCreate,
  assetRoundEdit,
  AssetRoundQuery,
} from '#contract/asset-confirmations.ts';
import { nextReminder } from '#contract/asset-loan-rules.ts';
import type { ListQuery } from '#contract/wire.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import { centerFor, checkSameId, refused } from './check.ts';
import { isPerson } from './asset-repository.ts';
import { queueLetters, type LetterKind } from './letter-repository.ts';
import * as rounds from './round-repository.ts';
import { rulesOf } from './rules.ts';

const NONE = 'There is no such round.';
const LONGEST = 2 * 366 * 86_400_000;

export const listRounds = (db: Database, caller: Caller, query: AssetRoundQuery): Promise<string> =>
  db.read(caller.organisation, (tx) => rounds.listRounds(tx, query));

const rendered = async (tx: Tx, id: number): Promise<string> => {
  const json = await rounds.renderRound(tx, id);
  if (json === undefined) throw notFound(NONE);
  return json;
};
/** A round as JSON text. @throws 404 */
export const showRound = (db: Database, caller: Caller, id: number): Promise<string> =>
  db.read(caller.organisation, (tx) => rendered(tx, id));

/** What was asked, asset by asset, as JSON text. @throws 404 */
export const showAsks = (db: Database, caller: Caller, id: number, query: AssetAskQuery): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    await rendered(tx, id);
    return rounds.listAsks(tx, id, query);
  });

/** Who was asked, as JSON text. @throws 404 */
export const showAsked = (db: Database, caller: Caller, id: number, query: ListQuery): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    await rendered(tx, id);
    return rounds.listAsked(tx, id, query);
  });

/** @throws 400 naming the attribute */
async function checkScope(tx: Tx, { everybody, teamOf, people }: rounds.Scope): Promise<void> {
  if (teamOf && !(await isPerson(tx, teamOf.id)))
    throw invalid('teamOf', 'names no person of your organisation');
  const [stranger] = await tx.query<{ id: number }>(
    `SELECT g.id FROM unnest($1::bigint[]) AS g (id) WHERE NOT EXISTS (SELECT FROM app_user u
       WHERE u.organisation_id = current_organisation() AND u.id = g.id AND u.deleted_at IS NULL) LIMIT 1`,
    [(people ?? []).map(({ id }) => id)],
  );
  if (stranger) throw invalid('people', `names no person of your organisation (id ${stranger.id})`);
  const given = [everybody === true, teamOf !== undefined, people !== undefined].filter(Boolean).length;
  if (given !== 1) throw invalid('everybody', 'is true, or give teamOf, or people: one of the three');
}

/** Whom the question would reach. @throws 400 naming the attribute */
export const previewRound = (db: Database, caller: Caller, scope: rounds.Scope) =>
  db.read(caller.organisation, async (tx) => {
    await checkScope(tx, scope);
    return rounds.countHeld(tx, scope);
  });

/** @throws 400 */
function checkDue(dueDate: number, now: number): void {
  if (dueDate <= now) throw invalid('dueDate', 'lies in the past. Choose a time to come.');
  if (dueDate > now + LONGEST) throw invalid('dueDate', 'is more than two years ahead');
}

/** Those of the round who still owe an answer are written to. */
async function ask(tx: WriteTx, round: number, kind: LetterKind): Promise<number> {
  const people = await tx.query<{ user: number }>(
    `SELECT DISTINCT user_id AS "user" FROM asset_ask
     WHERE organisation_id = current_organisation() AND round_id = $1 AND answer IS NULL`,
    [round],
  );
  await queueLetters(
    tx,
    people.map(({ user }) => ({ user, kind, round })),
  );
  return people.length;
}
const tell = (tx: WriteTx, caller: Caller) => announce(tx, { topic: 'asset-loans', ids: [], by: caller.id });

/** Asks people for what they hold; they are written to. JSON text of the round. @throws 400 naming the attribute, 403, 409 */
export async function startRound(tx: WriteTx, caller: Caller, body: AssetRoundCreate): Promise<string> {
  const center = await centerFor(tx, caller, body.center?.id);
  await checkScope(tx, body);
  const now = tx.stamp.getTime();
  checkDue(body.dueDate, now);
  const { assets } = await rounds.countHeld(tx, body);
  if (assets === 0)
    throw refused('nothing-held', 'None of these people holds anything that is in the register.', 'people');
  const remindAt = nextReminder(body.dueDate, now, await rulesOf(tx));
  const about = { center, name: body.name.trim(), due: body.dueDate, scope: body, remindAt };
  const id = await rounds.insertRound(tx, caller.id, about);
  await ask(tx, id, 'asked');
  await tell(tx, caller);
  return rendered(tx, id);
}

/** The round, locked, still open. @throws 404, 409 */
async function openRound(tx: WriteTx, id: number): Promise<{ dateUpdated: number }> {
  const [row] = await tx.query<{ dateUpdated: number; closed: boolean }>(
    `SELECT epoch_ms(date_updated) AS "dateUpdated", closed_at IS NOT NULL AS closed FROM asset_round
     WHERE organisation_id = current_organisation() AND id = $1 FOR UPDATE`,
    [id],
  );
  if (!row) throw notFound(NONE);
  if (row.closed) throw refused('closed', 'This round is closed. Start another one.');
  return row;
}

/** Changes the name or the date of an open round. JSON text. @throws 400, 404, 409 */
export async function editRound(
  tx: WriteTx,
  caller: Caller,
  { id, edit, ifMatch }: { id: number; edit: z.output<typeof assetRoundEdit>; ifMatch: string | undefined },
): Promise<string> {
  checkSameId(edit.id, id);
  const { dateUpdated } = await openRound(tx, id);
  if (!namesVersion(ifMatch, dateUpdated))
    throw refused('changed-meanwhile', 'Somebody changed this round meanwhile. Look at it again.');
  const now = tx.stamp.getTime();
  if (edit.dueDate !== undefined) checkDue(edit.dueDate, now);
  const remindAt =
    edit.dueDate === undefined ? null : new Date(nextReminder(edit.dueDate, now, await rulesOf(tx)));
  await tx.query(
    `UPDATE asset_round SET name = coalesce($2, name), due = coalesce($3, due), remind_at = coalesce($4, remind_at),
       updated_by = $5, date_updated = $6 WHERE organisation_id = current_organisation() AND id = $1`,
    [
      id,
      edit.name?.trim() ?? null,
      edit.dueDate === undefined ? null : new Date(edit.dueDate),
      remindAt,
      caller.id,
      tx.stamp,
    ],
  );
  await tell(tx, caller);
  return rendered(tx, id);
}

/** Ends a round: answers can be changed no more. A repeat changes nothing. JSON text. @throws 404 */
export async function closeRound(tx: WriteTx, caller: Caller, id: number): Promise<string> {
  await rendered(tx, id);
  await tx.query(
    `UPDATE asset_round SET closed_at = $2, closed_by = $3, remind_at = NULL, updated_by = $3, date_updated = $2
     WHERE organisation_id = current_organisation() AND id = $1 AND closed_at IS NULL`,
    [id, tx.stamp, caller.id],
  );
  await tell(tx, caller);
  return rendered(tx, id);
}

/** Writes to those who have not answered. JSON text of the round. @throws 404, 409 */
export async function remindRound(tx: WriteTx, _caller: Caller, id: number): Promise<string> {
  await openRound(tx, id);
  if ((await ask(tx, id, 'ask-again')) === 0) throw refused('answered', 'Everybody has answered.');
  return rendered(tx, id);
}
