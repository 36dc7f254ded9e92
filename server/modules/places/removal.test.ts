import { describe, expect, test } from 'vitest';
import type { Building, Country, Floor, Room } from '#contract/places.ts';
import type { Notice } from '#server/lib/events.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const HOUR = 3_600_000;
const REMOVED = { response: 'Successfully removed' };

/** A building with two floors of two rooms each; somebody sits in the first room, which is booked. */
async function house() {
  const own = await placesOf(server);
  const building = await own.building({ name: 'House' });
  const floors = [
    await own.floor({ name: '1', building: { id: building.id } }),
    await own.floor({ name: '2', building: { id: building.id } }),
  ];
  const rooms: Room[] = [];
  for (const n of [0, 0, 1, 1]) rooms.push(await own.room({ name: `R${n}`, floor: { id: floors[n]!.id } }));
  const sitter = await own.admin.person();
  await own.send('PUT', `/users/${sitter.id}`, { room: { id: rooms[0]!.id } });
  const now = Date.now();
  await own.book(rooms[0]!.id, now - 3 * HOUR, now - 2 * HOUR);
  await own.book(rooms[0]!.id, now - HOUR, now + HOUR, 'checked_in');
  await own.book(rooms[0]!.id, now + 2 * HOUR, now + 3 * HOUR);
  await own.book(rooms[3]!.id, now + 2 * HOUR, now + 3 * HOUR);
  const states = async (room: Room) =>
    (
      await server.owner.query<{ state: string }>(
        'SELECT state FROM reservation WHERE room_id = $1 ORDER BY lower(during)',
        [room.id],
      )
    ).rows.map(({ state }) => state);
  return { ...own, building, floors, rooms, sitter, states };
}

