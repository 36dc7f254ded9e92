import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { parseCsv } from '#contract/csv-read.ts';
import {
  suggestMapping,
  type ImportPreview,
  type ImportRequest,
  type ImportResult,
} from '#contract/imports.ts';
import type { ServiceFigures } from '#contract/service-figures.ts';
import { projectRoot } from '#server/lib/root.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { placesOf, type Places } from '../../../test/places.ts';
import { clocksOf } from './booking-times.ts';
import { readMoment } from './ticket-times.ts';
import { splitUrgency, stateOf } from './ticket-words.ts';

const read = (file: string) => readFileSync(resolve(projectRoot, '../shared/data', file), 'utf8');
const nyc = (name: string) => read(`service-requests-nyc311/${name}.csv`);
const sanFrancisco = read('service-requests-sf311/311_service_requests.csv');
const DAY = 86_400_000;

const server = await testServer();
let places: Places;
let manager: TestUser;
const defaults = { building: 'City Hall', space: 'Counter' };
beforeAll(async () => {
  places = await placesOf(server);
  manager = await places.admin.person({ maintenance: 'MANAGER' });
  const building = await places.building({ name: 'City Hall' });
  const floor = await places.floor({ building: { id: building.id } });
  await places.room({ name: 'Counter', floor: { id: floor.id } });
});
async function post<T>(path: string, body: ImportRequest, status = 200) {
  const answer = await manager.call('POST', `/imports/service-requests${path}`, body);
  expect([answer.statusCode, answer.body]).toEqual([status, expect.any(String)]);
  return answer.json<T>();
}
const preview = (csv: string, more: Record<string, string> = {}) =>
  post<ImportPreview>('/preview', { csv, options: { defaults: { ...defaults, ...more } } });
const run = (csv: string, more: Record<string, string> = {}, rest: Partial<ImportRequest> = {}) =>
  post<ImportResult>('', { csv, options: { defaults: { ...defaults, ...more } }, ...rest });
const owner = async <T extends object>(sql: string, values: unknown[] = []) =>
  (await server.owner.query<T>(sql, [places.organisation, ...values])).rows;
type Stored = { state: string; priority: string; type: string; product: string; category: string } & Record<
  'opened' | 'closed' | 'required' | 'place' | 'agency' | 'note' | 'description' | 'met' | 'kinds',
  string | null
>;
const stored = async (system: string, id: string) =>
  (
    await owner<Stored>(
      `SELECT r.state, q.name AS priority, k.name AS type, p.name AS product, c.name AS category, r.description,
         to_char(r.date_created AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS opened, r.promise_met::text AS met,
         to_char(r.closed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS closed, r.closing_note AS note,
         to_char(r.date_required AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS required, t.place, t.agency,
         (SELECT string_agg(e.kind, ' ' ORDER BY e.id) FROM service_request_event e
          WHERE e.organisation_id = r.organisation_id AND e.service_request_id = r.id) AS kinds
       FROM service_ticket t JOIN service_request r USING (organisation_id)
       JOIN service_type k USING (organisation_id) JOIN service_product p USING (organisation_id)
       JOIN service_category c USING (organisation_id) JOIN priority q USING (organisation_id)
       WHERE organisation_id = $1 AND t.system = $2 AND t.external_id = $3 AND r.id = t.service_request_id
         AND k.id = r.service_type_id AND p.id = k.service_product_id AND c.id = p.service_category_id
         AND q.id = r.priority_id`,
      [system, id],
    )
  )[0]!;

test('columns of the five shapes are known by their headers', () => {
  const fieldsOf = (csv: string) => {
    const [headers] = parseCsv(csv);
    const mapping = suggestMapping('service-requests', headers!);
    return Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, headers![at]]));
  };
  expect(fieldsOf(sanFrancisco)).toEqual({
    externalId: 'unique_key',
    opened: 'created_date',
    closed: 'closed_date',
    updated: 'resolution_action_updated_date',
    status: 'status',
    category: 'category',
    product: 'complaint_type',
    type: 'descriptor',
    notes: 'status_notes',
    place: 'incident_address',
    agency: 'agency_name',
  });
  const portal = {
    externalId: 'Unique Key',
    opened: 'Created Date',
    closed: 'Closed Date',
    updated: 'Resolution Action Updated Date',
    target: 'Due Date',
    status: 'Status',
    category: 'Agency Name',
    product: 'Complaint Type',
    type: 'Descriptor',
    notes: 'Resolution Description',
    place: 'Incident Address',
    agency: 'Agency',
  };
  expect(fieldsOf(nyc('nyc311-2011-portal-41col'))).toEqual(portal);
  expect(fieldsOf(nyc('nyc311-2022-portal-41col'))).toEqual(portal);
  const api = Object.entries(portal).map(([field, header]) => [
    field,
    header.toLowerCase().replaceAll(' ', '_'),
  ]);
  expect(fieldsOf(nyc('nyc311-2019-api-44col'))).toEqual(Object.fromEntries(api));
  expect(fieldsOf(nyc('boston311-100'))).toEqual({
    externalId: 'case_enquiry_id',
    opened: 'open_dt',
    closed: 'closed_dt',
    target: 'target_dt',
    status: 'case_status',
    category: 'subject',
    product: 'reason',
    type: 'type',
    description: 'case_title',
    notes: 'closure_reason',
    place: 'location',
    agency: 'queue',
  });
});

