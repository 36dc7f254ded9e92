import type { Orderables } from '#server/lib/paging.ts';

const byName = (expression: string) => `${expression} COLLATE "und-x-icu"`;
type Nested = [table: string, column: string, properties: Record<string, string>];
const named = { id: 'other.id', name: byName('other.name') };
/** By property: the table that is joined for it, the column that refers to that, and what orders by it. */
const nested: Record<string, Nested> = {
  model: ['asset_model', 'asset_model_id', { ...named, manufacturer: byName('other.manufacturer') }],
  room: ['room', 'room_id', named],
  owner: ['app_user', 'owner_id', { ...named, email: byName('other.email') }],
};

/** What a list of assets (asset a) may be ordered by; names of others need `joinFor`. */
export const orderables: Orderables = {
  id: 'a.id',
  name: byName('coalesce(a.given_name, other.name)'),
  localUID: byName('a.local_uid'),
  serialNumber: byName('a.serial_number'),
  condition: 'a.condition',
  active: 'a.active',
  managed: 'a.managed',
  boxLength: byName('a.box_length'),
  titleLocation: byName('a.title_location'),
  'seen.at': 'a.seen_at',
  dateCreated: 'a.date_created',
  dateUpdated: 'a.date_updated',
  ...Object.fromEntries(
    Object.entries(nested).flatMap(([property, [, , properties]]) =>
      Object.entries(properties).map(([name, sql]) => [`${property}.${name}`, sql]),
    ),
  ),
};

/** Those of them that every asset has. */
export const filled = ['name', 'condition', 'active', 'managed', 'dateCreated', 'dateUpdated'];

/** The one join that an order needs, or nothing. */
export function joinFor(orderBy: string): string {
  if (!Object.hasOwn(orderables, orderBy) || !orderables[orderBy]!.includes('other.')) return '';
  const [table, column] = nested[orderBy === 'name' ? 'model' : orderBy.split('.')[0]!]!;
  return `LEFT JOIN ${table} other ON other.organisation_id = a.organisation_id AND other.id = a.${column}`;
}
