import { expect, test } from 'vitest';
import type { ImportCounts, ImportError, ImportPreview } from '#contract/imports.ts';
import type { User } from '#contract/users.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();

/** An organisation with a building of two floors, a mail stop and two cost centers. */
async function office() {
  const own = await placesOf(server);
  const building = await own.building({ name: 'West', code: 'W1' });
  const [first, second] = [
    await own.floor({ name: '1', building: { id: building.id } }),
    await own.floor({ name: '2', building: { id: building.id } }),
  ];
  const room = await own.room({ name: '1.01', floor: { id: first.id } });
  await own.room({ name: 'Lab', floor: { id: first.id } });
  const lab = await own.room({ name: 'Lab', floor: { id: second.id } });
  const stop = await own.send<{ id: number }>('POST', '/mail/mailstops', { name: 'MS 4' });
  const [category] = await own.list<{ id: number }>('/categories?orderBy=id');
  const item = (name: string, code: string) =>
    own.send<{ id: number }>('POST', '/categories/items', { name, code, category: { id: category!.id } });
  const [north, south] = [await item('North', '4711'), await item('South', '')];
  return {
    ...own,
    ids: { room: room.id, lab: lab.id, stop: stop.id, north: north.id, south: south.id },
    run: (csv: string, existing: 'update' | 'skip' = 'update') =>
      own.send<ImportCounts>('POST', '/imports/people', { csv, options: { existing } }, 200),
    errors: async (csv: string): Promise<ImportError[]> =>
      (await own.send<ImportPreview>('POST', '/imports/people/preview', { csv }, 200)).errors,
    who: async (find: string) => (await own.list<User>(`/users?search=${find}`))[0]!,
    count: async () => (await own.send<{ count: number }>('GET', '/users/count')).count,
  };
}
const HEAD = 'First name,Last name,E-mail,Employee ID,Reports to,Building,Floor,Room,Cost center,Mail stop';

test('managers of the file and of the directory, spaces, cost centers and mail stops go in together', async () => {
  const own = await office();
  const boss = await own.admin.person();
  const csv = [
    HEAD,
    `Ann,One,ann@x${boss.id}.example,E1,e3,w1,1,1.01,4711,ms 4`,
    `Bea,Two,bea@x${boss.id}.example,E2,ANN@x${boss.id}.example,West,2,lab,south,`,
    `Cy,Three,cy@x${boss.id}.example,E3,${boss.email},,,1.01,North,MS 4`,
    `Dee,Four,dee@x${boss.id}.example,E4,,,,,,`,
  ].join('\n');
  expect(await own.errors(csv)).toEqual([]);
  expect(await own.run(csv)).toEqual({ create: 4, update: 0, skip: 0 });
  const [ann, bea, cy, dee] = [
    await own.who('ann@'),
    await own.who('bea@'),
    await own.who('cy@'),
    await own.who('dee@'),
  ];
  expect([ann.manager?.id, bea.manager?.id, cy.manager?.id, dee.manager]).toEqual([
    cy.id,
    ann.id,
    boss.id,
    undefined,
  ]);
  const belongs = ({ room, costCenter, mailStop }: User) => [room.id, costCenter.id, mailStop?.id];
  const { room, lab, north, south, stop } = own.ids;
  expect([ann, bea, cy].map(belongs)).toEqual([
    [room, north, stop],
    [lab, south, undefined],
    [room, north, stop],
  ]);
  expect(await own.run(csv)).toEqual({ create: 0, update: 0, skip: 4 });

  // Somebody of the directory comes to report to somebody new; the cost center moves, the rest stays.
  const next = [
    HEAD,
    `Ann,One,ann@x${boss.id}.example,E1,E5,,,,South,`,
    `Eve,Five,eve@x${boss.id}.example,E5,,,,,,`,
  ].join('\n');
  expect(await own.run(next, 'skip')).toEqual({ create: 1, update: 0, skip: 1 });
  expect((await own.who('ann@')).manager?.id).toBe(cy.id);
  const again = next.replaceAll('E5', 'E6').replace('Eve,Five,eve@', 'Fay,Six,fay@');
  expect(await own.run(again)).toEqual({ create: 1, update: 1, skip: 0 });
  const moved = await own.who('ann@');
  expect([moved.manager?.id, ...belongs(moved)]).toEqual([(await own.who('fay@')).id, room, south, stop]);
  const { rows } = await server.owner.query('SELECT FROM user_cost_center WHERE user_id = $1', [ann.id]);
  expect(rows).toHaveLength(1);
});