test('times are read as exports write them, and others are told', () => {
  const at = clocksOf('America/New_York');
  const iso = (text: string, order?: 'day-first' | 'month-first') =>
    new Date(readMoment('opened', text, order, at)).toISOString();
  expect(iso('03/01/2011 02:27:57 PM', 'month-first')).toBe('2011-03-01T19:27:57.000Z');
  expect(iso('03/01/2011 12:00:03 AM', 'month-first')).toBe('2011-03-01T05:00:03.000Z');
  expect(iso('01.03.2011 14:27', 'day-first')).toBe('2011-03-01T19:27:00.000Z');
  expect(iso('2019-12-31T23:59:11.250')).toBe('2020-01-01T04:59:11.250Z');
  expect(iso('2015-03-05 09:04:29+00:00')).toBe('2015-03-05T09:04:29.000Z');
  expect(iso('2015-03-05T09:04:29-0800')).toBe('2015-03-05T17:04:29.000Z');
  expect(iso('2015-07-05')).toBe('2015-07-05T04:00:00.000Z');
  for (const text of [
    'soon',
    '2015-02-30 10:00',
    '2015-03-05 25:00',
    '03/01/2011 13:00 PM',
    '03/01/2011',
    '2015-13-05T09:00Z',
  ])
    expect(() => iso(text), text).toThrow(/must be|is a date|may begin/);
});

test('words of other systems say how a ticket stands and how urgent it is', () => {
  expect(
    ['Closed', 'In Progress', 'on-hold', 'Pending', 'OPEN', 'Cancelled'].map((word) => stateOf(word, false)),
  ).toEqual(['completed', 'started', 'hold', 'accepted', 'new', 'rejected']);
  expect([stateOf(undefined, true), stateOf(undefined, false), stateOf('Whatever', true)]).toEqual([
    'completed',
    'new',
    undefined,
  ]);
  expect(splitUrgency('Glazier - Emergency')).toEqual({ type: 'Glazier', urgency: 'Emergency' });
  expect(splitUrgency('Loud Music - Party')).toEqual({ type: 'Loud Music - Party' });
});

/** The figures of the period, reckoned from the file alone. */
function reckoned(csv: string, from: string, until: string, zone: string) {
  const [, ...records] = parseCsv(csv);
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const within = (day: string) => day >= from && day <= until;
  const weeks = new Map<string, { opened: number; closed: number }>();
  const note = (day: string, what: 'opened' | 'closed') => {
    const at = Date.parse(day);
    const monday = new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * DAY).toISOString().slice(0, 10);
    const week = weeks.get(monday) ?? { opened: 0, closed: 0 };
    weeks.set(monday, { ...week, [what]: week[what] + 1 });
  };
  const took: number[] = [];
  let left = 0;
  for (const cells of records) {
    const [opened, closed] = [Date.parse(cells[1]!), cells[2] ? Date.parse(cells[2]) : undefined];
    if (closed !== undefined && closed < opened) {
      left += 1;
      continue;
    }
    const day = format.format(opened);
    if (within(day)) note(day, 'opened');
    if (closed === undefined || !within(format.format(closed))) continue;
    note(format.format(closed), 'closed');
    took.push(closed - opened);
  }
  took.sort((a, b) => a - b);
  const rank = (share: number) => took[Math.ceil(took.length * share) - 1];
  return { left, weeks, closed: took.length, medianMs: rank(0.5), p90Ms: rank(0.9) };
}

