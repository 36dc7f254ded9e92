import type { BookingRuleQuery } from '#contract/booking-rules.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { conditions, feedStart, pageSql } from '#server/lib/paging.ts';
import { ruleOf } from './reservation-json.ts';

const named = (table: string, reference: string) =>
  `(SELECT row_to_json(one) FROM (SELECT o.id, o.name FROM ${table} o
    WHERE o.organisation_id = b.organisation_id AND o.id = b.${reference}) one)`;
const json = `json_strip_nulls(row_to_json((SELECT one FROM (SELECT b.id, ${named('room_type', 'room_type_id')} AS "roomType",
  ${named('room', 'room_id')} AS room, b.who,
  coalesce((SELECT json_agg(json_build_object('id', i.id, 'name', i.name) ORDER BY i.name, i.id) FROM category_item i
    WHERE i.organisation_id = b.organisation_id AND i.id = ANY (b.cost_center_ids)), '[]') AS "costCenters",
  b.departments, b.longest_minutes AS "longestMinutes", b.days_ahead AS "daysAhead", b.buffer_before AS "bufferBefore",
  b.buffer_after AS "bufferAfter", b.approval, b.check_in_minutes AS "checkInMinutes",
  b.release_minutes AS "releaseMinutes", epoch_ms(b.date_created) AS "dateCreated",
  epoch_ms(b.date_updated) AS "dateUpdated") one)))`;

function matching(query: BookingRuleQuery) {
  return conditions('b.organisation_id = current_organisation()')
    .add('b.room_type_id = ANY(?)', query.roomTypeId)
    .add('b.room_id = ANY(?)', query.roomId)
    .add(
      `b.id IN (SELECT law.id FROM room, LATERAL ${ruleOf('room')} law
        WHERE room.organisation_id = current_organisation() AND room.id = ANY(?))`,
      query.appliesToRoomId,
    )
    .add('b.date_updated > ?', feedStart(query));
}
const orderables = { id: 'b.id', dateCreated: 'b.date_created', dateUpdated: 'b.date_updated' };

export async function listRules(tx: Tx, query: BookingRuleQuery): Promise<string> {
  const found = matching(query);
  const [row] = await tx.query<{ json: string }>(
    `SELECT '[' || coalesce(string_agg(page.json::text, ','), '') || ']' AS json
     FROM (SELECT ${json} AS json FROM booking_rule b WHERE ${found.sql} ${pageSql(orderables, query)}) page`,
    found.params,
  );
  return row!.json;
}

export async function countRules(tx: Tx, query: BookingRuleQuery): Promise<number> {
  const found = matching(query);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM booking_rule b WHERE ${found.sql}`,
    found.params,
  );
  return row!.count;
}

export async function findRule(tx: Tx, id: number): Promise<string | undefined> {
  const [row] = await tx.query<{ json: string }>(
    `SELECT ${json}::text AS json FROM booking_rule b WHERE b.organisation_id = current_organisation() AND b.id = $1`,
    [id],
  );
  return row?.json;
}

/** The center that manages the rule. */
export async function centerOfRule(tx: Tx, id: number): Promise<number | undefined> {
  const [row] = await tx.query<{ center: number }>(
    `SELECT center_id AS center FROM booking_rule WHERE organisation_id = current_organisation() AND id = $1 FOR UPDATE`,
    [id],
  );
  return row?.center;
}

/** By column; columns are ours, never a client's. */
export type RuleValues = Record<string, unknown>;

/** @throws 23505 when there is one for the type or the space */
export async function insertRule(tx: WriteTx, values: RuleValues): Promise<number> {
  const names = Object.keys(values);
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO booking_rule (organisation_id, date_created, date_updated, ${names.join(', ')})
     VALUES ($1, $2, $2, ${names.map((_, index) => `$${index + 3}`).join(', ')}) RETURNING id`,
    [tx.organisation, tx.stamp, ...Object.values(values)],
  );
  return row!.id;
}

export const updateRule = (tx: WriteTx, id: number, values: RuleValues) =>
  tx.query(
    `UPDATE booking_rule SET ${['date_updated = $2', ...Object.keys(values).map((name, index) => `${name} = $${index + 3}`)].join(', ')}
     WHERE organisation_id = current_organisation() AND id = $1`,
    [id, tx.stamp, ...Object.values(values)],
  );

export const deleteRule = (tx: WriteTx, id: number) =>
  tx.query('DELETE FROM booking_rule WHERE organisation_id = current_organisation() AND id = $1', [id]);