describe('removing', () => {
  test('a building takes its floors and rooms along, people out of them, and bookings to come', async () => {
    const { send, ids, building, floors, rooms, sitter, states, admin } = await house();
    const other = await house();
    const cursor = Math.max(...rooms.map(({ dateUpdated }) => dateUpdated));
    expect(await send('DELETE', `/buildings/${building.id}`)).toEqual(REMOVED);
    for (const path of [
      `/buildings/${building.id}`,
      ...floors.map(({ id }) => `/floors/${id}`),
      ...rooms.map(({ id }) => `/rooms/${id}`),
    ])
      for (const [method, body] of [['GET'], ['PUT', { name: 'x' }], ['DELETE']] as const)
        expect([path, method, (await admin.call(method, path, body)).statusCode]).toEqual([
          path,
          method,
          404,
        ]);
    for (const path of ['/buildings', '/floors', '/rooms', `/rooms?floorId=${floors[0]!.id}`])
      expect(await ids(path)).toEqual([]);
    expect(await send('GET', '/rooms/count')).toEqual({ count: 0 });
    const person = await send<{ room: object; dateUpdated: number }>('GET', `/users/${sitter.id}`);
    expect(person.room).toEqual({});
    expect(person.dateUpdated).toBeGreaterThan(cursor);
    expect(await states(rooms[0]!)).toEqual(['booked', 'checked_in', 'cancelled']);
    expect(await states(rooms[3]!)).toEqual(['cancelled']);
    // Nothing of anybody else's.
    expect(await other.ids('/rooms')).toHaveLength(4);
    expect(await other.states(other.rooms[3]!)).toEqual(['booked']);
  });

  test('tells open dashboards of everything that went, and of who lost a seat', async () => {
    const { send, organisation, building, floors, rooms, sitter, admin } = await house();
    const heard: Notice[] = [];
    const end = server.deps.events.subscribe(organisation, (event) => heard.push(event));
    await send('DELETE', `/buildings/${building.id}`);
    await expect.poll(() => heard.length).toBe(2);
    end();
    expect(heard[0]).toMatchObject({ topic: 'places', by: admin.id });
    expect(new Set(heard[0]!.ids)).toEqual(
      new Set([building.id, ...floors.map(({ id }) => id), ...rooms.map(({ id }) => id)]),
    );
    expect(heard[1]).toMatchObject({ topic: 'users', ids: [sitter.id] });
  });

  test('a floor takes its rooms along, not its building', async () => {
    const { send, ids, building, floors, rooms, states } = await house();
    expect(await send('DELETE', `/floors/${floors[0]!.id}/`)).toEqual(REMOVED);
    expect(await ids('/rooms')).toEqual([rooms[2]!.id, rooms[3]!.id]);
    expect(await ids('/floors')).toEqual([floors[1]!.id]);
    await send('GET', `/buildings/${building.id}`);
    expect(await states(rooms[3]!)).toEqual(['booked']);
    await send(
      'POST',
      '/rooms',
      { name: 'x', floor: { id: floors[0]!.id }, type: { id: rooms[0]!.type.id } },
      400,
    );
    await send('PUT', `/rooms/${rooms[2]!.id}`, { floor: { id: floors[0]!.id } }, 400);
  });

  test('a room leaves the rest', async () => {
    const { send, ids, rooms, sitter } = await house();
    expect(await send('DELETE', `/rooms/${rooms[0]!.id}`)).toEqual(REMOVED);
    await send('DELETE', `/rooms/${rooms[0]!.id}`, undefined, 404);
    expect(await ids('/rooms')).toEqual(rooms.slice(1).map(({ id }) => id));
    expect(await send('GET', `/users/${sitter.id}`)).toMatchObject({ room: {} });
    await send('PUT', `/users/${sitter.id}`, { room: { id: rooms[0]!.id } }, 400);
  });

  test('a country hides it in that organisation only; addresses keep showing it', async () => {
    const [own, other] = [await placesOf(server), await placesOf(server)];
    const countries = await own.list<Country>('/countries?limit=500');
    expect(countries.length).toBeGreaterThanOrEqual(190);
    const poland = countries.find(({ isoCode }) => isoCode === 'PL')!;
    const house = await own.building({ address: { country: { id: poland.id } } });
    expect(await own.send('DELETE', `/countries/${poland.id}`)).toEqual(REMOVED);
    await own.send('GET', `/countries/${poland.id}`, undefined, 404);
    await own.send('GET', `/countries/${poland.id}/states`, undefined, 404);
    await own.send('DELETE', `/countries/${poland.id}`, undefined, 404);
    expect(await own.send('GET', '/countries/count')).toEqual({ count: countries.length - 1 });
    expect(await own.send('GET', '/countries/count?search=poland')).toEqual({ count: 0 });
    expect(await other.send('GET', '/countries/count?search=poland')).toEqual({ count: 1 });
    expect((await own.send<Building>('GET', `/buildings/${house.id}`)).address.country).toMatchObject({
      name: poland.name,
    });
    // It may stay where it is, and is given to nobody else.
    await own.send('PUT', `/buildings/${house.id}`, { name: 'x', address: { country: { id: poland.id } } });
    await own.send('POST', '/buildings', { name: 'x', address: { country: { id: poland.id } } }, 400);
  });

  test('countries cannot be written: 500 with an error, as documented', async () => {
    const { admin, list, ids } = await placesOf(server);
    const [first] = await list<Country>('/countries');
    const before = await ids('/countries?limit=500');
    for (const [method, path] of [
      ['POST', '/countries'],
      ['POST', '/countries/'],
      ['PUT', `/countries/${first!.id}`],
    ] as const)
      for (const body of [undefined, {}, { name: 'Atlantis' }]) {
        const answer = await admin.call(method, path, body);
        expect([answer.statusCode, answer.json()]).toMatchObject([
          500,
          { error: { code: 'places.country' } },
        ]);
      }
    expect(await ids('/countries?limit=500')).toEqual(before);
    expect((await list<Country>('/countries'))[0]).toEqual(first);
  });
});

