import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

// The log is whole when it can be played: from the catalogue that a registration brings, line by line, it must arrive
// at what the tables hold.

const desk = mailDesk();
const API = ['PUT', 'POST', 'DELETE'] as const;

/** Kind → table, for records whose own columns are played. */
const played = {
  user: 'app_user',
  building: 'building',
  floor: 'floor',
  room: 'room',
  category: 'category',
  category_item: 'category_item',
  contact: 'contact',
  agreement: 'agreement',
  mail_item: 'mail_item',
  mail_alert: 'mail_alert',
  mail_stop: 'mail_stop',
  mail_route: 'mail_route',
} as const;
type Kind = keyof typeof played;
/** What the log keeps of a secret: whether it is there. */
const hidden = new Set(['password_hash']);

type Line = {
  kind: Kind;
  record: number;
  action: string;
  hard: boolean;
  changes: Record<string, [unknown, unknown]>;
};

type Records = Map<number, Record<string, unknown>>;

async function replay(kind: Kind, catalogue: Records) {
  const { rows } = await desk.server.owner.query<Line>(
    `SELECT record_id AS record, action, changes, action = 'removed' AND NOT changes ? 'deleted_at' AS hard
     FROM audit_log WHERE kind = $1 AND part IS NULL ORDER BY at, id`,
    [kind],
  );
  const records: Records = new Map([...catalogue].map(([id, row]) => [id, { ...row }]));
  for (const { record, action, hard, changes } of rows) {
    const now = action === 'added' ? {} : records.get(record)!;
    for (const [column, [from, to]] of Object.entries(changes)) {
      expect(now[column] ?? null).toEqual(from);
      now[column] = to;
    }
    if (hard) records.delete(record);
    else records.set(record, now);
  }
  return records;
}

/** What there was before anybody did anything: no line says that it was added. */
async function unnotedOf(kind: Kind) {
  const { rows } = await desk.server.owner.query<{ id: number }>(
    "SELECT record_id AS id FROM audit_log WHERE kind = $1 AND part IS NULL AND action = 'added'",
    [kind],
  );
  const noted = new Set(rows.map(({ id }) => id));
  return new Map([...(await present(kind))].filter(([id]) => !noted.has(id)));
}

async function present(kind: Kind) {
  const table = played[kind];
  const { rows } = await desk.server.owner.query<{ id: number; row: Record<string, unknown> }>(
    `SELECT id, to_jsonb(t) - ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = '${table}'::regclass
       AND attgenerated <> '') AS row FROM ${table} t`,
  );
  const bookkeeping = [
    'id',
    'organisation_id',
    'date_created',
    'date_updated',
    'updated_by',
    'location_text',
    'words',
  ];
  return new Map(
    rows.map(({ id, row }) => [
      id,
      Object.fromEntries(
        Object.entries(row)
          .filter(([column, value]) => !bookkeeping.includes(column) && value !== null)
          .map(([column, value]) => [column, hidden.has(column) ? true : value]),
      ),
    ]),
  );
}

const withoutNulls = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));

/** What random calls are made of: paths with the kind their ids are of, and bodies that mostly make sense. */
const paths = {
  '/users': 'user',
  '/buildings': 'building',
  '/floors': 'floor',
  '/rooms': 'room',
  '/categories': 'category',
  '/categories/items': 'category_item',
  '/contacts': 'contact',
  '/agreements': 'agreement',
  '/mail/items': 'mail_item',
  '/mail/alerts': 'mail_alert',
  '/mail/mailstops': 'mail_stop',
  '/mail/routes': 'mail_route',
} as const satisfies Record<string, Kind>;
const word = fc.constantFrom('A', 'Łódź', 'x"y\\', 'عمان', '', '  ', '1e3', 'null');

const call = fc.record({
  path: fc.constantFrom(...(Object.keys(paths) as (keyof typeof paths)[])),
  method: fc.constantFrom(...API, 'POST', 'PUT'),
  pick: fc.nat(50),
  other: fc.nat(50),
  name: word,
  note: word,
  number: fc.integer({ min: 0, max: 99 }),
  flag: fc.boolean(),
  step: fc.constantFrom('', '/deliver', '/checkout', '/pending', '/transfer'),
});

