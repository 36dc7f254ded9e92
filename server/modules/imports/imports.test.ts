import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Building, Room } from '#contract/places.ts';
import type { ImportCounts, ImportKind, ImportPreview, ImportRequest } from '#contract/imports.ts';
import { parseCsv } from '#contract/csv-read.ts';
import { projectRoot } from '#server/lib/root.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const read = (file: string) => readFileSync(resolve(projectRoot, '../shared/data', file), 'utf8');
const importer = async () => {
  const own = await placesOf(server);
  return {
    ...own,
    preview: (kind: ImportKind, body: ImportRequest) =>
      own.send<ImportPreview>('POST', `/imports/${kind}/preview`, body, 200),
    run: (kind: ImportKind, body: ImportRequest) =>
      own.send<ImportCounts>('POST', `/imports/${kind}`, body, 200),
    refused: async (kind: string, body: object) => {
      const answer = await own.admin.call('POST', `/imports/${kind}`, body);
      expect(answer.statusCode).toBe(400);
      return answer.json<{ error: { message: string; field: string } }>().error;
    },
    count: async (path: string) => (await own.send<{ count: number }>('GET', `${path}/count`)).count,
  };
};

test('8,645 public buildings go in whole, and a second time nothing happens', async () => {
  const own = await importer();
  const csv = read('buildings-gsa-iolp/buildings.csv');
  const options = { defaults: { country: 'US' } };
  const before = await own.preview('buildings', { csv, options });
  expect(before.mapping).toMatchObject({
    code: 0,
    name: 1,
    street: 5,
    city: 6,
    state: 7,
    postalCode: 8,
    latitude: 9,
    longitude: 10,
  });
  expect(before.errors).toEqual([]);
  expect(before).toMatchObject({ rows: 8645, create: 8645, update: 0, skip: 0 });
  expect(await own.count('/buildings')).toBe(0);
  expect(await own.run('buildings', { csv, options })).toEqual({ create: 8645, update: 0, skip: 0 });
  expect(await own.count('/buildings')).toBe(8645);
  const [one] = await own.list<Building>('/buildings?search=GA2338');
  expect(one).toMatchObject({
    name: 'THOMPSON BRIDGE RD BLDG',
    address: { city: 'GAINESVILLE', postalCode: '30501', state: { code: 'GA' }, country: { isoCode: 'US' } },
    location: { latitude: 34.33903, longitude: -83.848641 },
  });
  expect(await own.ids('/buildings?locationSearch=gainesville%20ga%2030501&limit=500')).toContain(one!.id);
  const lines = await own.list<{ at: number }>('/audit?kind=building&limit=1');
  expect(await own.run('buildings', { csv, options })).toEqual({ create: 0, update: 0, skip: 8645 });
  expect(await own.list('/audit?kind=building&limit=1')).toEqual(lines);
  const changed = csv.replace('THOMPSON BRIDGE RD BLDG', 'Thompson House');
  expect(await own.run('buildings', { csv: changed, options })).toEqual({ create: 0, update: 1, skip: 8644 });
  expect(await own.ids('/buildings?search=Thompson%20House')).toEqual([one!.id]);
}, 120_000);

test('rooms of a university go in with floors that there were not', async () => {
  const own = await importer();
  const building = await own.building({ name: 'Campus', code: 'NUS' });
  const { name: type } = await own.type();
  const lines = read('rooms-nus/rooms.csv').trim().split('\n');
  const order = (csv: string) => ({
    csv,
    mapping: { name: 0, description: 1, floor: 2 },
    options: { defaults: { building: 'nus', type: type.toUpperCase(), floor: 'Unknown', reservable: 'yes' } },
  });
  // Four rooms are in the list twice; who mends the file does what the report says.
  const { errors } = await own.preview('spaces', order(lines.join('\n')));
  expect(errors.map(({ row }) => row)).toEqual([317, 318, 319, 321]);
  const csv = lines.filter((_, n) => !errors.some(({ row }) => row === n + 1)).join('\n');
  expect(await own.run('spaces', order(csv))).toEqual({ create: 713, update: 0, skip: 0 });
  expect(await own.count('/rooms')).toBe(713);
  const floors = new Set(
    parseCsv(csv)
      .slice(1)
      .map((row) => row[2] || 'Unknown'),
  );
  expect(await own.count('/floors')).toBe(floors.size);
  const [room] = await own.list<Room>('/rooms?search=LT17');
  expect(room).toMatchObject({
    reservable: true,
    type: { name: type },
    floor: { name: '1', level: 1, building: { id: building.id } },
  });
  expect(await own.run('spaces', order(csv))).toEqual({ create: 0, update: 0, skip: 713 });
}, 60_000);