describe('the database itself', () => {
  const refuses = (sql: string, params: unknown[]) =>
    expect(server.owner.query(sql, params)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) });

  test('stores nothing in a place that is gone', async () => {
    const { send, building, floors, rooms, organisation } = await house();
    await send('DELETE', `/buildings/${building.id}`);
    await refuses('INSERT INTO floor (organisation_id, building_id, name) VALUES ($1, $2, $3)', [
      organisation,
      building.id,
      'x',
    ]);
    await refuses('UPDATE floor SET deleted_at = NULL WHERE id = $1', [floors[0]!.id]);
    await refuses('UPDATE room SET deleted_at = NULL WHERE id = $1', [rooms[0]!.id]);
  });

  test('takes no room twice, and lets bookings touch', async () => {
    const { book, rooms } = await house();
    const [room, at] = [rooms[1]!.id, Date.UTC(2030, 0, 1)];
    await book(room, at, at + HOUR);
    await book(room, at + HOUR, at + 2 * HOUR);
    await expect(book(room, at + HOUR - 1, at + HOUR)).rejects.toMatchObject({ code: '23P01' });
    await expect(book(room, at, at + HOUR, 'checked_in')).rejects.toMatchObject({ code: '23P01' });
    await book(room, at, at + HOUR, 'cancelled');
    await book(room, at, at + HOUR, 'released');
    await expect(book(room, at, at)).rejects.toMatchObject({ code: '23514' });
    const crowd = await Promise.allSettled(
      Array.from({ length: 12 }, () => book(room, at + 5 * HOUR, at + 6 * HOUR)),
    );
    expect(crowd.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('floors', () => {
  test('are kept with area and level, listed by building, and moved', async () => {
    const own = await placesOf(server);
    const [a, b] = [await own.building({ name: 'A' }), await own.building({ name: 'B' })];
    const made = await own.send<Floor>('POST', '/floors/?buildingId=&modifiedOrCreatedAfter=1549319834', {
      name: '3rd Floor',
      building: { id: String(a.id) },
      area: 23_600.0167,
      level: 3,
    });
    expect(made).toMatchObject({ area: 23_600.0167, level: 3, drawingAvailable: false, building: a });
    const second = await own.floor({ building: { id: b.id } });
    expect(second).toMatchObject({ area: 0 });
    expect(second).not.toHaveProperty('level');
    expect(await own.ids(`/floors?buildingId=${a.id}`)).toEqual([made.id]);
    expect(
      await own.ids(`/floors?buildingId=${a.id},${b.id}&orderBy=building.name&orderByType=desc`),
    ).toEqual([second.id, made.id]);
    expect(await own.ids('/floors?search=3RD')).toEqual([made.id]);
    expect(await own.send('GET', `/floors/count?buildingId=${b.id}`)).toEqual({ count: 1 });
    expect(
      (await own.send<Floor>('PUT', `/floors/${made.id}`, { id: made.id, building: { id: b.id } })).building
        .name,
    ).toBe('B');
    expect(await own.ids(`/floors?buildingId=${a.id}`)).toEqual([]);
  });

  const bad: [body: object, field: string][] = [
    [{ name: undefined }, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(301) }, 'name'],
    [{ building: undefined }, 'building'],
    [{ building: {} }, 'building'],
    [{ building: null }, 'building'],
    [{ building: { id: 999_999_999 } }, 'building'],
    [{ building: { id: 'x' } }, 'building'],
    [{ area: -1 }, 'area'],
    [{ area: 'large' }, 'area'],
    [{ level: 1.5 }, 'level'],
    [{ level: 1e9 }, 'level'],
  ];
  test.each(bad)('are refused with %j', async (body, field) => {
    const own = await placesOf(server);
    const fine = { name: 'x', building: { id: (await own.building()).id } };
    const answer = await own.admin.call('POST', '/floors', { ...fine, ...body });
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining(field)]);
    expect(await own.ids('/floors')).toEqual([]);
  });
});
