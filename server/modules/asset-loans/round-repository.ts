import type { AssetAskQuery, AssetRoundCreate, AssetRoundQuery } from '#contract/asset-confirmations.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { attachmentJson } from '#server/lib/attachment-json.ts';
import { conditions, containing, feedStart, pageSql } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';
import { assetJson, assetName, namedJson } from './loan-json.ts';

export type Scope = Pick<AssetRoundCreate, 'everybody' | 'teamOf' | 'people'>;

/** Everybody who reports to the person, directly or not; a circle from older days ends. */
const TEAM = `WITH RECURSIVE team (id) AS (
  SELECT u.id FROM app_user u WHERE u.organisation_id = current_organisation() AND u.manager_id = $1 AND u.deleted_at IS NULL
  UNION
  SELECT u.id FROM team JOIN app_user u ON u.organisation_id = current_organisation() AND u.manager_id = team.id
    AND u.deleted_at IS NULL
)`;
const HELD = `a.organisation_id = current_organisation() AND a.deleted_at IS NULL AND a.active AND a.owner_id IS NOT NULL
  AND EXISTS (SELECT FROM app_user h WHERE h.organisation_id = a.organisation_id AND h.id = a.owner_id AND h.deleted_at IS NULL)`;

function heldBy(scope: Scope) {
  if (scope.teamOf)
    return {
      sql: `${HELD} AND a.owner_id IN (SELECT id FROM team WHERE id <> $1)`,
      value: scope.teamOf.id,
      with: TEAM,
    };
  if (scope.people)
    return {
      sql: `${HELD} AND a.owner_id = ANY($1::bigint[])`,
      value: scope.people.map(({ id }) => id),
      with: '',
    };
  return { sql: `${HELD} AND $1::text IS NULL`, value: null, with: '' };
}

/** Whom the question would reach, and about how many assets. */
export async function countHeld(tx: Tx, scope: Scope): Promise<{ people: number; assets: number }> {
  const held = heldBy(scope);
  const [row] = await tx.query<{ people: number; assets: number }>(
    `${held.with} SELECT count(DISTINCT a.owner_id) AS people, count(*) AS assets FROM asset a WHERE ${held.sql}`,
    [held.value],
  );
  return row!;
}

/** Stores the round and what it asks; answers its id. */
export async function insertRound(
  tx: WriteTx,
  author: number,
  round: { center: number; name: string; due: number; scope: Scope; remindAt: number | null },
): Promise<number> {
  const { scope } = round;
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO asset_round (organisation_id, center_id, name, due, scope, team_of_id, remind_at, created_by, updated_by,
       date_created, date_updated)
     VALUES (current_organisation(), $1, $2, $3, $4, $5, $6, $7, $7, $8, $8) RETURNING id`,
    [
      round.center,
      round.name,
      new Date(round.due),
      scope.teamOf ? 'team' : scope.people ? 'people' : 'everybody',
      scope.teamOf?.id ?? null,
      round.remindAt === null ? null : new Date(round.remindAt),
      author,
      tx.stamp,
    ],
  );
  const held = heldBy(scope);
  await tx.query(
    `${held.with} INSERT INTO asset_ask (organisation_id, round_id, asset_id, user_id)
     SELECT a.organisation_id, $2, a.id, a.owner_id FROM asset a WHERE ${held.sql} ORDER BY a.owner_id, a.id`,
    [held.value, row!.id],
  );
  return row!.id;
}

const json = `json_strip_nulls(row_to_json((SELECT one FROM (SELECT r.id, r.name, ${namedJson('center', 'r', 'center_id')} AS center,
  epoch_ms(r.due) AS "dueDate", r.scope, ${namedJson('app_user', 'r', 'team_of_id')} AS "teamOf", told.people,
  told.people - told.waiting AS "peopleDone", told.assets, told.answers, epoch_ms(r.closed_at) AS "closedAt",
  ${namedJson('app_user', 'r', 'closed_by')} AS "closedBy", ${namedJson('app_user', 'r', 'created_by')} AS "createdBy",
  epoch_ms(r.date_created) AS "dateCreated", epoch_ms(r.date_updated) AS "dateUpdated") one)))`;
const counted = `CROSS JOIN LATERAL (SELECT count(DISTINCT k.user_id) AS people,
    count(DISTINCT k.user_id) FILTER (WHERE k.answer IS NULL) AS waiting, count(*) AS assets,
    json_build_object('none', count(*) FILTER (WHERE k.answer IS NULL),
      'have', count(*) FILTER (WHERE k.answer = 'have'), 'lost', count(*) FILTER (WHERE k.answer = 'lost'),
      'damaged', count(*) FILTER (WHERE k.answer = 'damaged'),
      'not-mine', count(*) FILTER (WHERE k.answer = 'not-mine')) AS answers
  FROM asset_ask k WHERE k.organisation_id = r.organisation_id AND k.round_id = r.id) told`;

/** A page of rounds as a JSON array. */
export async function listRounds(tx: Tx, query: AssetRoundQuery): Promise<string> {
  const where = conditions('r.organisation_id = current_organisation()')
    .add('r.date_updated > ?', feedStart(query))
    .add('fold(r.name) LIKE fold(?)', query.search === undefined ? undefined : containing(query.search))
    .when(query.closed, 'r.closed_at IS NOT NULL', 'r.closed_at IS NULL');
  const order = {
    id: 'r.id',
    name: 'r.name COLLATE "und-x-icu"',
    dueDate: 'r.due',
    dateUpdated: 'r.date_updated',
  };
  const rows = await tx.query<{ json: string }>(
    `SELECT ${json}::text AS json FROM (SELECT * FROM asset_round r WHERE ${where.sql} ${pageSql(order, query)}) r ${counted}
     ${pageSql(order, { ...query, startAt: 0 })}`,
    where.params,
  );
  return `[${rows.map((row) => row.json).join(',')}]`;
}

/** A round as JSON text. */
export async function renderRound(tx: Tx, id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT ${json}::text AS json FROM asset_round r ${counted} WHERE r.organisation_id = current_organisation() AND r.id = $1`,
    [id],
  );
  return row?.json;
}