test('eight thousand tickets: figures agree with the file, and again changes nothing', async () => {
  const whole = reckoned(sanFrancisco, '2008-01-01', '2018-12-31', 'Europe/Warsaw');
  const { create, errors, errorCount } = await run(sanFrancisco, { system: 'SF' });
  expect([create, errorCount]).toEqual([8000 - whole.left, whole.left]);
  expect(new Set(errors!.map(({ message }) => message))).toEqual(new Set(['is before it was opened']));
  // Broken off and sent again.
  const again = await run(sanFrancisco, { system: 'SF' }, { part: { from: 3500, count: 1000 } });
  expect(again).toMatchObject({ create: 0, update: 0 });

  const figures = async (from: string, until: string, more = '') =>
    (
      await manager.call('GET', `/stats/maintenance?from=${from}&until=${until}${more}`)
    ).json<ServiceFigures>();
  for (const [from, until] of [
    ['2008-01-01', '2018-12-31'],
    ['2015-02-04', '2015-08-20'],
  ] as const) {
    const file = reckoned(sanFrancisco, from, until, 'Europe/Warsaw');
    const found = await figures(from, until);
    expect(found).toMatchObject({ closed: file.closed, medianMs: file.medianMs, p90Ms: file.p90Ms });
    const busy = found.weeks.filter(({ opened, closed }) => opened + closed > 0);
    expect(new Map(busy.map(({ week, opened, closed }) => [week, { opened, closed }]))).toEqual(
      new Map([...file.weeks].toSorted()),
    );
    expect(found.places).toHaveLength(1);
    expect(found.places[0]).toMatchObject({
      opened: found.opened,
      closed: found.closed,
      medianMs: found.medianMs,
    });
  }
  const { types, places } = await figures('2008-01-01', '2018-12-31');
  const { type: first, product: _in, ...ofFirst } = types[0]!;
  const here = places[0]!.building.id;
  expect(await figures('2008-01-01', '2018-12-31', `&typeId=${first.id}&buildingId=${here}`)).toMatchObject({
    ...ofFirst,
    types: [{ type: first }],
  });
  expect(await figures('2008-01-01', '2018-12-31', `&buildingId=${here + 1_000_000}`)).toMatchObject({
    opened: 0,
    types: [],
  });
  const onStreet = parseCsv(sanFrancisco).filter(
    (cells) => cells[9] === 'On_street' && cells[8] === 'Flooding',
  );
  expect(types[0]!.type.name).toBe('On_street');
  expect(types[0]!.opened).toBeLessThanOrEqual(onStreet.length);

  const trades = await owner<{ name: string; priority: string; count: number }>(
    `SELECT k.name, q.name AS priority, count(*) FROM service_request r JOIN service_type k USING (organisation_id)
     JOIN priority q USING (organisation_id) WHERE organisation_id = $1 AND k.id = r.service_type_id
       AND q.id = r.priority_id AND k.name IN ('Glazier', 'Laborer') GROUP BY 1, 2`,
  );
  const counted = Object.fromEntries(
    trades.map(({ name, priority, count }) => [`${name} ${priority}`, count]),
  );
  expect(counted).toMatchObject({
    'Glazier Normal': 370,
    'Laborer Low': 148,
    'Laborer Normal': 197,
    'Glazier Low': 19,
  });
});

test('exports of the portal, of its interface and of Boston, by the clocks of their city', async () => {
  const zone = { timeZone: 'America/New_York' };
  const some = { part: { from: 0, count: 50 } };
  const old = nyc('nyc311-2011-portal-41col');
  expect(await preview(old, zone)).toMatchObject({ create: 1999, errorCount: 1 });
  expect(await run(old, { ...zone, system: 'NYC' }, some)).toMatchObject({ create: 50, errorCount: 0 });
  expect(await stored('NYC', '19937896')).toEqual({
    state: 'completed',
    priority: 'Normal',
    category: 'Refunds and Adjustments',
    product: 'DOF Property - Payment Issue',
    type: 'Misapplied Payment',
    description: 'Misapplied Payment',
    opened: '2011-03-01 19:27:57',
    closed: '2011-03-14 19:59:20',
    required: '2011-03-22 18:27:57',
    note: 'The Department of Finance resolved this issue.',
    met: 'true',
    place: null,
    agency: 'DOF',
    kinds: 'opened completed',
  });
  const api = nyc('nyc311-2019-api-44col');
  expect(await preview(api, zone)).toMatchObject({ create: 1000, errorCount: 0 });
  await run(api, { ...zone, system: 'NYC' }, some);
  expect(await stored('NYC', '45278137')).toMatchObject({
    state: 'completed',
    opened: '2020-01-01 04:59:11',
    category: 'New York City Police Department',
  });
  // All of its days are such that they may be months: it has to be said.
  const doubtful = await preview(nyc('nyc311-2022-portal-41col'), { ...zone, system: 'NYC' });
  expect(doubtful).toMatchObject({
    create: 0,
    errors: { 0: { row: 2, field: 'opened', column: 'Created Date' } },
  });
  const monthFirst = { ...zone, system: 'NYC', dateOrder: 'month-first' };
  const late = nyc('nyc311-2022-portal-41col');
  expect(await preview(late, monthFirst)).toMatchObject({ create: 924, errorCount: 0 });
  await run(late, monthFirst, some);
  expect(await stored('NYC', '54049402')).toMatchObject({
    state: 'started',
    closed: null,
    kinds: 'opened started',
  });

  const boston = nyc('boston311-100');
  expect(await preview(boston, zone)).toMatchObject({ create: 100, errorCount: 0 });
  await run(boston, zone);
  const [kept] = await owner<{ met: number; missed: number }>(
    `SELECT count(*) FILTER (WHERE r.promise_met) AS met, count(*) FILTER (WHERE NOT r.promise_met) AS missed
     FROM service_ticket t JOIN service_request r ON r.organisation_id = t.organisation_id
       AND r.id = t.service_request_id WHERE t.organisation_id = $1 AND t.system = ''`,
  );
  const [, ...records] = parseCsv(boston);
  const promised = records.filter((cells) => cells[2] && cells[3]);
  const inTime = promised.filter((cells) => cells[4] === 'ONTIME').length;
  expect(kept).toEqual({ met: inTime, missed: promised.length - inTime });
});

