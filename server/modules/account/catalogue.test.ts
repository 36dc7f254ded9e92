import { expect, test } from 'vitest';
import { courierNames } from '#contract/tracking-number.ts';
import { testServer } from '../../../test/app.ts';

const server = await testServer();
// A second organisation after the first: ids are the server's, the catalogue each one's own.
await server.register('First');
const admin = await server.register('Second');
const { rows: found } = await server.owner.query<{ organisation_id: number }>(
  'SELECT organisation_id FROM app_user WHERE id = $1',
  [admin.id],
);
const organisation = found[0]!.organisation_id;

const all = async <Row extends object>(table: string, columns: string) =>
  (
    await server.owner.query<Row>(`SELECT ${columns} FROM ${table} WHERE organisation_id = $1 ORDER BY id`, [
      organisation,
    ])
  ).rows;

test.each([
  ['package_type', { env: 'Envelope', box: 'Box', bag: 'Bag' }],
  [
    'mail_status_type',
    {
      out: 'Delivered',
      checkin: 'Checked In',
      checkout: 'Checked Out',
      pending: 'Pending',
      transfer: 'Transfer',
    },
  ],
  [
    'move_status',
    { pen: 'Pending', apr: 'Approved by Manager', sub: 'In Progress', '0': 'Rejected', don: 'Done' },
  ],
])('%s', async (table, expected) => {
  const rows = await all<{ code: string; name: string }>(table, 'code, name');
  expect(Object.fromEntries(rows.map(({ code, name }) => [code, name]))).toEqual(expected);
});

test('couriers are Other and all that a tracking number can name', async () => {
  const rows = await all<{ code: string; name: string }>('courier', 'code, name');
  expect(rows[0]).toEqual({ code: 'OTHER', name: 'Other' });
  expect(Object.fromEntries(rows.slice(1).map(({ code, name }) => [code, name]))).toEqual(
    Object.fromEntries(Object.entries(courierNames).map(([code, name]) => [code.toUpperCase(), name])),
  );
});

type Fields = { id: number; code: string; name: string }[];
test.each(['user_type', 'move_request_type', 'move_task'])(
  'the fields of %s are numbered once each',
  async (table) => {
    const rows = await all<{ fields: Fields }>(table, 'fields');
    const ids = rows.flatMap(({ fields }) => fields.map(({ id }) => id));
    expect(ids.length).toBeGreaterThan(5);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
  },
);

test('move request types and tasks have the fields of the samples', async () => {
  const codes = ({ fields }: { fields: Fields }) => fields.map(({ code }) => code);
  const types = await all<{ name: string; type_code: string; fields: Fields }>(
    'move_request_type',
    'name, type_code, fields',
  );
  const mover = ['firstName', 'lastName', 'phone', 'extension', 'costCenter', 'employeeId', 'email'];
  expect(types.map((type) => [type.type_code, type.name, codes(type)])).toEqual([
    ['new', 'New Person', mover],
    ['move', 'Employee Move', mover],
    ['move', 'Move Office Equipment', []],
    ['terminate', 'Exiting Employee', mover],
  ]);
  const tasks = await all<{ name: string; fields: Fields }>('move_task', 'name, fields');
  expect(tasks.map((task) => [task.name, codes(task)])).toEqual([
    ['Network Services', ['pcType', 'notes', 'printer', 'localQueue']],
    ['Furniture', ['deskChair', 'sideChair', 'whiteBoard', 'other', 'notes']],
  ]);
});

test('Employee is the first user type, and the founder is one', async () => {
  const [employee] = await all<{ id: number; name: string }>('user_type', 'id, name');
  expect(employee).toMatchObject({ name: 'Employee' });
  const [founder] = await all<object>('app_user', 'user_type_id, site_admin, color');
  expect(founder).toEqual({
    user_type_id: employee!.id,
    site_admin: true,
    color: expect.stringMatching(/^#[0-9a-f]{6}$/),
  });
});

test('six centers, one for each module, all administered by the founder', async () => {
  const centers = await all<{ id: number; module: string; code: string; name: string }>(
    'center',
    'id, module, code, name',
  );
  expect(centers.map(({ module }) => module).toSorted()).toEqual(
    ['asset', 'copy', 'mail', 'maintenance', 'move', 'reservation'].toSorted(),
  );
  for (const { module, name } of centers) expect(name.toLowerCase()).toContain(module);
  const { rows } = await server.owner.query(
    'SELECT center_id AS id, user_id, role FROM permission WHERE organisation_id = $1 ORDER BY center_id',
    [organisation],
  );
  expect(rows).toEqual(centers.map(({ id }) => ({ id, user_id: admin.id, role: 'ADMINISTRATOR' })));
});

test('countries are those of ISO 3166, with the states that addresses need', async () => {
  const rows = await all<{ id: number; alpha2_code: string; name: string; default_selected: boolean }>(
    'country',
    'id, alpha2_code, name, default_selected',
  );
  expect(rows.length).toBeGreaterThanOrEqual(190);
  expect(rows.length).toBeLessThan(500);
  const by = (code: string) => rows.find(({ alpha2_code }) => alpha2_code === code)!;
  expect(by('US').name).toMatch(/^United States/);
  expect(by('PL').name).toBe('Poland');
  expect(rows.filter(({ default_selected }) => default_selected)).toEqual([by('US')]);

  const states = await all<{ code: string; name: string; country_id: number | null }>(
    'state',
    'code, name, country_id',
  );
  const of = (code: string) => states.filter(({ country_id }) => country_id === by(code).id);
  expect(of('US')).toHaveLength(57);
  expect(of('US')).toContainEqual({ code: 'TX', name: 'Texas', country_id: by('US').id });
  expect(of('PL')).toHaveLength(16);
  expect(states.filter(({ country_id }) => country_id === null)).toEqual([
    { code: '', name: 'Other', country_id: null },
  ]);
});

test('spaces, priorities, assets and cost centers have something to start with', async () => {
  const types = await all<{ sort_order: number; parking_space: boolean; occupiable: boolean }>(
    'room_type',
    'sort_order, parking_space, occupiable',
  );
  expect(types.length).toBeGreaterThanOrEqual(4);
  expect(types.some(({ parking_space }) => parking_space)).toBe(true);
  expect(new Set(types.map(({ occupiable }) => occupiable))).toEqual(new Set([true, false]));

  const color = { red: expect.any(Number), green: expect.any(Number), blue: expect.any(Number) };
  expect(await all('priority', 'name, sort_order, color')).toEqual(
    ['Urgent', 'High', 'Normal', 'Low'].map((name, i) => ({ name, sort_order: i + 1, color })),
  );
  expect((await all('category', 'name'))[0]).toEqual({ name: 'Default cost center' });
  const { rows } = await server.owner.query(
    `SELECT m.name FROM asset_model m JOIN asset_type t ON t.organisation_id = m.organisation_id AND t.id = m.asset_type_id
     WHERE m.organisation_id = $1`,
    [organisation],
  );
  expect(rows.length).toBeGreaterThanOrEqual(1);
});
