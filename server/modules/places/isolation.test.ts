import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { placesOf, type Places } from '../../../test/places.ts';

const server = await testServer();
const [ours, theirs] = [await placesOf(server), await placesOf(server)];

async function furnish(places: Places, word: string) {
  const building = await places.building({
    name: `${word} tower`,
    address: { city: word },
    location: { latitude: 10, longitude: 20 },
  });
  const floor = await places.floor({ name: `${word} floor`, building: { id: building.id } });
  const type = await places.send<{ id: number }>('POST', '/rooms/types', { name: `${word} type` });
  const room = await places.room({ name: `${word} room`, floor: { id: floor.id }, type: { id: type.id } });
  const { rows } = await server.owner.query<{ id: number }>(
    `INSERT INTO mail_stop (organisation_id, name) VALUES ($1, $2) RETURNING id`,
    [places.organisation, `${word} stop`],
  );
  const points = [
    [0, 0],
    [1, 0],
    [1, 1],
  ];
  await places.send('PUT', `/rooms/${room.id}/shape`, { points });
  const [country] = await places.ids('/countries?search=poland');
  return {
    building: building.id,
    floor: floor.id,
    room: room.id,
    type: type.id,
    stop: rows[0]!.id,
    country: country!,
  };
}
const here = await furnish(ours, 'ourword');
const there = await furnish(theirs, 'theirword');
const points = [
  [5, 5],
  [6, 5],
  [6, 6],
];
// That nothing of another organisation is read or written by its id: server/isolation.test.ts.
test.each([
  ['POST', '/floors', { name: 'x', building: { id: there.building } }, 'building'],
  ['PUT', `/floors/${here.floor}`, { building: { id: there.building } }, 'building'],
  ['POST', '/rooms', { name: 'x', floor: { id: there.floor }, type: { id: here.type } }, 'floor'],
  ['POST', '/rooms', { name: 'x', floor: { id: here.floor }, type: { id: there.type } }, 'type'],
  ['PUT', `/rooms/${here.room}`, { floor: { id: there.floor } }, 'floor'],
  ['PUT', `/rooms/${here.room}`, { type: { id: there.type } }, 'type'],
  ['PUT', `/rooms/${here.room}`, { mailStop: { id: there.stop } }, 'mailStop'],
  ['PUT', `/buildings/${here.building}`, { address: { country: { id: there.country } } }, 'address.country'],
  ['PUT', `/floors/${here.floor}/shapes`, [{ room: { id: there.room }, points }], '[0].room'],
  ['PUT', `/users/${ours.admin.id}`, { room: { id: there.room } }, 'room'],
] as [string, string, unknown, string][])('%s %s with %j is refused', async (method, path, body, field) => {
  const answer = await ours.admin.call(method, path, body);
  expect([answer.statusCode, answer.json()]).toMatchObject([400, { error: { field } }]);
  expect(answer.body).not.toContain('theirword');
});

test.each([
  `/rooms?buildingId=${there.building}`,
  `/rooms?floorId=${there.floor}`,
  `/rooms?type=${there.type}`,
  `/rooms?mailStop=${there.stop}`,
  `/buildings?country=${there.country}`,
  '/buildings?city=theirword',
  `/floors?buildingId=${there.building}`,
  '/rooms?search=theirword',
  '/buildings?search=theirword',
  '/buildings?search=th',
  '/buildings?locationSearch=theirword',
  '/rooms?locationSearch=theirword',
  '/rooms/types?search=theirword',
])('%s finds nothing', async (path) => {
  const found = await ours.list<{ name: string }>(path);
  expect(found.filter(({ name }) => !name.startsWith('ourword'))).toEqual([]);
  const [bare, query] = path.split('?');
  expect(await ours.send('GET', `${bare}/count?${query}`)).toEqual({ count: found.length });
});

test('near a point and free in a window speak of one’s own only', async () => {
  expect(await ours.ids('/buildings?nearLatitude=10&nearLongitude=20')).toEqual([here.building]);
  const [since, until] = [Date.UTC(2031, 0, 1), Date.UTC(2031, 0, 2)];
  await theirs.book(there.room, since, until);
  expect(await ours.ids(`/rooms?startDate=${since}&endDate=${until}`)).toEqual([here.room]);
  expect(await theirs.ids(`/rooms?startDate=${since}&endDate=${until}`)).toEqual([]);
});

test('the database takes no reference across, and no room of another floor onto a plan', async () => {
  const refuses = (sql: string, params: unknown[]) =>
    expect(server.owner.query(sql, params)).rejects.toMatchObject({ code: '23503' });
  await refuses('INSERT INTO floor (organisation_id, building_id, name) VALUES ($1, $2, $3)', [
    ours.organisation,
    there.building,
    'x',
  ]);
  await refuses('UPDATE room SET floor_id = $1 WHERE id = $2', [there.floor, here.room]);
  await refuses(
    `INSERT INTO room_shape (organisation_id, floor_id, room_id, element_id) VALUES ($1, $2, $3, 'x')`,
    [ours.organisation, (await ours.floor()).id, (await ours.room()).id],
  );
});

test('people without a role read everything and write nothing', async () => {
  const plain = await ours.admin.person({ mail: 'ADMINISTRATOR', reservation: 'ADMINISTRATOR' });
  for (const path of [
    '/buildings',
    '/floors',
    '/rooms',
    '/rooms/types',
    '/countries',
    `/floors/${here.floor}/plan`,
  ])
    expect((await plain.call('GET', path)).statusCode).toBe(200);
  for (const path of ['/buildings', '/floors', '/rooms', '/rooms/types', '/countries'])
    expect((await plain.call('POST', path, { name: 'x' })).statusCode).toBe(403);
});
