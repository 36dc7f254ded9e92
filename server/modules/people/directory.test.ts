import fc from 'fast-check';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CenterRole, ChartPerson, Invitation } from '#contract/people.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();

type Person = { id: number; name: string };
const make = async (admin: TestUser, person: Record<string, unknown>) => {
  const body = { firstName: 'Ann', lastName: 'Lee', email: `p${Math.random()}@example.com`, ...person };
  const answer = await admin.call('POST', '/users', body);
  expect([answer.statusCode, answer.body]).toEqual([201, expect.any(String)]);
  return answer.json<Person>();
};
const get = async <T>(user: TestUser, path: string) => (await user.call('GET', path)).json<T>();
const found = async (user: TestUser, find: string, more = '') =>
  (await get<Person[]>(user, `/users?find=${encodeURIComponent(find)}&orderBy=name${more}`)).map(
    ({ id }) => id,
  );

test('every word may be a part of a name, an e-mail, an employee id, a space or a mail stop', async () => {
  const places = await placesOf(server);
  const { admin } = places;
  const stop = (await admin.call('POST', '/mail/mailstops', { name: 'Dock West' })).json<{ id: number }>();
  const room = await places.room({ name: 'Atelier 4.17', mailStop: { id: stop.id } });
  const jose = await make(admin, {
    firstName: 'José',
    lastName: 'Łukasz',
    employeeId: 'E-2077',
    room: { id: room.id },
  });
  const li = await make(admin, { firstName: '李', lastName: '小明', email: 'ming@north.example' });
  for (const find of [
    'jose lukasz',
    'ŁUK',
    'e-2077',
    '2077 jo',
    'atelier 4.17',
    'telier josé',
    'dock',
    'west lu',
  ])
    expect([find, await found(admin, find)]).toEqual([find, [jose.id]]);
  for (const find of ['小', '明 李', 'ming@north', 'north mi'])
    expect([find, await found(admin, find)]).toEqual([find, [li.id]]);
  for (const find of ['os', 'jose nobody', '%', 'e-2078'])
    expect([find, await found(admin, find)]).toEqual([find, []]);

  await admin.call('PUT', `/rooms/${room.id}`, { name: 'Foundry' });
  expect(await found(admin, 'atelier')).toEqual([]);
  expect(await found(admin, 'foundry')).toEqual([jose.id]);
  await admin.call('PUT', `/mail/mailstops/${stop.id}`, { name: 'Ramp' });
  expect(await found(admin, 'dock')).toEqual([]);
  expect(await found(admin, 'ramp')).toEqual([jose.id]);
  await admin.call('DELETE', `/rooms/${room.id}`);
  expect(await found(admin, 'foundry')).toEqual([]);
  const stranger = await server.register();
  expect(await found(stranger, 'jose')).toEqual([]);
});

test('more hits than are sorted are the same people in the same order, with every filter', async () => {
  const admin = await server.register();
  await server.owner.query(
    `INSERT INTO app_user (organisation_id, first_name, last_name, user_name, email, user_type_id, color)
     SELECT u.organisation_id, 'Many ' || n % 97, 'Hands', 'many' || u.id || 'x' || n, 'many' || u.id || 'x' || n || '@example.com',
       u.user_type_id, '#112233' FROM app_user u, generate_series(1, 4100) n WHERE u.id = $1`,
    [admin.id],
  );
  const clerk = await admin.person({ mail: 'OPERATOR' });
  const broad = await found(admin, 'many hand', '&limit=500');
  const { rows } = await server.owner.query<{ id: string }>(
    `SELECT id FROM app_user WHERE last_name = 'Hands' ORDER BY name COLLATE "und-x-icu", id LIMIT 500`,
  );
  expect(broad).toEqual(rows.map(({ id }) => Number(id)));
  expect(await get(admin, '/users/count?find=many%20hand')).toEqual({ count: 4100 });
  const [mail] = await get<{ id: number; module: string }[]>(admin, '/centers?search=mail');
  expect(await found(admin, 'example', `&centerId=${mail!.id}&role=operator`)).toEqual([clerk.id]);
});

test('whatever is typed finds people who have it, or nobody', async () => {
  const admin = await server.register();
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 30 }), async (find) => {
      const answer = await admin.call('GET', `/users?find=${encodeURIComponent(find)}`);
      expect(answer.statusCode).toBe(find.includes('\0') ? 400 : 200);
    }),
    { numRuns: 60 },
  );
});

