import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
type Person = { id: number; name: string; email: string; dateUpdated: number };

const make = async (admin: TestUser, person: Record<string, unknown>) => {
  const answer = await admin.call('POST', '/users', {
    firstName: 'Ann',
    lastName: 'Lee',
    email: `p${Math.random()}@example.com`,
    ...person,
  });
  expect(answer.statusCode).toBe(201);
  return answer.json<Person>();
};
const list = async (user: TestUser, query = '') => {
  const answer = await user.call('GET', `/users${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<Person[]>();
};
const total = async (user: TestUser, query = '') =>
  (await user.call('GET', `/users/count${query}`)).json<{ count: number }>().count;
const organisationOf = async ({ id }: TestUser) =>
  (await server.owner.query<{ id: number }>('SELECT organisation_id AS id FROM app_user WHERE id = $1', [id]))
    .rows[0]!.id;

/** A room on a floor of a new building. */
async function room(admin: TestUser, name: string) {
  const { rows } = await server.owner.query<{ id: number }>(
    `WITH b AS (INSERT INTO building (organisation_id, name, code) VALUES ($1, 'Tower', 'T') RETURNING id),
     f AS (INSERT INTO floor (organisation_id, building_id, name) SELECT $1, id, '3' FROM b RETURNING id)
     INSERT INTO room (organisation_id, floor_id, room_type_id, name)
     SELECT $1, f.id, (SELECT min(id) FROM room_type WHERE organisation_id = $1), $2 FROM f RETURNING id`,
    [await organisationOf(admin), name],
  );
  return rows[0]!.id;
}

test('a person is answered as the document prints one', async () => {
  const admin = await server.register();
  const place = await room(admin, '3.14');
  const created = await make(admin, { firstName: 'Fox', lastName: 'McCloud', email: 'fox@example.org' });
  expect(created).toMatchObject({
    name: 'Fox McCloud',
    userName: 'fox',
    floorWarden: false,
    specialNeeds: false,
    color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    dateCreated: expect.any(Number),
    room: {},
    costCenter: {},
    userType: { id: expect.any(Number), name: 'Employee', fields: expect.any(Array) },
  });
  expect(created).not.toHaveProperty('phone');
  const chief = await make(admin, { manager: { id: created.id }, room: { id: place } });
  expect((await admin.call('GET', `/users/${chief.id}`)).json()).toMatchObject({
    manager: { id: created.id, name: 'Fox McCloud', userType: { name: 'Employee' } },
    room: {
      id: place,
      name: '3.14',
      type: { id: expect.any(Number), name: expect.any(String) },
      floor: { name: '3', building: { name: 'Tower', code: 'T' } },
    },
  });
});

test('what is not there, or not ours, is 404', async () => {
  const [admin, stranger] = [await server.register(), await server.register()];
  for (const id of ['0', '-1', '1.5', 'abc', '99999999999999999999', String(stranger.id), `${admin.id}x`])
    expect((await admin.call('GET', `/users/${id}`)).statusCode).toBe(404);
});

test('search finds any part of name, e-mail, employee id and user name, literally, in any alphabet', async () => {
  const admin = await server.register('Search');
  const lodz = await make(admin, { firstName: 'Łódź', lastName: 'Żuraw', employeeId: 'E-4711' });
  const percent = await make(admin, { firstName: '100%', lastName: "O'Neil_x\\" });
  const found = async (text: string) =>
    (await list(admin, `?search=${encodeURIComponent(text)}`)).map((person) => person.id);
  for (const text of ['łódź', 'ŁÓDŹ ŻUR', 'ódź ż', '4711', 'e-47', 'Łó'])
    expect(await found(text)).toEqual([lodz.id]);
  for (const text of ['100%', '%', '_', '\\', "o'neil_", "'"])
    expect(await found(text)).toEqual([percent.id]);
  expect(await found('100_')).toEqual([]);
  expect(await total(admin, `?search=${encodeURIComponent('łódź')}`)).toBe(1);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), async (text) => {
      const answer = await admin.call('GET', `/users?search=${encodeURIComponent(text.toWellFormed())}`);
      expect([200, 400]).toContain(answer.statusCode);
    }),
    { numRuns: 60 },
  );
});

test('filters hold together, and the count counts what the list lists', async () => {
  const admin = await server.register('Filters');
  const clerk = await admin.person({ mail: 'OPERATOR' });
  const seat = await room(admin, 'A');
  const seated = await make(admin, { room: { id: seat } });
  const centers = (await admin.call('GET', '/centers')).json<{ id: number; module: string }[]>();
  const [mail, copy] = ['mail', 'copy'].map((module) => centers.find((center) => center.module === module)!);
  const host = await make(admin, { defaultVisitorCenter: { id: copy!.id } });
  const all = [admin.id, clerk.id, seated.id, host.id];
  const userType = (await admin.call('GET', `/users/${admin.id}`)).json<{ userType: { id: number } }>()
    .userType.id;
  const expected: [string, number[]][] = [
    ['', all],
    [`?centerId=${mail!.id}&role=operator`, [clerk.id]],
    [`?centerId=${mail!.id}&role=OPERATOR`, [clerk.id]],
    [`?centerId=${copy!.id}&role=operator`, []],
    [`?centerId=${copy!.id},${mail!.id}&role=operator&siteAdmin=false`, [clerk.id]],
    ['?siteAdmin=true', [admin.id]],
    ['?siteAdmin=FALSE', all.slice(1)],
    ['?hasRoom=true', [seated.id]],
    ['?hasRoom=false', [admin.id, clerk.id, host.id]],
    ['?hasDefaultVisitorCenter=true', [host.id]],
    [`?roomId=${seat}`, [seated.id]],
    ['?roomId=999999', []],
    [`?userId=${seated.id},999999`, [seated.id]],
    [`?userTypeId=${userType}&hasRoom=true`, [seated.id]],
    ['?userTypeId=999999', []],
    ['?unknown=1', all],
    ['?siteAdmin=', all],
  ];
  for (const [query, ids] of expected) {
    expect([query, (await list(admin, query)).map(({ id }) => id)]).toEqual([query, ids]);
    expect([query, await total(admin, query)]).toEqual([query, ids.length]);
  }
  for (const query of [
    `?centerId=${mail!.id}`,
    '?role=operator',
    `?centerId=${mail!.id}&role=king`,
    '?centerId=x&role=operator',
    '?siteAdmin=perhaps',
    '?limit=many',
  ])
    for (const path of ['/users', '/users/count', '/users/count/'])
      expect([path + query, (await admin.call('GET', path + query)).statusCode]).toEqual([path + query, 400]);
});

test('pages follow each other in a stable order, whatever it is', async () => {
  const admin = await server.register('Pages');
  for (const [firstName, jobTitle] of [
    ['Zoë', '1'],
    ['adam', '2'],
    ['Émile', '1'],
    ['Bob', '2'],
    ['Çelik', '1'],
  ])
    await make(admin, { firstName, jobTitle });
  const names = async (query: string) => (await list(admin, query)).map(({ name }) => name.split(' ')[0]);
  expect(await names('?orderBy=name')).toEqual(['Ada', 'adam', 'Bob', 'Çelik', 'Émile', 'Zoë']);
  expect(await names('?orderBy=firstName&orderByType=desc')).toEqual([
    'Zoë',
    'Émile',
    'Çelik',
    'Bob',
    'adam',
    'Ada',
  ]);
  const inIdOrder = ['Ada', 'Zoë', 'adam', 'Émile', 'Bob', 'Çelik'];
  for (const orderBy of [
    'nothing',
    'room.nothing',
    '__proto__',
    'constructor',
    'id; DROP TABLE app_user',
    'toString',
    '',
  ])
    expect(await names(`?orderBy=${encodeURIComponent(orderBy)}`)).toEqual(inIdOrder);
  for (const orderBy of [
    'jobTitle',
    'room.name',
    'room.floor.building.name',
    'userType.name',
    'manager.name',
    'mailStop.name',
    'siteAdmin',
    'dateUpdated',
    'defaultVisitorCenter.name',
    'room.type.name',
    'id',
  ])
    for (const way of ['asc', 'desc']) {
      const order = `orderBy=${orderBy}&orderByType=${way}`;
      const whole = await list(admin, `?${order}`);
      const pages = await Promise.all(
        [0, 2, 4, 6].map((startAt) => list(admin, `?${order}&limit=2&startAt=${startAt}`)),
      );
      expect(pages.flat()).toEqual(whole);
    }
  expect(await list(admin, '?startAt=1000')).toEqual([]);
  expect(await list(admin, '?limit=0')).toHaveLength(1);
});

test('the change feed answers what was written after a moment, in any unit, and survives absurd ones', async () => {
  const admin = await server.register('Feed');
  const [first, second] = [await make(admin, {}), await make(admin, {})];
  const after = async (moment: string | number) =>
    (await list(admin, `?modifiedOrCreatedAfter=${moment}`)).map(({ id }) => id);
  expect(await after(first.dateUpdated)).toEqual([second.id]);
  expect(await after(first.dateUpdated - 1)).toEqual([first.id, second.id]);
  expect(await after(Math.floor(Date.now() / 1000) + 60)).toEqual([]);
  await admin.call('PUT', `/users/${first.id}`, { phone: '1' });
  expect(await after(second.dateUpdated)).toEqual([first.id]);
  const all = [admin.id, first.id, second.id];
  for (const moment of ['', '0', '-999999999999999', '-1']) expect(await after(moment)).toEqual(all);
  expect(await after('999999999999999')).toEqual([]);
  expect((await admin.call('GET', '/users?modifiedOrCreatedAfter=yesterday')).statusCode).toBe(400);
});

test('parallel writers lose nothing to a reader who follows the feed', async () => {
  const admin = await server.register('Followed');
  const seen = new Set<number>();
  let cursor = 0;
  let done = false;
  const follow = async () => {
    for (const person of await list(
      admin,
      `?modifiedOrCreatedAfter=${cursor}&limit=500&orderBy=dateUpdated`,
    )) {
      seen.add(person.id);
      cursor = Math.max(cursor, person.dateUpdated);
    }
  };
  const reader = (async () => {
    while (!done) await follow();
  })();
  const people = await Promise.all(Array.from({ length: 60 }, () => make(admin, {})));
  done = true;
  await reader;
  await follow();
  expect(people.filter(({ id }) => !seen.has(id))).toEqual([]);
});

test('me: who I am, what I may do, where and under which clock', async () => {
  const admin = await server.register('Globex');
  const clerk = await admin.person({ mail: 'OPERATOR' });
  expect((await clerk.call('GET', '/users/me')).json()).toMatchObject({
    id: clerk.id,
    email: clerk.email,
    siteAdmin: false,
    timeZone: 'Europe/Warsaw',
    organisation: { name: 'Globex', timeZone: 'Europe/Warsaw' },
    permissions: [{ role: 'OPERATOR', center: { module: 'mail', name: expect.any(String) } }],
    demo: false,
  });
  expect((await admin.call('GET', '/users/me/')).json<{ permissions: unknown[] }>().permissions).toHaveLength(
    6,
  );
});

test('a user name is free on the whole server or it is not', async () => {
  const [admin, stranger] = [await server.register(), await server.register()];
  await make(admin, { email: 'hansolo@example.org' });
  const available = async (user: TestUser, name: string) =>
    (await user.call('GET', `/users/username/${encodeURIComponent(name)}`)).json<{ available: string }>()
      .available;
  expect([
    await available(admin, 'hansolo'),
    await available(stranger, 'HanSolo'),
    await available(admin, 'żółć / ? %'),
  ]).toEqual(['false', 'false', 'true']);
});

test('centers are listed, searched and counted; a stranger sees only their own', async () => {
  const [admin, stranger] = [await server.register(), await server.register()];
  const person = await admin.person();
  const centers = (await person.call('GET', '/centers')).json<{ id: number; module: string }[]>();
  expect(centers.map(({ module }) => module).toSorted()).toEqual([
    'asset',
    'copy',
    'mail',
    'maintenance',
    'move',
    'reservation',
  ]);
  expect((await person.call('GET', '/centers/count')).json()).toEqual({ count: 6 });
  const ids = new Set(centers.map(({ id }) => id));
  const theirs = (await stranger.call('GET', '/centers?orderBy=name&limit=3')).json<{ id: number }[]>();
  expect(theirs).toHaveLength(3);
  expect(theirs.some(({ id }) => ids.has(id))).toBe(false);
});
