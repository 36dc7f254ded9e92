import type { LendableQuery } from '#contract/asset-loans.ts';
import { invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { conditions, containing } from '#server/lib/paging.ts';
import { assetsByCode } from '#server/modules/assets/service.ts';
import { refused } from './check.ts';
import { assetColumns, namedJson, overdue } from './loan-json.ts';
import { renderLoans } from './loan-repository.ts';

const WEEKS_SHOWN = 4 * 7 * 86_400_000;
const DAY = 86_400_000;

const held = (window: string) => `SELECT l.* FROM asset_loan l WHERE l.organisation_id = a.organisation_id
  AND l.asset_id = a.id AND l.state IN ('reserved', 'out') AND ${window}`;
// What is overdue keeps the asset until it comes back: nobody knows when, but not within hours.
const FREE = `NOT EXISTS (${held(`l.starts < $2 AND (l.due > $1 OR ($1 <= now() + interval '12 hours' AND ${overdue('l')}))`)})`;

/**
 * What may be reserved, as JSON text: what is free in the whole window comes first, then by name. Without a window: the day
 * that begins now. @throws 400
 */
export const listLendable = (db: Database, caller: Caller, query: LendableQuery): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const since = query.startDate ?? Date.now();
    const until = query.dueDate ?? since + DAY;
    if (until <= since) throw invalid('dueDate', 'must be later than startDate');
    const where = conditions(
      `a.organisation_id = current_organisation() AND a.lendable AND a.deleted_at IS NULL AND a.active
         AND a.condition <> 'lost'`,
      new Date(since),
      new Date(until),
      new Date(until + WEEKS_SHOWN),
    )
      .add(
        '(a.words LIKE fold(?) OR fold(m.name) LIKE fold(?))',
        query.search === undefined ? undefined : containing(query.search),
      )
      .add('m.asset_type_id = ANY(?)', query.typeId)
      .when(query.free, FREE, `NOT ${FREE}`);
    const [row] = await tx.query<{ json: string }>(
      `WITH page AS MATERIALIZED (
         SELECT a.id, ${FREE} AS free, row_number() OVER (ORDER BY NOT ${FREE},
           coalesce(nullif(a.given_name, ''), m.name) COLLATE "und-x-icu", a.id) AS nth
         FROM asset a JOIN asset_model m ON m.organisation_id = a.organisation_id AND m.id = a.asset_model_id
         WHERE ${where.sql} ORDER BY nth LIMIT ${query.limit} OFFSET ${query.startAt}
       )
       SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT ${assetColumns('a')},
         ${namedJson('room', 'a', 'room_id', 'AND target.deleted_at IS NULL')} AS room, page.free,
         EXISTS (${held(overdue('l'))}) AS overdue,
         (SELECT coalesce(json_agg(json_build_object('loan', h.id, 'state', h.state,
            'user', ${namedJson('app_user', 'h', 'user_id')}, 'startDate', epoch_ms(h.starts), 'dueDate', epoch_ms(h.due))
            ORDER BY h.starts), '[]') FROM (${held(`l.starts < $3 AND (l.due > $1 OR ${overdue('l')})`)}) h) AS taken
       ) one) ORDER BY page.nth)), '[]')::text AS json
       FROM page JOIN asset a ON a.organisation_id = current_organisation() AND a.id = page.id`,
      where.params,
    );
    return row!.json;
  });

/** Lets everybody reserve these assets, or nobody any more; what is reserved stays so. @throws 400 */
export async function setLendable(tx: WriteTx, caller: Caller, assets: readonly number[], lendable: boolean) {
  const asked = [...new Set(assets)];
  const there = await tx.query<{ id: number }>(
    `SELECT id FROM asset WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[]) AND deleted_at IS NULL`,
    [asked],
  );
  const known = new Set(there.map(({ id }) => id));
  const missing = asked.find((id) => !known.has(id));
  if (missing !== undefined) throw invalid('assets', `names no asset of your organisation (id ${missing})`);
  const changed = await tx.query<{ id: number }>(
    `UPDATE asset SET lendable = $2, date_updated = $3
     WHERE organisation_id = current_organisation() AND id = ANY($1::bigint[]) AND lendable <> $2 RETURNING id`,
    [asked, lendable, tx.stamp],
  );
  const ids = changed.map(({ id }) => id);
  if (ids.length > 0) await announce(tx, { topic: 'assets', ids, by: caller.id });
  return { count: ids.length, ids };
}

async function loansNow(tx: Tx, asset: number) {
  const rows = await tx.query<{ id: number; state: string }>(
    `SELECT id, state FROM asset_loan WHERE organisation_id = current_organisation() AND asset_id = $1
       AND (state = 'out' OR state = 'reserved' AND due > now()) ORDER BY starts LIMIT 20`,
    [asset],
  );
  const json = async (state: string) =>
    renderLoans(
      tx,
      rows.flatMap((row) => (row.state === state ? [row.id] : [])),
    );
  return { out: await json('out'), reserved: await json('reserved') };
}

/** What a keeper can do with what bears this code, as JSON text. @throws 404, 409 when several bear it */
export const scanned = (db: Database, caller: Caller, code: string): Promise<string> =>
  db.read(caller.organisation, async (tx) => {
    const [match, another] = await assetsByCode(tx, code);
    if (!match) throw notFound('No asset bears this code.');
    // Makers may number alike; what is on the label is one asset's.
    if (another && match.by === 'serialNumber')
      throw refused(
        'several',
        'Several assets bear this serial number. Scan the label, or choose the asset.',
      );
    const [asset] = await tx.query<{ json: string }>(
      `SELECT json_strip_nulls(row_to_json((SELECT one FROM (SELECT ${assetColumns('a')}) one)))::text AS json
       FROM asset a WHERE a.organisation_id = current_organisation() AND a.id = $1`,
      [match.id],
    );
    const { out, reserved } = await loansNow(tx, match.id);
    const loan = out[0] === undefined ? '' : `"loan":${out[0]},`;
    return `{"asset":${asset!.json},${loan}"reservations":[${reserved.join(',')}]}`;
  });