const head = 'Ticket,Opened,Closed,Status,Type,Priority,Notes,Requester\n';
const small = { building: 'City Hall', space: 'Counter', system: 'small', category: 'Hall' };

test('a ticket that has got on elsewhere gets on here, once; what is closed here stays', async () => {
  const open = `${head}A1,2027-01-04T10:00Z,,Open,Door,high,"It sticks.\nBadly.",\n`;
  expect(await run(open, small)).toMatchObject({ create: 1, update: 0, skip: 0 });
  expect(await stored('small', 'A1')).toMatchObject({
    state: 'new',
    priority: 'High',
    description: 'Door\n\nIt sticks.\nBadly.',
    kinds: 'opened',
  });
  expect(await run(open, small)).toMatchObject({ create: 0, update: 0, skip: 1 });
  const closed = `${head}A1,2027-01-04T10:00Z,2027-01-05T10:00Z,Closed,Door,high,Oiled,\n`;
  expect(await run(closed, small)).toMatchObject({ create: 0, update: 1, skip: 0 });
  expect(await stored('small', 'A1')).toMatchObject({
    state: 'completed',
    closed: '2027-01-05 10:00:00',
    note: 'Oiled',
    kinds: 'opened completed',
  });
  expect(await run(open, small)).toMatchObject({ update: 0, skip: 1 });
  expect(await run(closed, small)).toMatchObject({ update: 0, skip: 1 });
});

test('rows with a problem are told and left out, the others are stored', async () => {
  const csv = `${head}B1,2027-01-04T10:00Z,,Vanished,Door,,,
B2,2027-01-04T10:00Z,2027-01-03T10:00Z,Closed,Door,,,
B3,yesterday,,Open,Door,,,
B4,2027-01-04T10:00Z,,Open,Door,whenever,,
B5,2027-01-04T10:00Z,,Open,Door,,,nobody@example.com
,2027-01-04T10:00Z,,Open,Door,,,
B6,2027-01-04T10:00Z,,Closed,Door,,,
B7,2027-01-04T10:00Z,,Open,Door,,,
B7,2027-01-04T10:00Z,,Open,Door,,,
B8,2027-01-04T10:00Z,,Open,,,,
`;
  expect((await run(csv, { ...small, timeZone: 'Nowhere' })).errors).toHaveLength(10);
  const { create, errors } = await run(csv, small);
  expect(create).toBe(1);
  expect(errors!.map(({ row, field }) => `${row} ${field}`)).toEqual([
    '2 status',
    '3 closed',
    '4 opened',
    '5 priority',
    '6 person',
    '7 externalId',
    '8 closed',
    '10 externalId',
    '11 type',
  ]);
  const known = await run(`${head}C1,2027-01-04T10:00Z,,Open,Never heard of,,,\n`, {
    ...small,
    newTypes: 'known-only',
  });
  expect(known).toMatchObject({ create: 0, errors: [{ row: 2, field: 'type', problem: 'unknown' }] });
});

test('the way of a file is remembered by its headers, for this organisation alone', async () => {
  const csv = 'Nummer,Am,Was\nD1,2027-01-04T10:00Z,Lampe\n';
  expect((await preview(csv)).errorCount).toBeGreaterThan(0);
  const mapping = { externalId: 0, opened: 1, type: 2 };
  await run(csv, { system: 'alt' }, { mapping });
  const again = await post<ImportPreview>('/preview', { csv });
  expect(again).toMatchObject({ mapping, defaults: { ...defaults, system: 'alt' }, skip: 1, errorCount: 0 });
  const stranger = await server.register();
  const other = await stranger.call('POST', '/imports/service-requests/preview', { csv });
  expect(other.json<ImportPreview>().mapping).not.toEqual(mapping);
  await post('', { csv, part: { from: 0, count: 0 } }, 400);
});
