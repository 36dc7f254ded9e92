import { courierNames } from '#contract/tracking-number.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { seedHours } from '#server/modules/centers/service.ts';
import { seedLeaveTypes } from '#server/modules/leaves/service.ts';
import { seedServiceCatalogue } from '#server/modules/service-requests/service.ts';
import * as data from './catalogue-data.ts';

/**
 * One statement a table: rows as JSON, columns with their types; ids rise in the order of the rows. Table
 * and columns are ours, never a client's.
 */
const insertRows = (tx: Tx, table: string, columns: Record<string, string>, rows: readonly object[]) => {
  const names = Object.keys(columns).join(', ');
  const typed = Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  return tx.query<{ id: number }>(
    `INSERT INTO ${table} (organisation_id, ${names})
     SELECT $1, ${names} FROM ROWS FROM (jsonb_to_recordset($2) AS (${typed}))
       WITH ORDINALITY AS given (${names}, nth) ORDER BY nth
     RETURNING id`,
    [tx.organisation, JSON.stringify(rows)],
  );
};

/** Gives the fields of a catalogue's entries numbers, which no two of the organisation's share. */
function numbered<T extends { fields: { code: string; name: string }[] }>(entries: readonly T[]) {
  let last = 0;
  return entries.map((entry) => ({
    ...entry,
    fields: entry.fields.map((field) => ({ id: (last += 1), ...field })),
  }));
}

/** The user types, which must be there before the first user; answers the id of Employee. */
export async function seedUserTypes(tx: Tx): Promise<number> {
  const rows = await insertRows(tx, 'user_type', { name: 'text', fields: 'jsonb' }, numbered(data.userTypes));
  return Math.min(...rows.map(({ id }) => id));
}

/** The centers with the hours they begin with; `administrator` administers each of them. */
export async function seedCenters(tx: WriteTx, administrator: number) {
  await insertRows(tx, 'center', { module: 'text', code: 'text', name: 'text' }, data.centers);
  await seedHours(tx);
  await tx.query(
    `INSERT INTO permission (organisation_id, user_id, center_id, role)
     SELECT organisation_id, $2, id, 'ADMINISTRATOR' FROM center WHERE organisation_id = $1`,
    [tx.organisation, administrator],
  );
}

async function seedCountries(tx: Tx) {
  await insertRows(
    tx,
    'country',
    { alpha2_code: 'text', name: 'text', subdivision_category_name: 'text', default_selected: 'boolean' },
    data.countries,
  );
  await tx.query(
    `INSERT INTO state (organisation_id, country_id, code, name, category_name)
     SELECT $1, country.id, given.code, given.name, given.category_name
     FROM jsonb_to_recordset($2) AS given (country text, code text, name text, category_name text)
     LEFT JOIN country ON country.organisation_id = $1 AND country.alpha2_code = given.country
     ORDER BY country.id, given.name`,
    [tx.organisation, JSON.stringify([...data.states, { code: '', name: 'Other' }])],
  );
}

async function seedAssetModels(tx: Tx) {
  await insertRows(
    tx,
    'asset_type',
    { code: 'text', name: 'text', description: 'text', sort_order: 'integer' },
    data.assetTypes,
  );
  await tx.query(
    `INSERT INTO asset_model (organisation_id, asset_type_id, name)
     SELECT $1, t.id, given.name FROM jsonb_to_recordset($2) AS given (type text, name text)
     JOIN asset_type t ON t.organisation_id = $1 AND t.code = given.type
     ORDER BY t.id, given.name`,
    [tx.organisation, JSON.stringify(data.assetModels)],
  );
}

/** Every other list that an organisation starts with. */
export async function seedCatalogue(tx: Tx) {
  const couriers = Object.entries(courierNames).map(([code, name]) => ({ code: code.toUpperCase(), name }));
  const named = { code: 'text', name: 'text' };
  await insertRows(tx, 'courier', named, [{ code: 'OTHER', name: 'Other' }, ...couriers]);
  await insertRows(tx, 'package_type', { ...named, sort_order: 'integer' }, data.packageTypes);
  await insertRows(tx, 'mail_status_type', named, data.mailStatusTypes);
  await insertRows(tx, 'move_status', named, data.moveStatuses);
  const withFields = { name: 'text', fields: 'jsonb' };
  const requestTypes = numbered(data.moveRequestTypes);
  const typed = { type_code: 'text', equipment: 'boolean', ...withFields };
  await insertRows(tx, 'move_request_type', typed, requestTypes);
  await insertRows(tx, 'move_task', withFields, numbered(data.moveTasks));
  await insertRows(
    tx,
    'room_type',
    {
      name: 'text',
      sort_order: 'integer',
      hex_color: 'text',
      occupiable: 'boolean',
      parking_space: 'boolean',
    },
    data.roomTypes,
  );
  await seedServiceCatalogue(tx);
  await seedLeaveTypes(tx);
  await insertRows(tx, 'category', named, data.categories);
  await seedCountries(tx);
  await seedAssetModels(tx);
}