test('what leads nowhere is told by row and field, and nothing goes in', async () => {
  const own = await office();
  const people = ['E9', 'E9'].map((employeeId, n) => ({
    firstName: 'Twin',
    lastName: String(n),
    email: `twin${n}@y${own.organisation}.example`,
    employeeId,
  }));
  for (const person of people) await own.send('POST', '/users', person);
  const lines = [
    'nobody@x.example,,,,,', // 2
    'E9,,,,,', // 3
    'p4@x.example,,,,,', // 4: themselves
    ',West,1,9.99,,', // 5
    ',,,Lab,,', // 6
    ',West,,,,', // 7
    ',,,,9999,', // 8
    ',,,,,MS 9', // 9
    'p2@x.example,W1,2,Lab,4711,MS 4', // 10: all is well
    'p13@x.example,,,,,', // 11: below a circle, not in it
    'p13@x.example,,,,,', // 12
    'p12@x.example,,,,,', // 13
  ];
  const csv = [HEAD, ...lines.map((more, n) => `P,${n},p${n + 2}@x.example,X${n},${more}`)].join('\n');
  const errors = await own.errors(csv);
  expect(errors.map(({ row, field }) => [row, field])).toEqual([
    [2, 'manager'],
    [3, 'manager'],
    [4, 'manager'],
    [5, 'space'],
    [6, 'space'],
    [7, 'space'],
    [8, 'costCenter'],
    [9, 'mailStop'],
    [12, 'manager'],
    [13, 'manager'],
  ]);
  expect(errors[0]).toMatchObject({ column: 'Reports to', message: expect.stringContaining('nobody’s') });
  expect(errors[4]!.message).toContain('2 spaces');
  const before = await own.count();
  const refused = await own.admin.call('POST', '/imports/people', { csv });
  expect(refused.statusCode).toBe(400);
  expect(await own.count()).toBe(before);
  const ids = await own.errors(
    'First name,Last name,E-mail,Space id\nA,B,a@x.example,999999\nC,D,c@x.example,x',
  );
  expect(ids.map(({ row, field }) => [row, field])).toEqual([
    [2, 'spaceId'],
    [3, 'spaceId'],
  ]);
});

test('a circle with those who are there already is refused, and one that the file opens is not', async () => {
  const own = await office();
  const add = (name: string, manager?: number) =>
    own.send<User>('POST', '/users', {
      firstName: name,
      lastName: 'Q',
      email: `${name}@q${own.organisation}.example`,
      ...(manager && { manager: { id: manager } }),
    });
  const top = await add('top');
  const middle = await add('middle', top.id);
  const low = await add('low', middle.id);
  const line = ({ firstName, email }: User, manager: string) => `${firstName},Q,${email},${manager}`;
  const head = 'First name,Last name,E-mail,Manager';
  expect((await own.errors(`${head}\n${line(top, low.email)}`)).map(({ field }) => field)).toEqual([
    'manager',
  ]);
  // Turned upside down as a whole there is no circle.
  const turned = [head, line(top, middle.email), line(middle, low.email), line(low, own.admin.email)].join(
    '\n',
  );
  expect(await own.run(turned)).toEqual({ create: 0, update: 3, skip: 0 });
  expect((await own.who(top.email)).manager?.id).toBe(middle.id);
});

test('what is exported can be imported again: nothing changes, or what was lost comes back', async () => {
  const own = await office();
  const mail = (name: string) => `${name}@r${own.organisation}.example`;
  const csv = [
    `${HEAD},Comments,Mobile`,
    `Łucja,"O""Neil",${mail('a')},01,${mail('b')},W1,2,Lab,South,MS 4,"two\nlines",+48 1`,
    `عمر,خالد,${mail('b')},02,,,,,4711,,-,`,
  ].join('\n');
  expect(await own.run(csv)).toMatchObject({ create: 2 });
  // A cost center whose code is the other one's name, and a second building of the same name.
  const [north] = await own.list<{ category: { id: number } }>('/categories/items?search=4711');
  await own.send('POST', '/categories/items', {
    name: 'Twin',
    code: 'South',
    category: { id: north!.category.id },
  });
  const twin = await own.building({ name: 'West' });
  const floor = await own.floor({ name: '2', building: { id: twin.id } });
  await own.room({ name: 'Lab', floor: { id: floor.id } });
  const exported = (await own.admin.call('GET', '/users.csv')).body;
  expect(await own.errors(exported)).toEqual([]);
  expect(await own.run(exported)).toEqual({ create: 0, update: 0, skip: 3 });
  const before = [await own.who(mail('a')), await own.who(mail('b'))];
  for (const { id } of before)
    await own.send('PUT', `/users/${id}`, { manager: null, room: null, mailStop: null, mobile: null });
  expect(await own.run(exported)).toEqual({ create: 0, update: 1, skip: 2 });
  const after = [await own.who(mail('a')), await own.who(mail('b'))];
  for (const [n, person] of after.entries())
    expect({ ...person, dateUpdated: 0 }).toEqual({ ...before[n], dateUpdated: 0 });
});
