import type { ListQuery } from '#contract/wire.ts';
import type { Tx } from '#server/lib/database.ts';
import { conditions, containing, feedStart, pageSql, type Orderables } from '#server/lib/paging.ts';
import { userShort } from '#server/lib/user-json.ts';
import { catalogueColumns as columns } from './item-json.ts';
import type { Viewer } from './parcel.ts';

/** A list of the mail desk's: rows of `table look`, what of them is answered, searched and ordered by. */
type Catalogue = {
  table: string;
  columns: string;
  words: string;
  orderables: Orderables;
  /** Rows that can be removed bear deleted_at. */
  removable: boolean;
};

const byName = (column: string) => `look.${column} COLLATE "und-x-icu"`;
const common = {
  id: 'look.id',
  name: byName('name'),
  dateCreated: 'look.date_created',
  dateUpdated: 'look.date_updated',
};
const named = { words: 'look.name', orderables: common };
const coded = {
  words: String.raw`look.name || E'\n' || look.code`,
  orderables: { ...common, code: byName('code') },
};
const sorted = (orderables: Orderables): Orderables => ({ ...orderables, sortOrder: 'look.sort_order' });

const removable = true;
export const catalogues = {
  packageTypes: {
    table: 'package_type',
    columns: columns.packageType('look'),
    words: coded.words,
    orderables: sorted(coded.orderables),
    removable,
  },
  couriers: { table: 'courier', columns: columns.courier('look'), ...coded, removable },
  mailStops: { table: 'mail_stop', columns: columns.named('look'), ...named, removable },
  statusTypes: { table: 'mail_status_type', columns: columns.statusType('look'), ...coded, removable: false },
  routes: {
    table: 'mail_route',
    columns: columns.route('look'),
    words: named.words,
    orderables: { ...common, forShipping: 'look.for_shipping' },
    removable,
  },
  locations: {
    table: 'mail_location',
    columns: columns.location('look'),
    words: named.words,
    orderables: sorted(common),
    removable,
  },
  alerts: {
    table: 'mail_alert',
    columns: `look.id, look.notes, look.multiple_alerts AS "multipleAlerts",
      ${userShort('look', 'entered_by')} AS "enteredBy", ${userShort('look', 'user_id')} AS "user"`,
    words: String.raw`look.notes || E'\n' || coalesce((SELECT u.name FROM app_user u
      WHERE u.organisation_id = look.organisation_id AND u.id = look.user_id), '')`,
    orderables: {
      id: 'look.id',
      // Upwards: those on nobody, which are for the whole desk, come first.
      user: 'coalesce(look.user_id, 0)',
      notes: byName('notes'),
      multipleAlerts: 'look.multiple_alerts',
      dateCreated: 'look.date_created',
      dateUpdated: 'look.date_updated',
    },
    removable,
  },
} satisfies Record<string, Catalogue>;
export type CatalogueName = keyof typeof catalogues;

function matching(name: CatalogueName, query: ListQuery, viewer: Viewer) {
  const { words, removable: hides } = catalogues[name];
  const { search } = query;
  const where = conditions(hides ? 'look.deleted_at IS NULL' : 'true');
  where.add(`fold(${words}) LIKE fold(?)`, search === undefined ? undefined : containing(search));
  where.add('look.date_updated > ?', feedStart(query));
  // What the desk notes about people is for the desk, and for the person it is about.
  if (name === 'alerts' && !viewer.desk) where.add('look.user_id = ?', viewer.id);
  return where;
}

/** A page of the catalogue as a JSON array. */
export async function listCatalogue(tx: Tx, name: CatalogueName, query: ListQuery, viewer: Viewer) {
  const { table, columns: shown, orderables } = catalogues[name];
  const where = matching(name, query, viewer);
  const [row] = await tx.query<{ json: string }>(
    `WITH page AS MATERIALIZED (
       SELECT look.* FROM ${table} look WHERE ${where.sql} ${pageSql(orderables, query)}
     )
     SELECT coalesce(json_strip_nulls(json_agg((SELECT one FROM (SELECT ${shown}) one))), '[]')::text AS json
     FROM page look`,
    where.params,
  );
  return row!.json;
}

export async function countCatalogue(tx: Tx, name: CatalogueName, query: ListQuery, viewer: Viewer) {
  const where = matching(name, query, viewer);
  const sql = `SELECT count(*) AS count FROM ${catalogues[name].table} look WHERE ${where.sql}`;
  const [row] = await tx.query<{ count: number }>(sql, where.params);
  return row!.count;
}

const all = (shown: string, from: string) =>
  `(SELECT coalesce(json_agg(one), '[]') FROM (SELECT ${shown} FROM ${from}) one)`;

/** Every catalogue a clerk chooses from, in the order they are shown, as JSON text. */
export async function loadDesk(tx: Tx): Promise<string> {
  const name = byName('name');
  const routeIds = `ARRAY(SELECT s.mail_route_id FROM mail_route_stop s
    WHERE s.organisation_id = look.organisation_id AND s.mail_stop_id = look.id ORDER BY 1)`;
  const [row] = await tx.named<{ json: string }>(
    'mail-desk',
    `SELECT json_strip_nulls(json_build_object(
      'centers', ${all(columns.named('look'), `center look WHERE module = 'mail' ORDER BY ${name}, id`)},
      'packageTypes', ${all(columns.packageType('look'), `package_type look WHERE deleted_at IS NULL ORDER BY sort_order, ${name}, id`)},
      'couriers', ${all(columns.courier('look'), `courier look WHERE deleted_at IS NULL ORDER BY ${name}, id`)},
      'routes', ${all(columns.route('look'), `mail_route look WHERE deleted_at IS NULL ORDER BY ${name}, id`)},
      'mailStops', ${all(`look.id, look.name, ${routeIds} AS "routeIds"`, `mail_stop look WHERE deleted_at IS NULL ORDER BY ${name}, id`)},
      'locations', ${all(`${columns.location('look')}, look.center_id AS "centerId"`, `mail_location look WHERE deleted_at IS NULL ORDER BY sort_order, ${name}, id`)}
    ))::text AS json`,
  );
  return row!.json;
}
