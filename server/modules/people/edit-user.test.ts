import sharp from 'sharp';
import { expect, test, vi } from 'vitest';
import { testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();
const fieldOf = (answer: { json<T>(): T }) => answer.json<{ error: { field?: string } }>().error.field;
const read = async (id: number) => (await admin.call('GET', `/users/${id}`)).json<Record<string, unknown>>();

test('PUT changes what was sent and nothing else', async () => {
  const { id } = await admin.person();
  const before = await read(id);
  const answer = await admin.call('PUT', `/users/${id}`, {
    id: String(id),
    jobTitle: 'Developer',
    floorWarden: 'true',
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.json()).toEqual({
    ...before,
    jobTitle: 'Developer',
    floorWarden: true,
    dateUpdated: answer.json<{ dateUpdated: number }>().dateUpdated,
  });
  expect(answer.json<{ dateUpdated: number }>().dateUpdated).toBeGreaterThan(before.dateUpdated as number);
  expect(await read(id)).toEqual(answer.json());
});

test('null and {} take an optional reference or text away; a required one stays', async () => {
  const { id } = await admin.person();
  const manager = { id: admin.id, name: 'ignored' };
  const set = await admin.call('PUT', `/users/${id}`, { manager, phone: '123' });
  expect(set.json()).toMatchObject({ manager: { id: admin.id, name: 'Ada Admin' }, phone: '123' });
  const gone = await admin.call('PUT', `/users/${id}`, { manager: null, phone: null });
  expect(gone.json()).not.toHaveProperty('manager');
  expect(gone.json()).not.toHaveProperty('phone');
  expect((await admin.call('PUT', `/users/${id}`, { manager: {} })).statusCode).toBe(200);
  for (const [name, value] of [
    ['firstName', ''],
    ['lastName', null],
    ['email', ' '],
    ['email', 'nobody'],
    ['userType', null],
    ['userType', {}],
    ['userName', ''],
    ['userName', 'a@b'],
    ['manager', { id }],
    ['manager', { id: 999_999 }],
    ['password', 'short'],
  ] as const) {
    const answer = await admin.call('PUT', `/users/${id}`, { phone: 'changed', [name]: value });
    expect([name, answer.statusCode, fieldOf(answer)]).toEqual([name, 400, name]);
  }
  expect(await read(id)).not.toHaveProperty('phone');
});

test('people choose their language themselves, of those there are; null is the one of the browser', async () => {
  const person = await admin.person();
  const chosen = async () => (await person.call('GET', '/users/me')).json<{ language: unknown }>().language;
  expect(await chosen()).toBeNull();
  for (const language of ['ar', null]) {
    expect((await person.call('PUT', `/users/${person.id}`, { language })).statusCode).toBe(200);
    expect(await chosen()).toBe(language);
  }
  for (const language of ['xx', 'AR', '', 7]) {
    const answer = await person.call('PUT', `/users/${person.id}`, { language });
    expect([answer.statusCode, fieldOf(answer)]).toEqual([400, 'language']);
  }
});

test("another id in the body is refused, and so is somebody else's e-mail or user name", async () => {
  const [one, other] = [await admin.person(), await admin.person()];
  for (const id of [other.id, 0, 'x', null])
    expect(fieldOf(await admin.call('PUT', `/users/${one.id}`, { id, phone: '1' }))).toBe('id');
  const email = await admin.call('PUT', `/users/${one.id}`, { email: other.email.toUpperCase() });
  expect([email.statusCode, fieldOf(email)]).toEqual([409, 'email']);
  const { userName } = await read(other.id);
  const name = await admin.call('PUT', `/users/${one.id}`, { userName });
  expect([name.statusCode, fieldOf(name)]).toEqual([409, 'userName']);
  expect(await read(one.id)).not.toHaveProperty('phone');
});

test('parallel partial edits lose nothing', async () => {
  const { id } = await admin.person();
  const edits = {
    phone: '1',
    mobile: '2',
    extension: '3',
    knownAs: '4',
    jobTitle: '5',
    department: '6',
    company: '7',
    fax: '8',
    employeeId: '9',
    comments: '10',
  };
  await Promise.all(
    Object.entries(edits).map(([name, value]) => admin.call('PUT', `/users/${id}`, { [name]: value })),
  );
  expect(await read(id)).toMatchObject(edits);
});

test('people change their own telephone and what they are called; the rest is the administrator’s', async () => {
  const [person, colleague] = [await admin.person({ mail: 'MANAGER' }), await admin.person()];
  const own = { phone: '1', mobile: '2', extension: '3', knownAs: 'Nick' };
  expect((await person.call('PUT', `/users/${person.id}`, own)).json()).toMatchObject(own);
  for (const edit of [
    { jobTitle: 'King' },
    { email: 'king@example.com' },
    { password: 'another long password' },
    { firstName: 'King', phone: '9' },
    { userType: { id: 1 } },
  ])
    expect((await person.call('PUT', `/users/${person.id}`, edit)).statusCode).toBe(403);
  expect((await person.call('PUT', `/users/${colleague.id}`, own)).statusCode).toBe(403);
  expect(await read(person.id)).toMatchObject({ phone: '1', name: expect.stringMatching(/^Person/) });
});

test('no key of any body makes an administrator', async () => {
  const person = await admin.person();
  const power = {
    siteAdmin: true,
    site_admin: true,
    'site_admin = true, phone': 1,
    permissions: [],
    role: 'ADMINISTRATOR',
    organisation_id: 1,
    deleted_at: null,
    password_hash: 'x',
  };
  for (const user of [person, admin])
    expect((await user.call('PUT', `/users/${person.id}`, power)).statusCode).toBe(200);
  expect(await read(person.id)).toMatchObject({ siteAdmin: false });
  expect((await person.call('DELETE', `/users/${admin.id}`)).statusCode).toBe(403);
});

test('a new password counts at once, and the sessions of the old one end', async () => {
  const person = await admin.person();
  const signIn = (password: string) =>
    server.app.inject({ method: 'POST', url: '/data/login', payload: { email: person.email, password } });
  const cookie = (await signIn(person.password)).cookies
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const byCookie = () => server.app.inject({ url: '/data/users/me', headers: { cookie } });
  expect((await byCookie()).statusCode).toBe(200);
  const changed = await admin.call('PUT', `/users/${person.id}`, { password: 'zażółć gęślą jaźń' });
  expect(changed.statusCode).toBe(200);
  expect(changed.body).not.toMatch(/password|argon/i);
  expect((await byCookie()).statusCode).toBe(401);
  expect((await person.call('GET', '/users/me')).statusCode).toBe(401);
  expect((await signIn('zażółć gęślą jaźń')).statusCode).toBe(200);
});

test('a reset mails a link and answers the user; to oneself or by an administrator', async () => {
  const [person, colleague] = [await admin.person(), await admin.person()];
  const reset = (user: TestUser, id: number) => user.call('PUT', `/users/${id}/resetPassword`);
  const mails = async () =>
    (await server.owner.query('SELECT FROM password_reset WHERE user_id = $1', [person.id])).rowCount;
  expect((await reset(admin, person.id)).json()).toMatchObject({ id: person.id });
  expect((await reset(person, person.id)).statusCode).toBe(200);
  expect(await mails()).toBe(2);
  expect((await reset(colleague, person.id)).statusCode).toBe(403);
  expect((await reset(admin, 999_999)).statusCode).toBe(404);
  expect(await mails()).toBe(2);
});

test('a picture of oneself, or of anybody by an administrator; no picture changes nothing', async () => {
  const [person, colleague] = [await admin.person(), await admin.person()];
  const blue = sharp({ create: { width: 16, height: 16, channels: 4, background: 'blue' } });
  const image = (await blue.png().toBuffer()).toString('base64');
  const attach = (user: TestUser, body: unknown) =>
    user.call('POST', `/users/${person.id}/attachAvatar`, body);
  const first = await attach(person, { image, fileName: 'me.png' });
  expect(first.json()).toMatchObject({ id: person.id, image: { fileName: 'me.png', image: true } });
  const second = await attach(admin, { image: `data:image/png;base64,${image}`, fileName: 'you.png' });
  expect(second.json()).toMatchObject({ image: { fileName: 'you.png' } });
  expect((await attach(colleague, { image, fileName: 'x.png' })).statusCode).toBe(403);
  for (const [field, body] of [
    ['image', { fileName: 'a.png' }],
    ['image', { image: '', fileName: 'a.png' }],
    ['image', { image: image.slice(0, 30), fileName: 'a.png' }],
    [
      'image',
      {
        image: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'),
        fileName: 'a.png',
      },
    ],
    ['image', { image: 7, fileName: 'a.png' }],
    ['fileName', { image }],
    ['fileName', { image, fileName: ' ' }],
  ] as const) {
    const answer = await attach(person, body);
    expect([answer.statusCode, fieldOf(answer)]).toEqual([400, field]);
  }
  expect(await read(person.id)).toMatchObject({ image: { fileName: 'you.png' } });
  expect(
    (await admin.call('POST', '/users/999999/attachAvatar', { image, fileName: 'a.png' })).statusCode,
  ).toBe(404);
});

test('every write is announced to the organisation', async () => {
  const person = await admin.person();
  const { rows } = await server.owner.query<{ id: number }>(
    'SELECT organisation_id AS id FROM app_user WHERE id = $1',
    [admin.id],
  );
  const heard = vi.fn<(event: unknown) => void>();
  const stop = server.deps.events.subscribe(rows[0]!.id, heard);
  await admin.call('PUT', `/users/${person.id}`, { phone: '1' });
  await admin.call('PUT', `/users/${person.id}`, { id: person.id });
  await admin.call('PUT', `/users/${person.id}/permissions`, []);
  await admin.call('DELETE', `/users/${person.id}`);
  const event = { topic: 'users', ids: [person.id], by: admin.id };
  await vi.waitFor(() => expect(heard.mock.calls).toEqual([[event], [event], [event]]));
  stop();
});

test('an e-mail server that is down is said to be down', async () => {
  // Nothing listens on the discard port.
  const cut = await testServer({ smtpUrl: 'smtp://127.0.0.1:9' });
  const admin = await cut.register();
  const { id } = await admin.person();
  const answer = await admin.call('PUT', `/users/${id}/resetPassword`);
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ error: { code: 'mail.server-unavailable' } });
});
