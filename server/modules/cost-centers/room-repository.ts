import type { ListQuery } from '#contract/wire.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import { roomJson } from '#server/lib/place-json.ts';

const orderables: Orderables = {
  id: 'look.id',
  name: 'look.name COLLATE "und-x-icu"',
  capacity: 'look.capacity',
  reservable: 'look.reservable',
  dateCreated: 'look.date_created',
  dateUpdated: 'look.date_updated',
};

/** The living spaces of an item; of any item when it is undefined. */
function matching(item: number | undefined, { search, ...query }: ListQuery) {
  const held = `SELECT FROM room_cost_center held
    WHERE held.organisation_id = look.organisation_id AND held.room_id = look.id`;
  const where = conditions('look.organisation_id = current_organisation() AND look.deleted_at IS NULL')
    .add('fold(look.name) LIKE fold(?)', search === undefined ? undefined : containing(search))
    .add('look.date_updated > ?', feedStart(query));
  return item === undefined
    ? where.when(true, `EXISTS (${held})`)
    : where.add(`EXISTS (${held} AND held.item_id = ?)`, item);
}

/** A page of spaces as a JSON array. */
export async function listRooms(tx: Tx, item: number | undefined, query: ListQuery): Promise<string> {
  const where = matching(item, query);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT look.* FROM room look WHERE ${where.sql} ${pageSql(orderables, query)}
     )
     SELECT coalesce(json_strip_nulls(json_agg(${roomJson('look')})), '[]')::text AS json
     FROM page look`,
    where.params,
  );
  return row!.json;
}

export async function countRooms(tx: Tx, item: number | undefined, query: ListQuery): Promise<number> {
  const where = matching(item, query);
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) FROM room look WHERE ${where.sql}`,
    where.params,
  );
  return row!.count;
}
