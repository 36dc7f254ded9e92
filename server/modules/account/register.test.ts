import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { createOrganisation } from './service.ts';

const server = await testServer();
const naughty: string[] = JSON.parse(
  readFileSync(
    new URL('../../../../shared/data/bad-input/naughty-strings/blns.json', import.meta.url),
    'utf8',
  ),
);

let serial = 0;
const usual = () => ({
  company: 'Złota Łódka',
  firstname: 'Zoë',
  lastname: 'Żak',
  email: `Founder${(serial += 1)}@Example.com`,
  password: 'a long password',
  country: 'Poland',
  timezone: 'Europe/Warsaw',
});
const register = (payload: object) => server.app.inject({ method: 'POST', url: '/data/register', payload });
const get = (url: string, cookie: string) => server.app.inject({ url, headers: { cookie } });
const counts = async () =>
  (
    await server.owner.query(
      'SELECT (SELECT count(*) FROM organisation) + (SELECT count(*) FROM app_user) + (SELECT count(*) FROM courier) AS n',
    )
  ).rows[0];

test('a registration answers the user, signed in, as site administrator of their organisation', async () => {
  const wanted = usual();
  const answer = await register(wanted);
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    displayName: 'Zoë Żak',
    firstname: 'Zoë',
    lastname: 'Żak',
    email: wanted.email,
    roles: ['SITE_ADMINISTRATOR', 'ADMINISTRATOR'],
  });
  expect(answer.cookies).toHaveLength(1);
  const cookie = answer.headers['set-cookie'] as string;
  expect((await get('/data/users/me', cookie)).json()).toEqual(answer.json());
  const { created, ...company } = (await get('/data/companies/my', cookie)).json<{ created: string }>();
  expect(company).toEqual({
    uri: '/data/companies/my',
    name: 'Złota Łódka',
    country: 'Poland',
    timezone: 'Europe/Warsaw',
    employeesCount: 1,
    features: [
      'mail',
      'booking',
      'service',
      'moves',
      'assets',
      'cost-centers',
      'contacts',
      'agreements',
      'leave',
    ],
    admins: [
      {
        id: answer.json<{ id: string }>().id,
        uri: answer.json<{ uri: string }>().uri,
        displayName: 'Zoë Żak',
      },
    ],
  });
  expect(new Date(created).toISOString()).toBe(created);
  expect(Math.abs(Date.parse(created) - Date.now())).toBeLessThan(60_000);
});

test('a form registers too; country and time zone may be left out', async () => {
  const { country: _, timezone: __, ...wanted } = usual();
  const answer = await server.app.inject({
    method: 'POST',
    url: '/data/register',
    payload: new URLSearchParams(wanted).toString(),
  });
  expect(answer.statusCode).toBe(201);
  const company = await get('/data/companies/my', answer.headers['set-cookie'] as string);
  expect(company.json()).toMatchObject({ name: wanted.company, country: '', timezone: 'UTC' });
});

const required = ['company', 'firstname', 'lastname', 'email', 'password'] as const;
test.each([
  ...required.flatMap((field) => [undefined, '', null, {}].map((value) => [field, value] as const)),
  ...(['company', 'firstname', 'lastname', 'email'] as const).map((field) => [field, '   '] as const),
  ...(['company', 'firstname', 'lastname', 'country'] as const).map(
    (field) => [field, 'x'.repeat(201)] as const,
  ),
  ...['ada', 'ada@', '@example.com', 'a b@example.com', 'a@b@c', `${'x'.repeat(251)}@b.c`].map(
    (email) => ['email', email] as const,
  ),
  ['password', 'short'] as const,
  ['password', 'x'.repeat(1001)] as const,
  ...['Mars/Olympus', '+01:00', 'Europe/Warsaw\n', '1', 'x'].map((zone) => ['timezone', zone] as const),
])('refuses %s %j, naming it, and leaves nothing behind', async (field, value) => {
  const before = await counts();
  const answer = await register({ ...usual(), [field]: value });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ error: { field } });
  expect(answer.json<{ error: { message: string } }>().error.message).toContain(field);
  expect(answer.cookies).toEqual([]);
  expect(await counts()).toEqual(before);
});

