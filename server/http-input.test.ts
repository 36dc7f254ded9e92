import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { API, testServer, type TestServer, type TestUser } from '../test/app.ts';
import { unzip } from '../test/zip.ts';
import { projectRoot } from './lib/root.ts';

let server: TestServer;
let admin: TestUser;
let port: number;
let credentials: Record<string, string>;

beforeAll(async () => {
  server = await testServer();
  admin = await server.register();
  credentials = { 'x-auth-username': admin.email, 'x-auth-password': admin.password };
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = server.app.server.address() as { port: number });
});

type Answer = { status: number; body: string };
type Call = { method?: string; headers?: Record<string, string>; body?: Iterable<Buffer> };

/** Over a real connection, with path and body as they are: `inject` and `fetch` would tidy them up. */
const call = (path: string, { method = 'GET', headers = {}, body }: Call = {}) =>
  new Promise<Answer>((done, failed) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => done({ status: answer.statusCode!, body: text }));
      answer.on('error', failed);
    });
    // The server may answer and hang up before it has read everything.
    sent.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') failed(error);
    });
    for (const part of body ?? []) sent.write(part);
    sent.end();
  });

const endpoints: [string, string][] = [
  [`${API}/mail/items/checkin`, 'application/json'],
  [`${API}/users`, 'application/json; charset=UTF-8'],
  ['/data/login', 'application/json'],
];
const countRows = async () =>
  (
    await server.owner.query(
      `SELECT (SELECT count(*) FROM mail_item) AS items, (SELECT count(*) FROM app_user) AS users`,
    )
  ).rows[0] as Record<string, string>;