test('the tree is walked down by reports and up by managers, and never closes a circle', async () => {
  const admin = await server.register();
  const top = await make(admin, { firstName: 'Top' });
  const middle = await make(admin, { firstName: 'Middle', manager: { id: top.id }, jobTitle: 'Head' });
  const low = await make(admin, { firstName: 'Low', manager: { id: middle.id } });
  const side = await make(admin, { firstName: 'Aside', manager: { id: middle.id } });
  const names = (people: ChartPerson[]) => people.map(({ name, reports }) => [name, reports]);
  expect(names(await get(admin, '/users/chart'))).toEqual([['Top Lee', 1]]);
  expect(names(await get(admin, `/users/${middle.id}/reports`))).toEqual([
    ['Aside Lee', 0],
    ['Low Lee', 0],
  ]);
  expect(names(await get(admin, `/users/${low.id}/managers`))).toEqual([
    ['Top Lee', 1],
    ['Middle Lee', 2],
    ['Low Lee', 0],
  ]);
  const refused = await admin.call('PUT', `/users/${top.id}`, { manager: { id: low.id }, phone: '1' });
  expect(refused.statusCode).toBe(400);
  expect(refused.json()).toMatchObject({ error: { field: 'manager' } });
  expect(await get(admin, `/users/${top.id}`)).not.toHaveProperty('phone');
  await admin.call('DELETE', `/users/${side.id}`);
  expect(names(await get(admin, `/users/${middle.id}/reports`))).toEqual([['Low Lee', 0]]);
  const stranger = await server.register();
  for (const path of ['reports', 'managers'])
    expect((await stranger.call('GET', `/users/${top.id}/${path}`)).statusCode).toBe(404);
  expect(await get(stranger, '/users/chart')).toEqual([]);
});

test('roles are told by center, with how many hold them', async () => {
  const admin = await server.register();
  const clerk = await admin.person({ mail: 'OPERATOR' });
  const roles = await get<CenterRole[]>(clerk, '/centers/roles');
  const mail = roles.find(({ center, role }) => center.module === 'mail' && role === 'OPERATOR');
  expect(mail).toMatchObject({ count: 1, people: [{ id: clerk.id }] });
  const stranger = await server.register();
  expect(JSON.stringify(await get(stranger, '/centers/roles'))).not.toContain(`"id":${clerk.id},`);
});

const letters = async () => {
  const outbox = join(server.deps.config.dataDir, 'outbox');
  const names = await readdir(outbox).catch(() => []);
  const all = await Promise.all(names.map((name) => readFile(join(outbox, name), 'utf8')));
  return all.map((text) => text.replaceAll('=\r\n', '').replaceAll('=3D', '='));
};

test('an invitation is mailed once, opens the account, and is refused when there is a password', async () => {
  const admin = await server.register('North & Sons');
  const email = `new${Math.random()}@example.com`;
  const { id } = await make(admin, { email });
  expect(await get<Invitation>(admin, `/users/${id}/invite`)).toEqual({ passwordSet: false });
  const [first, again] = await Promise.all([
    admin.call('POST', `/users/${id}/invite`),
    admin.call('POST', `/users/${id}/invite`),
  ]);
  expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
  expect(first.json()).toEqual(again.json());
  const week = 7 * 86_400_000;
  const { invitedAt, validUntil } = first.json<Required<Invitation>>();
  expect(Math.abs(validUntil - invitedAt - week)).toBeLessThan(5000);
  const mine = (await letters()).filter((text) => text.includes(email));
  expect(mine).toHaveLength(1);
  const token = /token=([\w-]+)/.exec(mine[0]!)![1]!;
  const set = await server.app.inject({
    method: 'POST',
    url: '/data/resetPassword/confirm',
    payload: { token, password: 'a long password' },
  });
  expect(set.statusCode).toBeLessThan(300);
  expect(await get<Invitation>(admin, `/users/${id}/invite`)).toEqual({ passwordSet: true });
  expect((await admin.call('POST', `/users/${id}/invite`)).statusCode).toBe(409);
  expect((await admin.call('POST', '/users/999999/invite')).statusCode).toBe(404);
});

test('an address that cannot be written to leaves no invitation behind', async () => {
  const admin = await server.register();
  const { id } = await make(admin, { email: '<nobody>@example.com' });
  const refused = await admin.call('POST', `/users/${id}/invite`);
  expect(refused.statusCode).toBe(409);
  expect(await get<Invitation>(admin, `/users/${id}/invite`)).toEqual({ passwordSet: false });
});

test('the file holds all that the filters leave, and no formula', async () => {
  const admin = await server.register();
  const one = await make(admin, { firstName: '=1+1', lastName: 'Calc', jobTitle: 'Clerk, "night"' });
  await make(admin, { firstName: 'Other' });
  const answer = await admin.call('GET', '/users.csv?find=calc&limit=1');
  expect(answer.headers['content-type']).toContain('text/csv');
  const lines = answer.body.trim().split('\r\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain('first name,last name');
  expect(lines[1]).toMatch(new RegExp(`^${one.id},'=1\\+1,Calc,`));
  expect(lines[1]).toContain('"Clerk, ""night"""');
  expect((await admin.call('GET', '/users.csv?role=operator')).statusCode).toBe(400);
});