test('played from the beginning, the log arrives at what is there', async () => {
  const known = new Map<Kind, number[]>();
  const of = (kind: Kind, at: number) => known.get(kind)?.at(at % (known.get(kind)!.length || 1));
  const ref = (kind: Kind, at: number) => {
    const id = of(kind, at);
    return id === undefined ? undefined : { id };
  };
  const types = (await desk.admin.call('GET', '/rooms/types')).json<{ id: number }[]>();
  const kinds = Object.keys(played) as Kind[];
  const catalogue = new Map<Kind, Records>();
  for (const kind of kinds) catalogue.set(kind, await unnotedOf(kind));
  let serial = 0;
  let changed = 0;
  const remember = (kind: Kind, id: number) => known.set(kind, [...(known.get(kind) ?? []), id]);
  // One of each, so that every kind is met in every run.
  for (const [path, kind] of Object.entries(paths)) {
    const body = {
      name: 'First',
      firstName: 'First',
      lastName: 'One',
      email: 'first@example.com',
      notes: 'First',
      type: kind === 'room' ? types[0] : 'First',
      building: ref('building', 0),
      floor: ref('floor', 0),
      category: ref('category', 0),
    };
    const answer = await (kind === 'mail_item'
      ? desk.admin.call('POST', `${path}/checkin`, [{ trackingNumber: freshNumber() }])
      : desk.admin.call('POST', path, body));
    remember(kind, [answer.json<{ id: number } | { id: number }[]>()].flat()[0]!.id);
  }
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 20, maxLength: 40 }), async (calls) => {
      for (const { path, method, pick, other, name, note, number, flag, step } of calls) {
        const kind = paths[path];
        serial += 1;
        const email = `replay${serial}@example.com`;
        const body = {
          ...(name && { name, firstName: name, lastName: name, code: note }),
          ...(method === 'POST' && { email }),
          notes: note || 'A',
          comments: note,
          capacity: number,
          metric: flag,
          extra: { number, flag },
          reservable: flag,
          ...(kind === 'building' && { location: { latitude: number / 2, longitude: -number } }),
          ...(method === 'POST' && { type: kind === 'room' ? types[0] : name || 'A' }),
          building: ref('building', other),
          floor: ref('floor', other),
          category: ref('category', other),
          parent: ref('category_item', other),
          ...(flag && { manager: ref('user', other), toUser: ref('user', other), user: ref('user', other) }),
          ...(flag && { mailStop: ref('mail_stop', other) }),
        };
        const id = of(kind, pick);
        const steps = path === '/mail/items' && method === 'PUT' ? step : '';
        const answer =
          method === 'POST'
            ? await (path === '/mail/items'
                ? desk.admin.call('POST', `${path}/checkin`, [{ ...body, trackingNumber: freshNumber() }])
                : desk.admin.call('POST', path, body))
            : id !== undefined &&
              (await desk.admin.call(method, `${path}/${id}${steps}`, method === 'PUT' ? body : undefined));
        if (!answer) continue;
        expect(answer.statusCode).toBeLessThan(500);
        if (answer.statusCode < 300) changed += 1;
        if (method !== 'POST' || answer.statusCode >= 300) continue;
        const made = [answer.json<{ id: number } | { id: number }[]>()].flat()[0]!.id;
        remember(kind, made);
      }
      for (const kind of kinds) {
        const records = await replay(kind, catalogue.get(kind)!);
        const there = await present(kind);
        expect([...records.keys()].toSorted((a, b) => a - b)).toEqual(
          [...there.keys()].toSorted((a, b) => a - b),
        );
        for (const [id, row] of there)
          expect([kind, id, withoutNulls(records.get(id)!)]).toEqual([kind, id, row]);
      }
    }),
    { numRuns: 6 },
  );
  // Calls that are all refused would prove nothing.
  expect(changed).toBeGreaterThan(40);
}, 60_000);