describe.each(endpoints)('POST %s', (url, label) => {
  const post = (payload: string | Buffer, type: string | undefined = label) =>
    server.app.inject({
      method: 'POST',
      url,
      payload,
      headers: { ...credentials, ...(type && { 'content-type': type }) },
    });

  test('takes no JSON that is none', async () => {
    const archive = resolve(projectRoot, '../shared/data/bad-input/json-test-suite/test_parsing.zip');
    const files = [...unzip(readFileSync(archive))].filter(([name]) => name.endsWith('.json'));
    expect(files.length).toBeGreaterThan(250);
    const before = await countRows();
    for (const [path, bytes] of files) {
      const name = path.split('/').at(-1)!;
      const { statusCode, body } = await post(bytes);
      const allowed = name.startsWith('n_') ? [400, 415] : [200, 201, 400, 401, 415, 429];
      expect({ name, statusCode, body, fine: allowed.includes(statusCode) }).toMatchObject({ fine: true });
      if (statusCode >= 400) expect(JSON.parse(body)).toMatchObject({ error: { code: expect.any(String) } });
    }
    expect(await countRows()).toEqual(before);
  });

  test('takes no other kind of body', async () => {
    const before = await countRows();
    const bodies: [string, string | Buffer][] = [
      ['text/plain', 'hello'],
      ['application/xml', '<a>1</a>'],
      ['text/html', '<p>hello</p>'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n',
      ],
      ['multipart/form-data', 'no boundary'],
      ['application/octet-stream', Buffer.from([0, 255, 128, 7])],
      ['application/x-www-form-urlencoded', '%zz=%ff&a[b=1&&=&%00=%00'],
      ['application/json', Buffer.from([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
      ['nonsense', '{'],
      ['', '{'],
    ];
    for (const [type, payload] of bodies) {
      const { statusCode } = await post(payload, type);
      expect([type, statusCode >= 400 && statusCode < 500]).toEqual([type, true]);
    }
    expect(await countRows()).toEqual(before);
  });

  test('takes no nesting beyond reason', async () => {
    const deep = 100_000;
    for (const payload of [
      `${'['.repeat(deep)}${']'.repeat(deep)}`,
      `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`,
      `[{"trackingNumber":"x","firstName":"x","email":${'['.repeat(500)}${']'.repeat(500)}}]`,
    ])
      expect((await post(payload)).statusCode).toBe(400);
  });

  test('measures what arrives, announced or in chunks', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    function* body(megabytes: number) {
      yield Buffer.from('{"firstName":"');
      for (let at = 0; at < megabytes; at += 1) yield megabyte;
    }
    const headers = { ...credentials, 'content-type': label };
    const chunked = { method: 'POST', headers: { ...headers, 'transfer-encoding': 'chunked' } };
    expect((await call(url, { ...chunked, body: body(21) })).status).toBe(413);
    const length = String(21 * 1024 * 1024);
    const announced = { method: 'POST', headers: { ...headers, 'content-length': length } };
    expect((await call(url, { ...announced, body: body(20) })).status).toBe(413);
    // As large as it may be, it is read, and then found to be no JSON.
    expect((await call(url, { ...chunked, body: body(2) })).status).toBe(400);
  });
});

test('texts of 100,000 characters are stored whole or refused', async () => {
  const long = 'ż'.repeat(100_000);
  for (const field of ['firstName', 'lastName', 'email', 'employeeId', 'department', 'phone', 'userName']) {
    const body = { firstName: 'a', lastName: 'b', email: `${field}@example.com`, [field]: long };
    const answer = await admin.call('POST', '/users', body);
    if (answer.statusCode < 300) expect(answer.json()).toMatchObject({ [field]: long });
    else expect([field, answer.statusCode, answer.body.includes(field)]).toEqual([field, 400, true]);
  }
  for (const field of ['company', 'firstname', 'lastname', 'email', 'password', 'country', 'timezone']) {
    const payload = {
      company: 'c',
      firstname: 'a',
      lastname: 'b',
      email: 'long@example.com',
      password: 'a long password',
      country: 'PL',
      timezone: 'Europe/Warsaw',
      [field]: long,
    };
    const answer = await server.app.inject({ method: 'POST', url: '/data/register', payload });
    expect([field, answer.statusCode]).toEqual([field, 400]);
    expect(answer.json()).toMatchObject({ error: { field } });
  }
});

const paths = [
  '/%',
  '/%zz',
  '/%c0%ae%c0%ae/',
  '/%00',
  '/..%2f..%2fetc/passwd',
  '/../../etc/passwd',
  '/static/..%2f..%2fpackage.json',
  '/static/%2e%2e/%2e%2e/package.json',
  '//',
  '//example.com/',
  '/./',
  `${API}/%`,
  `${API}/mail/items/%zz`,
  `${API}/mail/items/%00`,
  `${API}/mail/items/%ff`,
  `${API}/mail/items/1%2f..%2f2`,
  `${API}//mail///items`,
  `${API}/mail/items/../../users`,
  `${API}/mail/items/${'9'.repeat(5000)}`,
  `${API}/mail/items?limit=%zz`,
  `${API}/mail/items?search=%ff%fe`,
  `${API}/mail/items?search=%00`,
  `${API}/mail/items?search=%ed%a0%80`,
  `${API}/mail/items?${'a&'.repeat(2000)}`,
  `${API}/mail/items?search[]=1&search[x]=2&limit=1&limit=2`,
  `${API}/mail/items?__proto__=1&constructor=2&__proto__[x]=3`,
  `${API}/mail/items?search=${'x'.repeat(10_000)}`,
  `${API}/users?orderBy=__proto__&search=%25%5F%5C`,
  `${API}/files/..%2f..%2fetc`,
  '/data/%zz',
  '/data/users/%00',
  '/data/../external/api/rest/v2/users',
  '/docs/%zz',
  '/docs/..%2fpackage.json',
];
test.each(paths.map((path) => [path.slice(0, 60), path] as const))(
  'GET %s is no error of ours',
  async (_, path) => {
    const { status, body } = await call(path, { headers: credentials });
    expect([200, 400, 404, 414, 431]).toContain(status);
    expect(body).not.toContain('root:');
    expect(body).not.toContain('"devDependencies"');
  },
);

test.each(['DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'TRACE'])(
  '%s where it means nothing',
  async (method) => {
    for (const path of [`${API}/mail/items`, `${API}/users/me`, '/data/login', '/', '/nowhere']) {
      const { status } = await call(path, { method, headers: credentials });
      expect([path, [400, 403, 404, 405].includes(status)]).toEqual([path, true]);
    }
  },
);

test('what is no HTTP at all is answered 400 or hung up on', async () => {
  const said = await Promise.all(
    [
      '\0\0\0\0\r\n\r\n',
      'GET\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\nhost: x\r\n${'a: b\r\n'.repeat(9000)}\r\n`,
    ].map(
      (text) =>
        new Promise<string>((done) => {
          let answer = '';
          const socket = connect(port, '127.0.0.1', () => socket.write(text));
          socket.on('data', (chunk) => (answer += chunk.toString()));
          socket.on('error', () => {});
          socket.on('close', () => done(answer));
        }),
    ),
  );
  for (const answer of said) expect(answer).toMatch(/^$|^HTTP\/1\.1 4\d\d /);
  expect((await call(`${API}/users/me`, { headers: credentials })).status).toBe(200);
});