test('an e-mail has one account, in whatever case', async () => {
  const wanted = usual();
  await register(wanted);
  const before = await counts();
  for (const email of [wanted.email, wanted.email.toUpperCase(), wanted.email.toLowerCase()]) {
    const answer = await register({ ...usual(), email });
    expect(answer.statusCode).toBe(409);
    expect(answer.json()).toMatchObject({ error: { code: 'account.email-taken', field: 'email' } });
    expect(answer.cookies).toEqual([]);
  }
  expect(await counts()).toEqual(before);
});

test('of ten registrations of one e-mail at once, one succeeds', async () => {
  const wanted = usual();
  const answers = await Promise.all(Array.from({ length: 10 }, () => register(wanted)));
  const statuses = answers.map(({ statusCode }) => statusCode).toSorted();
  expect(statuses).toEqual([201, ...Array<number>(9).fill(409)]);
  expect(answers.flatMap(({ cookies }) => cookies)).toHaveLength(1);
});

test('twenty at once with the same name before the @ all succeed, each under a user name of its own', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => register({ ...usual(), email: `office@company${i}.example` })),
  );
  for (const { statusCode } of answers) expect(statusCode).toBe(201);
  const { rows } = await server.owner.query<{ user_name: string }>(
    `SELECT user_name FROM app_user WHERE email LIKE 'office@%'`,
  );
  expect(new Set(rows.map((row) => row.user_name)).size).toBe(20);
  for (const { user_name } of rows) expect(user_name).toMatch(/^office\d*$/);
});

const storable = naughty.filter((text) => text.trim() !== '' && [...text].length <= 200);

test('any text comes back exactly, and signs in where it is e-mail and password', async () => {
  for (let i = 0; i < storable.length; i += 4) {
    const [company, firstname, lastname, country] = [0, 1, 2, 3].map(
      (n) => storable[(i + n) % storable.length]!,
    );
    const local = `${[...company!.replaceAll(/[\s@]/gu, '')].slice(0, 60).join('')}${i}`;
    const wanted = {
      company,
      firstname,
      lastname,
      country,
      email: `${local}@x.example`,
      password: `${country} ${i} long`,
    };
    const answer = await register(wanted);
    expect([wanted, answer.statusCode]).toEqual([wanted, 201]);
    expect(answer.json()).toMatchObject({
      firstname,
      lastname,
      displayName: `${firstname} ${lastname}`,
      email: wanted.email,
    });
    const found = await get('/data/companies/my', answer.headers['set-cookie'] as string);
    expect(found.json()).toMatchObject({ name: company, country });
    const signIn = await server.app.inject({ method: 'POST', url: '/data/login', payload: wanted });
    expect([wanted, signIn.statusCode]).toEqual([wanted, 200]);
  }
}, 120_000);

test.each(['company', 'firstname', 'lastname', 'email', 'timezone'] as const)(
  'text that %s cannot be is refused, naming it',
  async (field) => {
    const refused =
      field === 'email' || field === 'timezone'
        ? naughty
        : naughty.filter((text) => !storable.includes(text));
    for (const text of refused) {
      const answer = await register({ ...usual(), [field]: text });
      // One of them is an address, after all; and no time zone is UTC.
      const allowed =
        field === 'email' ? /^[^\s@]+@[^\s@]+$/u.test(text) : field === 'timezone' && text === '';
      expect([text, answer.statusCode]).toEqual([text, allowed ? 201 : 400]);
      if (!allowed) expect(answer.json()).toMatchObject({ error: { field } });
    }
  },
);

test('what belongs to an organisation is created with it, or not at all', async () => {
  const before = await counts();
  const broken = createOrganisation(server.deps.db, { ...usual(), features: ['demo'] }, async () => {
    throw new Error('broken');
  });
  await expect(broken).rejects.toThrow('broken');
  expect(await counts()).toEqual(before);

  const stamp = await createOrganisation(
    server.deps.db,
    { ...usual(), features: ['demo'] },
    async (tx) => tx.stamp,
  );
  expect(Math.abs(stamp.getTime() - Date.now())).toBeLessThan(60_000);
  const { rows } = await server.owner.query(`SELECT FROM organisation WHERE features = '{demo}'`);
  expect(rows).toHaveLength(1);
});