test('people of many countries go in without passwords, under user names of their own', async () => {
  const own = await importer();
  const names = (file: string) => {
    const [head, ...rows] = parseCsv(read(`people-names/${file}`));
    return rows.flatMap((row) => row[head!.indexOf('Localized Name')] || []);
  };
  const [first, last] = [names('common-forenames-by-country.csv'), names('common-surnames-by-country.csv')];
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = first.map((name, n) =>
    [quoted(name), quoted(last[n % last.length]!), `p${n % 1000}@b${n}.example`, `E${n}`].join(';'),
  );
  const csv = `\uFEFFGiven name;Surname;E-mail;Employee number\r\n${rows.join('\r\n')}\r\n`;
  expect((await own.preview('people', { csv })).errors).toEqual([]);
  expect(await own.run('people', { csv })).toEqual({ create: first.length, update: 0, skip: 0 });
  expect(await own.run('people', { csv })).toEqual({ create: 0, update: 0, skip: first.length });
  const { rows: made } = await server.owner.query<{ names: number; signable: number }>(
    `SELECT count(DISTINCT fold(user_name)) AS names, count(password_hash) AS signable FROM app_user
     WHERE organisation_id = $1 AND employee_id IS NOT NULL`,
    [own.organisation],
  );
  expect(made[0]).toEqual({ names: first.length, signable: 0 });
  // Somebody whose e-mail changed is known by the employee id.
  const moved = csv.replace('p0@b0.example', 'new@b0.example');
  expect(await own.run('people', { csv: moved })).toEqual({ create: 0, update: 1, skip: first.length - 1 });
  // What an export protects from spreadsheets comes back as it was.
  const phone = 'First name,Last name,E-mail,Phone\nAnn,One,p1@b1.example,"\'+48 22"';
  expect(await own.run('people', { csv: phone, options: { defaults: { company: ' ' } } })).toMatchObject({
    update: 1,
  });
  expect(await own.list('/users?search=p1@b1.example')).toMatchObject([
    { phone: '+48 22', firstName: 'Ann' },
  ]);
  const quiet = {
    csv: moved.replace('new@b0.example', 'newer@b0.example'),
    options: { existing: 'skip' as const },
  };
  expect(await own.run('people', quiet)).toEqual({ create: 0, update: 0, skip: first.length });
}, 60_000);

test('every row with a problem is told, and nothing of the file goes in', async () => {
  const own = await importer();
  const stranger = await server.register();
  const csv = [
    'First name,Last name,E-mail,Employee ID',
    'Ann,One,ann@one.example,1',
    'Bea,,bea@one.example,2',
    'Cy,Three,no address,3',
    'Dee,Four,ANN@one.example,4',
    `Eve,Five,${stranger.email},5`,
    'Fay,Six,fay@one.example,1',
  ].join('\n');
  const { errors, create, errorCount } = await own.preview('people', { csv });
  expect(errors.map(({ row, column }) => [row, column])).toEqual([
    [3, 'Last name'],
    [4, 'E-mail'],
    [5, 'E-mail'],
    [6, 'E-mail'],
    [7, 'Employee ID'],
  ]);
  expect([create, errorCount]).toEqual([1, 5]);
  expect(errors[2]!.message).toBe('is in row 2 already');
  const before = await own.count('/users');
  expect((await own.refused('people', { csv })).message).toMatch(
    /Nothing was imported: 5 .*Row 3: Last name/,
  );
  expect(await own.count('/users')).toBe(before);

  await own.building({ name: 'House' });
  const { name: type } = await own.type();
  const spaces = `Building,Floor,Room,Type,Capacity\nNowhere,1,A,${type},1\nHouse,1,B,${type},-1\nHouse,1,C,Castle,1`;
  const said = (await own.preview('spaces', { csv: spaces })).errors;
  expect(said.map(({ row, field }) => [row, field])).toEqual([
    [2, 'building'],
    [3, 'capacity'],
    [4, 'type'],
  ]);
  const far =
    'Name,Country,State,Latitude,Longitude\nA,Atlantis,,1,1\nB,US,XX,1,1\nC,US,TX,91,1\nD,US,TX,1,\nE,US,Texas,1,1';
  const wrong = (await own.preview('buildings', { csv: far })).errors;
  expect(wrong.map(({ row, field }) => [row, field])).toEqual([
    [2, 'country'],
    [3, 'state'],
    [4, 'latitude'],
    [5, 'longitude'],
  ]);
});

test('what is no table is refused with a sentence', async () => {
  const own = await importer();
  const csv = 'Name\nA';
  expect((await own.refused('buildings', { csv: 'Name\n"A' })).message).toContain('Row 2');
  expect((await own.refused('buildings', { csv: '\n\n' })).field).toBe('csv');
  expect((await own.refused('buildings', { csv, mapping: { name: 3 } })).field).toBe('mapping.name');
  expect((await own.refused('people', { csv, mapping: { password: 0 } })).field).toBe('mapping.password');
  expect(
    (await own.refused('people', { csv, mapping: { __proto__: 0, constructor: 0 } })).field,
  ).toBeDefined();
  for (const body of [{}, { csv: 7 }, { csv, mapping: [] }, { csv, options: { existing: 'eat' } }])
    expect((await own.admin.call('POST', '/imports/buildings', body)).statusCode).toBe(400);
  expect((await own.admin.call('POST', '/imports/cars', { csv })).statusCode).toBe(404);
  expect((await own.refused('buildings', { csv: `Name\n${'A\n'.repeat(20_001)}` })).message).toContain(
    '20000',
  );
});
