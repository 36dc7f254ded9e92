import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();
const person = (more: Record<string, unknown> = {}) => ({
  firstName: 'Ann',
  lastName: 'Lee',
  email: `p${Math.random()}@example.com`,
  ...more,
});
const fieldOf = (answer: { json<T>(): T }) => answer.json<{ error: { field?: string } }>().error.field;

test.each(['firstName', 'lastName', 'email'])('%s must be there and say something', async (name) => {
  for (const value of [undefined, null, '', '  ', {}, []]) {
    const answer = await admin.call('POST', '/users', person({ [name]: value }));
    expect([value, answer.statusCode, fieldOf(answer)]).toEqual([value, 400, name]);
  }
});

test.each([
  ['email', 'nobody'],
  ['email', 'a b@example.com'],
  ['color', 'red'],
  ['userName', 'ann@example.com'],
  ['userName', ''],
  ['room', { id: 999_999 }],
  ['room', { id: -1 }],
  ['room', { id: 1.5 }],
  ['room', { id: 'x' }],
  ['room', 3],
  ['room', [1]],
  ['room', true],
  ['manager', { id: 999_999_999_999 }],
  ['userType', { id: 999_999 }],
  ['mailStop', { id: 999_999 }],
  ['defaultVisitorCenter', { id: 999_999 }],
  ['floorWarden', 'perhaps'],
  ['comments', 'x'.repeat(100_000)],
  ['firstName', 'a\0b'],
])('%s = %j is refused by its name, and nobody is made', async (name, value) => {
  const before = (await admin.call('GET', '/users/count')).body;
  const answer = await admin.call('POST', '/users', person({ [name]: value }));
  expect([answer.statusCode, fieldOf(answer)]).toEqual([400, name]);
  expect((await admin.call('GET', '/users/count')).body).toBe(before);
});

test('a reference into another organisation leads nowhere', async () => {
  const stranger = await server.register();
  const centers = (await stranger.call('GET', '/centers')).json<{ id: number }[]>();
  for (const [name, id] of [
    ['manager', stranger.id],
    ['defaultVisitorCenter', centers[0]!.id],
  ] as const) {
    const answer = await admin.call('POST', '/users', person({ [name]: { id } }));
    expect([answer.statusCode, fieldOf(answer)]).toEqual([400, name]);
  }
});

test('no JSON, no object and no body are refused', async () => {
  for (const payload of ['{', '[]', '"x"', '', 'null']) {
    const headers = { 'content-type': 'application/json' };
    expect((await admin.call('POST', '/users', payload, { headers })).statusCode).toBe(400);
  }
  const xml = await admin.call('POST', '/users', '<a/>', { headers: { 'content-type': 'text/xml' } });
  expect(xml.statusCode).toBe(415);
});

test('texts come back exactly; what the server does not know, and power, is passed over', async () => {
  const name = '  مرحبا \u202e<b>"O\'Neil"</b> e\u0301 🐢 ';
  const answer = await admin.call(
    'POST',
    '/users',
    `{"firstName": ${JSON.stringify(name)}, "lastName": 7, "email": "exact@example.com", "siteAdmin": true,
      "site_admin": true, "permissions": [{"role": "ADMINISTRATOR"}], "organisation_id": 1, "id": 1,
      "__proto__": {"siteAdmin": true}, "constructor": {"prototype": {"siteAdmin": true}}, "shoe": 46}`,
    { headers: { 'content-type': 'application/json' } },
  );
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    firstName: name,
    lastName: '7',
    name: `${name} 7`,
    siteAdmin: false,
  });
  expect(answer.json()).not.toHaveProperty('shoe');
});

test('ten at once with one e-mail, in any case of letters, are one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      admin.call('POST', '/users', person({ email: index % 2 ? 'Same@Example.com' : 'same@example.com' })),
    ),
  );
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, ...Array(9).fill(409)]);
  for (const answer of answers) if (answer.statusCode === 409) expect(fieldOf(answer)).toBe('email');
});

test('an e-mail in use in another organisation is in use', async () => {
  const stranger = await server.register();
  const answer = await admin.call('POST', '/users', person({ email: stranger.email.toUpperCase() }));
  expect([answer.statusCode, fieldOf(answer)]).toEqual([409, 'email']);
});

test('the user name is the local part of the e-mail, with a number when it is taken, on the whole server', async () => {
  const admins = [admin, await server.register(), await server.register()];
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      admins[index % 3]!.call('POST', '/users', person({ email: `boba@host${index}.example.com` })),
    ),
  );
  expect(new Set(answers.map(({ statusCode }) => statusCode))).toEqual(new Set([201]));
  const names = answers.map((answer) => answer.json<{ userName: string }>().userName);
  expect(new Set(names).size).toBe(30);
  expect(names).toContain('boba');
  for (const name of names) expect(name).toMatch(/^boba\d*$/);
});

test('a user name that was asked for is given or refused, never changed', async () => {
  expect((await admin.call('POST', '/users', person({ userName: 'leia' }))).json()).toMatchObject({
    userName: 'leia',
  });
  const again = await admin.call('POST', '/users', person({ userName: 'LEIA' }));
  expect([again.statusCode, fieldOf(again)]).toEqual([409, 'userName']);
});
