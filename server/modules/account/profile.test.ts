import { expect, test } from 'vitest';
import { linksOf } from '#contract/offiserv-links.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { createOrganisation, demoAccountList } from './service.ts';

const server = await testServer({ demo: true });
const admin = await server.register('Ours');
const stranger = await server.register('Theirs');
const get = (user: TestUser | undefined, url: string) =>
  server.app.inject({
    url,
    ...(user && { headers: { 'x-auth-username': user.email, 'x-auth-password': user.password } }),
  });
const nameOf = async ({ id }: TestUser) =>
  (await server.owner.query<{ name: string }>('SELECT name FROM app_user WHERE id = $1', [id])).rows[0]!.name;

test('a person, their manager and those who report to them', async () => {
  const boss = await admin.person();
  const clerk = await admin.person({ mail: 'OPERATOR', copy: 'CUSTOMER' });
  await server.owner.query(
    `UPDATE app_user SET manager_id = $2, phone = '+48 42', mobile = '7' WHERE id = $1`,
    [clerk.id, boss.id],
  );
  const uri = (user: TestUser) => `/data/users/${user.id}`;
  const links = linksOf(clerk.id, () => true);
  expect((await get(clerk, '/data/users/me')).json()).toEqual({
    ...links,
    id: String(clerk.id),
    uri: uri(clerk),
    displayName: await nameOf(clerk),
    firstname: 'Person',
    lastname: expect.any(String),
    email: clerk.email,
    phone: '+48 42',
    mobile: '7',
    roles: ['CUSTOMER', 'OPERATOR'],
    reports: [],
    managerUri: uri(boss),
    companyUri: '/data/companies/my',
  });
  const mine = (await get(boss, '/data/users/me')).json<object>();
  expect(mine).toMatchObject({
    roles: [],
    reports: [{ id: String(clerk.id), uri: uri(clerk), displayName: await nameOf(clerk) }],
  });
  expect(mine).not.toHaveProperty('managerUri');
  expect(mine).not.toHaveProperty('phone');

  await server.owner.query('UPDATE app_user SET deleted_at = now() WHERE id = $1', [boss.id]);
  expect((await get(clerk, '/data/users/me')).json()).not.toHaveProperty('managerUri');
});

test('every link in the answers leads somewhere, for a plain customer too, and nowhere without credentials', async () => {
  const boss = await admin.person();
  const customer = await admin.person();
  await server.owner.query('UPDATE app_user SET manager_id = $2 WHERE id = $1', [customer.id, boss.id]);
  const links = new Set<string>();
  const follow = async (url: string) => {
    if (links.has(url)) return;
    links.add(url);
    expect((await get(undefined, url)).statusCode).toBe(401);
    const answer = await get(customer, url);
    expect([url, answer.statusCode]).toEqual([url, 200]);
    for (const [, link] of answer.body.matchAll(/"\w*[uU]ri":"([^"{]*)"/g)) await follow(link!);
  };
  await follow('/data/users/me');
  expect(links.size).toBeGreaterThanOrEqual(17);
});

test('the organisation counts its people and names its administrators', async () => {
  const before = (await get(admin, '/data/companies/my')).json<{ employeesCount: number }>();
  const person = await admin.person();
  const after = (await get(person, '/data/companies/my')).json<{
    employeesCount: number;
    admins: { id: string }[];
  }>();
  expect(after.employeesCount).toBe(before.employeesCount + 1);
  expect(after.admins.map(({ id }) => id)).toEqual([String(admin.id)]);
});

test('nobody of another organisation is there', async () => {
  for (const path of [
    `/data/users/${stranger.id}`,
    '/data/users/0',
    '/data/users/-1',
    '/data/users/1.5',
    '/data/users/x',
    '/data/users/9007199254740993',
    '/data/nothing',
  ]) {
    const answer = await get(admin, path);
    expect([path, answer.statusCode]).toEqual([path, 404]);
    expect(answer.json()).toMatchObject({ error: { code: 'not-found' } });
  }
});

test('the demo shows its accounts when it exists and is wanted', async () => {
  expect((await get(undefined, '/data/demo')).statusCode).toBe(404);
  const [account] = demoAccountList;
  await createOrganisation(
    server.deps.db,
    { company: 'Demo', firstname: 'A', lastname: 'B', ...account!, features: ['demo'] },
    async () => {},
  );
  const answer = await get(undefined, '/data/demo');
  expect(answer.statusCode).toBe(200);
  const { accounts } = answer.json<{
    accounts: { role: string; name: string; email: string; password: string }[];
  }>();
  expect(accounts.map(({ role }) => role)).toEqual(['clerk', 'manager', 'operator', 'employee', 'admin']);
  for (const { name, email, password } of accounts) {
    expect(name).toMatch(/^\S+ \S+$/);
    expect(email).toMatch(/@atrium\.example$/);
    expect(password.length).toBeGreaterThanOrEqual(8);
  }
  server.deps.config.demo = false;
  expect((await get(undefined, '/data/demo')).statusCode).toBe(404);
});
