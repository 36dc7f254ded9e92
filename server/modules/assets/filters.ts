import type { AssetQuery } from '#contract/assets.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart } from '#server/lib/paging.ts';

/** Of more hits the list is walked in its order: the page is full soon. */
const MOST_FOUND = 50_000;
/** Of so few assets a page is sorted; a walk through all the others might meet none of them. */
const FEW = 5000;
/** Whether there are trigrams in it that an index can look up; others are met on the way through a list. */
const hasTrigrams = (text: string) =>
  /[\p{L}\p{N}]{3}|[\p{L}\p{N}]{2}[^\p{L}\p{N}]|[^\p{L}\p{N}][\p{L}\p{N}]{2}/u.test(text);

type Keys = { models: number[] | null; owners: number[] | null; rooms: number[] | null };
/** What a text means: the assets, or null when they are to be met on the way, by these keys among others. */
type Found = Keys & { text: string; hits: string | null };
/** What a query means, looked up before the list is read, so that the list is planned for how much that is. */
export type Meaning = {
  search?: Found;
  serial?: Found;
  models?: number[];
  rooms?: number[];
  /** By models or spaces hardly anything may be left. */
  few: boolean;
};

const numbers = (ids: string[] | null) => ids?.map(Number) ?? null;
async function find(tx: Tx, text: string, serial: boolean): Promise<Found> {
  type Row = { [name in keyof Keys]: string[] | null } & { hits: string | null };
  const [row] = await tx.named<Row>('asset-search', 'SELECT * FROM find_assets($1, $2, $3, $4)', [
    containing(text),
    hasTrigrams(text),
    serial,
    MOST_FOUND,
  ]);
  const { hits, models, owners, rooms } = row!;
  return {
    text,
    hits,
    models: numbers(models),
    owners: numbers(owners),
    rooms: numbers(rooms),
  };
}

const idsOf = async (tx: Tx, sql: string, params: unknown[]) =>
  (await tx.query<{ id: number }>(sql, params)).map(({ id }) => id);

/** Spaces that are there and meet all the filters of place. */
function roomsOf(tx: Tx, { buildingId, floorId, roomId }: AssetQuery) {
  const where = conditions('r.deleted_at IS NULL');
  where
    .add('r.id = ANY(?)', roomId)
    .add('r.floor_id = ANY(?)', floorId)
    .add('f.building_id = ANY(?)', buildingId);
  return idsOf(
    tx,
    `SELECT r.id FROM room r JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     WHERE ${where.sql}`,
    where.params,
  );
}

/** Whether the column has one of these in few assets only; an index tells. */
async function isFew(tx: Tx, column: string, keys: number[]): Promise<boolean> {
  const [row] = await tx.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT FROM asset WHERE deleted_at IS NULL AND ${column} = ANY($1) LIMIT ${FEW + 1}) met`,
    [keys],
  );
  return row!.count <= FEW;
}

export async function meaningOf(tx: Tx, query: AssetQuery): Promise<Meaning> {
  const { search, searchSerialNumber, typeId, modelId, buildingId, floorId, roomId } = query;
  const placed = buildingId ?? floorId ?? roomId;
  const models =
    typeId && (await idsOf(tx, 'SELECT id FROM asset_model WHERE asset_type_id = ANY($1)', [typeId]));
  const rooms = placed && (await roomsOf(tx, query));
  const few =
    ((models ?? modelId) !== undefined && rooms !== undefined) ||
    (models !== undefined && (await isFew(tx, 'asset_model_id', models))) ||
    (modelId !== undefined && (await isFew(tx, 'asset_model_id', modelId))) ||
    (rooms !== undefined && (await isFew(tx, 'room_id', rooms)));
  return {
    ...(search !== undefined && { search: await find(tx, search, false) }),
    ...(searchSerialNumber !== undefined && { serial: await find(tx, searchSerialNumber, true) }),
    ...(models && { models }),
    ...(rooms && { rooms }),
    few,
  };
}

type Where = ReturnType<typeof conditions>;
/** One value by =, which keeps an index in its order; several by ANY. */
function among(where: Where, column: string, values: readonly unknown[] | undefined) {
  if (values?.length === 1) where.add(`${column} = ?`, values[0]);
  else where.add(`${column} = ANY(?)`, values);
}

const tables = {
  models: ['asset_model', 'asset_model_id', ''],
  owners: ['app_user', 'owner_id', ''],
  rooms: ['room', 'room_id', 'AND k.deleted_at IS NULL'],
} as const;
/** SQL: by keys that were few enough to be told, else by the name itself. */
function keyed(where: Where, name: keyof Keys, keys: number[] | null, pattern: number) {
  const [table, column, more] = tables[name];
  if (keys?.length === 0) return [];
  if (keys) return [`a.${column} = ANY($${where.params.push(keys)}::bigint[])`];
  return [
    `EXISTS (SELECT FROM ${table} k WHERE k.organisation_id = a.organisation_id AND k.id = a.${column}
       AND fold(k.name) LIKE fold($${pattern}) ${more})`,
  ];
}

function search(where: Where, meant: Found | undefined, serial: boolean) {
  if (!meant) return;
  if (meant.hits) {
    // Unnested, for a plan that weighs each of thousands of constants takes longer than the list.
    where.add('a.id = ANY(ARRAY(SELECT unnest(?::text::bigint[])))', meant.hits);
    return;
  }
  const pattern = where.params.push(containing(meant.text));
  const hit = serial
    ? `fold(a.serial_number) LIKE fold($${pattern})`
    : [
        `a.words LIKE fold($${pattern})`,
        ...keyed(where, 'models', meant.models, pattern),
        ...keyed(where, 'owners', meant.owners, pattern),
        ...keyed(where, 'rooms', meant.rooms, pattern),
      ].join(' OR ');
  // Common, as far as is known; a planner that takes it for rare would sort all hits (decision 6).
  where.when(true, `CASE WHEN ${hit} THEN 1 ELSE 0 END <> 0`);
}

/** Conditions on asset a: the filters of a list, all of which must hold. */
export function matching(query: AssetQuery, { id: caller }: Pick<Caller, 'id'>, meaning: Meaning) {
  const where = conditions('a.deleted_at IS NULL');
  among(where, 'a.id', query.assetId);
  among(where, 'a.asset_model_id', meaning.models);
  among(where, 'a.asset_model_id', query.modelId);
  among(where, 'a.room_id', meaning.rooms);
  among(where, 'a.owner_id', query.owner);
  where.add('a.owner_id = ?', query.mine ? caller : undefined);
  among(where, 'a.condition', query.condition);
  where.when(query.active, 'a.active', 'NOT a.active').when(query.managed, 'a.managed', 'NOT a.managed');
  where.when(query.placed === 'room', 'a.room_id IS NOT NULL');
  where.when(query.placed === 'owner', 'a.owner_id IS NOT NULL');
  where.when(
    query.placed === 'left',
    `a.owner_id = ANY(ARRAY(SELECT u.id FROM app_user u
      WHERE u.organisation_id = current_organisation() AND u.deleted_at IS NOT NULL))`,
  );
  where.when(query.placed === 'nowhere', 'a.room_id IS NULL AND a.owner_id IS NULL');
  const { unseenSince } = query;
  where.add(
    '(a.seen_at IS NULL OR a.seen_at < ?)',
    unseenSince === undefined ? undefined : new Date(unseenSince),
  );
  where.add('a.date_updated > ?', feedStart(query));
  search(where, meaning.search, false);
  search(where, meaning.serial, true);
  return where;
}