/** What was asked, asset by asset, as a JSON array: by holder and name unless something else is asked for. */
export async function listAsks(tx: Tx, round: number, query: AssetAskQuery): Promise<string> {
  const answers = query.answer?.filter((answer) => answer !== 'none');
  const where = conditions('k.organisation_id = current_organisation() AND k.round_id = $1', round)
    .add('k.user_id = ANY(?)', query.userId)
    .add(
      `(k.answer = ANY(?) ${query.answer?.includes('none') ? 'OR k.answer IS NULL' : ''})`,
      query.answer && answers,
    )
    .add(
      '(a.words LIKE fold(?) OR fold(u.name) LIKE fold(?))',
      query.search === undefined ? undefined : containing(query.search),
    );
  const order = {
    id: 'k.id',
    user: 'u.name COLLATE "und-x-icu"',
    asset: `${assetName('a')} COLLATE "und-x-icu"`,
    answer: 'k.answer',
    answeredAt: 'k.answered_at',
  };
  const rows = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT k.id, ${assetJson('k')} AS asset,
       ${userShort('k', 'user_id')} AS "user", k.answer, k.note, ${attachmentJson('k', 'photograph_id')} AS photograph,
       epoch_ms(k.answered_at) AS "answeredAt") one)))::text AS json
     FROM asset_ask k JOIN asset a ON a.organisation_id = k.organisation_id AND a.id = k.asset_id
     JOIN app_user u ON u.organisation_id = k.organisation_id AND u.id = k.user_id
     WHERE ${where.sql} ${pageSql(order, query)}`,
    where.params,
  );
  return `[${rows.map((row) => row.json).join(',')}]`;
}

/** Who was asked, as a JSON array: those who have not answered everything first, then by name. */
export async function listAsked(
  tx: Tx,
  round: number,
  { limit, startAt, search }: { limit: number; startAt: number; search?: string | undefined },
): Promise<string> {
  const rows = await tx.query<{ json: string }>(
    `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${userShort('p', 'user_id')} AS "user", p.assets, p.answered,
       p.deviations, (SELECT epoch_ms(max(t.sent_at)) FROM asset_letter t WHERE t.organisation_id = p.organisation_id
         AND t.round_id = $1 AND t.user_id = p.user_id) AS "remindedAt") one)))::text AS json
     FROM (SELECT k.organisation_id, k.user_id, u.name, count(*) AS assets, count(k.answer) AS answered,
         count(*) FILTER (WHERE k.answer <> 'have') AS deviations
       FROM asset_ask k JOIN app_user u ON u.organisation_id = k.organisation_id AND u.id = k.user_id
       WHERE k.organisation_id = current_organisation() AND k.round_id = $1
         AND ($2::text IS NULL OR fold(u.name) LIKE fold($2))
       GROUP BY 1, 2, 3) p
     ORDER BY p.answered >= p.assets, p.name COLLATE "und-x-icu", p.user_id LIMIT $3 OFFSET $4`,
    [round, search === undefined ? null : containing(search), limit, startAt],
  );
  return `[${rows.map((row) => row.json).join(',')}]`;
}
