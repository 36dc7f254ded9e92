import type { HoldingAnswer, HoldingAnswersBody } from '#contract/asset-confirmations.ts';
import type { AssetCondition } from '#contract/assets.ts';
import { invalid } from '#server/lib/app-error.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { FileStore } from '#server/lib/files.ts';
import type { Image } from '#server/lib/images.ts';
import { noteAssets, placeAssets, sawAssets } from '#server/modules/assets/service.ts';
import { refused } from './check.ts';
import { assetColumns, assetName, overdue } from './loan-json.ts';

/** What the person holds and what they are asked about, as a JSON array: what waits for an answer first, then by name. */
export async function holdingsOf(tx: Tx, person: number): Promise<string> {
  const [row] = await tx.named<{ json: string }>(
    'asset-holdings',
    `WITH asked AS MATERIALIZED (
       SELECT k.*, r.name, r.due FROM asset_ask k
       JOIN asset_round r ON r.organisation_id = k.organisation_id AND r.id = k.round_id AND r.closed_at IS NULL
       WHERE k.organisation_id = current_organisation() AND k.user_id = $1
     ), held AS (
       SELECT a.id FROM asset a WHERE a.organisation_id = current_organisation() AND a.owner_id = $1 AND a.deleted_at IS NULL
       UNION SELECT asset_id FROM asked
     )
     SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT ${assetColumns('a')},
       coalesce(a.owner_id = $1, false) AS held,
       (SELECT json_build_object('id', l.id, 'dueDate', epoch_ms(l.due), 'overdue', ${overdue('l')}, 'flag', l.flag)
        FROM asset_loan l WHERE l.organisation_id = a.organisation_id AND l.asset_id = a.id AND l.state = 'out'
          AND l.user_id = $1) AS loan,
       (SELECT coalesce(json_agg(json_build_object('id', k.id,
          'round', json_build_object('id', k.round_id, 'name', k.name, 'dueDate', epoch_ms(k.due)), 'answer', k.answer,
          'note', k.note, 'photograph', ${attachmentJson('k', 'photograph_id')}) ORDER BY k.due), '[]')
        FROM asked k WHERE k.asset_id = a.id) AS asks
     ) one) ORDER BY NOT EXISTS (SELECT FROM asked k WHERE k.asset_id = a.id AND k.answer IS NULL),
       ${assetName('a')} COLLATE "und-x-icu", a.id)), '[]')::text AS json
     FROM held JOIN asset a ON a.organisation_id = current_organisation() AND a.id = held.id AND a.deleted_at IS NULL`,
    [person],
  );
  return row!.json;
}

type Ask = {
  id: number;
  asset: number;
  answer: HoldingAnswer | null;
  before: AssetCondition | null;
  condition: AssetCondition;
  closed: boolean;
};
/** What the caller is asked, by its id; locked. */
async function asksOf(tx: WriteTx, person: number, ids: readonly number[]): Promise<Map<number, Ask>> {
  const rows = await tx.query<Ask>(
    `SELECT k.id, k.asset_id AS asset, k.answer, k.condition_before AS before, a.condition,
       r.closed_at IS NOT NULL OR a.deleted_at IS NOT NULL AS closed
     FROM asset_ask k JOIN asset_round r ON r.organisation_id = k.organisation_id AND r.id = k.round_id
     JOIN asset a ON a.organisation_id = k.organisation_id AND a.id = k.asset_id
     WHERE k.organisation_id = current_organisation() AND k.user_id = $1 AND k.id = ANY($2::bigint[]) FOR UPDATE OF k`,
    [person, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the register says of the asset after this answer. Whoever has it in hand found it, should it have been lost. */
function conditionAfter(answer: HoldingAnswer | null, before: AssetCondition): AssetCondition {
  if (answer === 'lost' || answer === 'damaged') return answer;
  return answer === 'have' && before === 'lost' ? 'good' : before;
}

/** The register and the history of the asset follow the answer. */
async function follow(
  tx: WriteTx,
  caller: Caller,
  { asset, before, condition }: Ask,
  answer: HoldingAnswer | null,
  note: string | null,
) {
  const original = before ?? condition;
  if (answer === 'have') await sawAssets(tx, caller.id, [{ asset, kind: 'confirmed', note }]);
  if (answer === 'not-mine') await noteAssets(tx, caller.id, [{ asset, kind: 'not-mine', note }]);
  await placeAssets(tx, caller.id, [{ asset, condition: conditionAfter(answer, original), note }]);
  return original;
}

/**
 * Takes down what the caller says of what they hold: all of it or nothing. The same answer again changes nothing but its
 * note. @throws 400 naming the attribute, 409 once the round is closed
 */
export async function answer(
  tx: WriteTx,
  caller: Caller,
  files: FileStore,
  { answers, images }: HoldingAnswersBody & { images: ReadonlyMap<number, Image> },
): Promise<string> {
  const asks = await asksOf(
    tx,
    caller.id,
    answers.map(({ id }) => id),
  );
  for (const { id } of answers) {
    const asked = asks.get(id);
    if (!asked) throw invalid('answers', `names nothing that you are asked about (id ${id})`);
    if (asked.closed) throw refused('closed', 'This round is closed. Tell the asset center.');
  }
  for (const [nth, { id, answer: said, note }] of answers.entries()) {
    const asked = asks.get(id)!;
    const words = note ?? null;
    const before =
      said === asked.answer
        ? (asked.before ?? asked.condition)
        : await follow(tx, caller, asked, said, words);
    const image = images.get(nth);
    const photograph = image && said !== null ? await files.storeImage(tx, image, 'asset') : null;
    await tx.query(
      `UPDATE asset_ask SET answer = $2, note = CASE WHEN $2::text IS NULL THEN NULL WHEN $6 THEN $3 ELSE note END,
         photograph_id = CASE WHEN $2::text IS NULL THEN NULL ELSE coalesce($4, photograph_id) END,
         answered_at = CASE WHEN $2::text IS NULL THEN NULL ELSE $7::timestamptz END,
         condition_before = CASE WHEN $2::text IS NULL THEN NULL ELSE $5 END
       WHERE organisation_id = current_organisation() AND id = $1`,
      [id, said, words || null, photograph, before, note !== undefined, tx.stamp],
    );
    asks.set(id, { ...asked, answer: said, before: said === null ? null : before });
  }
  await announce(tx, { topic: 'asset-loans', ids: [], by: caller.id });
  return holdingsOf(tx, caller.id);
}
