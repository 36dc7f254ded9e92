import type { Orderables } from '#server/lib/paging.ts';

const byName = (expression: string) => `${expression} COLLATE "und-x-icu"`;
const named = { id: 'other.id', name: byName('other.name') };
type Nested = [table: string, column: string, properties: Record<string, string>];
/** Nested objects by property: their table, the column that refers to it, and what orders them. */
const nested: Record<string, Nested> = {
  requester: ['app_user', 'requester_id', { ...named, email: byName('other.email') }],
  type: ['service_type', 'service_type_id', named],
  priority: ['priority', 'priority_id', { id: 'other.id', name: byName('other.name'), sortOrder: 'r.rank' }],
  room: ['room', 'room_id', named],
  center: ['center', 'center_id', named],
};

/** What a list of requests (service_request r) may be ordered by; dotted properties need `joinFor`. */
export const orderables: Orderables = {
  id: 'r.id',
  state: 'r.state',
  dateRequired: 'r.date_required',
  dueAt: 'r.late_at',
  description: byName('r.description'),
  closedAt: 'r.closed_at',
  dateCreated: 'r.date_created',
  dateUpdated: 'r.date_updated',
  ...Object.fromEntries(
    Object.entries(nested).flatMap(([property, [, , properties]]) =>
      Object.entries(properties).map(([name, sql]) => [`${property}.${name}`, sql]),
    ),
  ),
};

/** Those of them that every request has. */
export const filled = ['state', 'dateRequired', 'priority.sortOrder', 'dateCreated', 'dateUpdated'];

/** The one join that ordering by a dotted property needs, or nothing. */
export function joinFor(orderBy: string): string {
  if (!orderBy.includes('.') || !Object.hasOwn(orderables, orderBy) || orderables[orderBy] === 'r.rank')
    return '';
  const [table, column] = nested[orderBy.split('.')[0]!]!;
  return `LEFT JOIN ${table} other ON other.organisation_id = r.organisation_id AND other.id = r.${column}`;
}
