import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Building, Floor, Room, RoomType } from '#contract/places.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';
import { resources } from './resources.ts';

const server = await testServer();
const places = await placesOf(server);
const { admin, send, list, ids } = places;

const HOUR = 3_600_000;
/** A Monday morning in 2027. */
const NINE = Date.UTC(2027, 2, 1, 9);
type Booking = { room: number; since: number; until: number; state: string };

let all: Room[];
let types: RoomType[];
const bookings: Booking[] = [];
/** Forty-eight rooms in three buildings that differ in everything a list filters and orders by, with ties. */
beforeAll(async () => {
  types = await list<RoomType>('/rooms/types');
  const { rows: stops } = await server.owner.query<{ id: number }>(
    `INSERT INTO mail_stop (organisation_id, name) VALUES ($1, 'Stop 7') RETURNING id`,
    [places.organisation],
  );
  const floors: Floor[] = [];
  for (const [n, city] of ['Houston', 'Dallas', 'Łódź'].entries()) {
    const address = { city, ...(n < 2 && { country: { isoCode: 'US' }, state: { code: 'TX' } }) };
    const location = n === 2 ? null : { latitude: [29.75, 32.78][n], longitude: [-95.39, -96.8][n] };
    const { id } = await places.building({ name: `House ${2 - n}`, address, location });
    for (const level of [1, 0])
      floors.push(await places.floor({ name: `Floor ${level}`, level, area: level, building: { id } }));
  }
  for (let n = 0; n < 48; n += 1)
    await places.room({
      name: n % 7 === 0 ? `Ósma_%${n}` : `Room ${n % 9}`,
      floor: { id: floors[n % 6]!.id },
      type: { id: types[n % types.length]!.id },
      reservable: n % 2 === 0,
      description: n % 5 === 0 ? 'by the window' : null,
      ...(n % 3 > 0 && { capacity: n % 11 }),
      ...(n % 4 === 0 && { mailStop: { id: stops[0]!.id } }),
    });
  all = await list<Room>('/rooms?limit=500');
  for (const [n, room] of all.entries()) {
    if (n % 3 === 0) continue;
    const states = ['booked', 'checked_in', 'checked_out', 'cancelled', 'released'];
    for (let k = 0; k < 3; k += 1) {
      const since = NINE + ((n + k * 3) % 8) * HOUR;
      bookings.push({ room: room.id, since, until: since + HOUR, state: states[(n + k) % 5]! });
    }
  }
  for (const { room, since, until, state } of bookings) await places.book(room, since, until, state);
});

const buildingOf = (room: Room): Building => room.floor.building;
const holds = ({ state }: Booking) => state !== 'cancelled' && state !== 'released';
const isFree = (room: Room, since: number, until: number) =>
  !bookings.some((one) => one.room === room.id && holds(one) && one.since < until && since < one.until);

describe('a room', () => {
  test('is answered with its type, mail stop, floor and building', () => {
    expect(all[0]).toEqual({
      id: expect.any(Number),
      name: 'Ósma_%0',
      description: 'by the window',
      reservable: true,
      mailStop: { id: expect.any(Number), name: 'Stop 7' },
      costCenters: [],
      type: { ...types[0], color: {}, hexColor: '33cc99', occupiable: true, parkingSpace: false },
      floor: {
        id: expect.any(Number),
        name: 'Floor 1',
        level: 1,
        area: 1,
        drawingAvailable: false,
        dateCreated: expect.any(Number),
        dateUpdated: expect.any(Number),
        building: expect.objectContaining({
          name: 'House 2',
          address: expect.objectContaining({
            city: 'Houston',
            state: expect.objectContaining({ code: 'TX' }),
          }),
        }),
      },
      dateCreated: expect.any(Number),
      dateUpdated: expect.any(Number),
    });
  });

  test('is changed in parts, and moved to another floor', async () => {
    const own = await placesOf(server);
    const made = await own.room({ capacity: 4, description: 'd', reservable: 'true' });
    const [type, floor] = [await own.type('Office'), await own.floor({ name: 'Elsewhere' })];
    const edit = (body: object) => own.send<Room>('PUT', `/rooms/${made.id}`, body);
    expect(await edit({ id: String(made.id), type: { id: type.id, name: 'no' } })).toMatchObject({
      capacity: 4,
      description: 'd',
      reservable: true,
      type: { name: 'Office' },
    });
    const moved = await edit({ floor: { id: floor.id }, capacity: null, description: null });
    expect(moved).toMatchObject({ description: '', floor: { name: 'Elsewhere' } });
    expect(moved).not.toHaveProperty('capacity');
    const before = moved.dateUpdated;
    expect((await edit({})).dateUpdated).toBe(before);
    expect((await edit({ name: 'Renamed' })).dateUpdated).toBeGreaterThan(before);
    await own.send('PUT', `/buildings/${floor.building.id}`, { name: 'Renamed too' });
    expect((await own.send<Room>('GET', `/rooms/${made.id}`)).floor.building.name).toBe('Renamed too');
  });

  const bad: [body: object, field: string][] = [
    [{ name: null }, 'name'],
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(301) }, 'name'],
    [{ floor: null }, 'floor'],
    [{ floor: {} }, 'floor'],
    [{ floor: { id: 999_999_999 } }, 'floor'],
    [{ floor: { id: 1.5 } }, 'floor'],
    [{ type: {} }, 'type'],
    [{ type: { id: 0 } }, 'type'],
    [{ type: { id: 999_999_999 } }, 'type'],
    [{ type: 7 }, 'type'],
    [{ capacity: -1 }, 'capacity'],
    [{ capacity: 1.5 }, 'capacity'],
    [{ capacity: 1e300 }, 'capacity'],
    [{ capacity: 'many' }, 'capacity'],
    [{ reservable: 'perhaps' }, 'reservable'],
    [{ description: 'x'.repeat(4001) }, 'description'],
    [{ description: 'a\0b' }, 'description'],
    [{ mailStop: { id: 999_999_999 } }, 'mailStop'],
    [{ mailStop: [] }, 'mailStop'],
  ];
  test.each(bad)('is refused with %j, named', async (body, field) => {
    const before = await send('GET', '/rooms/count');
    const wrong = await admin.call('POST', '/rooms', {
      name: 'Fine',
      floor: { id: all[0]!.floor.id },
      type: { id: types[0]!.id },
      ...body,
    });
    expect([wrong.statusCode, wrong.json<{ error: { message: string } }>().error.message]).toEqual([
      400,
      expect.stringContaining(field),
    ]);
    expect(await send('GET', '/rooms/count')).toEqual(before);
    const edit = await admin.call('PUT', `/rooms/${all[1]!.id}`, { reservable: true, ...body });
    expect(edit.statusCode).toBe(400);
    expect(await send('GET', `/rooms/${all[1]!.id}`)).toEqual(all[1]);
  });

  test('needs name, floor and type', async () => {
    const whole = { name: 'x', floor: { id: all[0]!.floor.id }, type: { id: types[0]!.id } };
    for (const field of ['name', 'floor', 'type'] as const) {
      const wrong = await admin.call('POST', '/rooms', { ...whole, [field]: undefined });
      expect(wrong.statusCode).toBe(400);
      expect(wrong.body).toContain(field);
    }
  });
});

describe('lists', () => {
  type Filter = [query: string, holds: (room: Room) => boolean];
  const flag = (yes: string, no: string, has: (room: Room) => boolean): Filter[] => [
    [`${yes}=false`, (room) => !has(room)],
    [`${no}=false`, has],
    [`${yes}=true&${no}=true`, () => true],
    [`${yes}=false&${no}=false`, () => false],
  ];
  const filters = (): Filter[] => [
    ...flag('includeReservable', 'includeNonReservable', (room) => room.reservable),
    ...flag('includeOccupiable', 'includeNonOccupiable', (room) => room.type.occupiable),
    ['includeParking=false', (room) => !room.type.parkingSpace],
    ['includeParking=true', () => true],
    ['numberOfPeople=6', (room) => (room.capacity ?? -1) >= 6],
    ['numberOfPeople=0', (room) => room.capacity !== undefined],
    ['numberOfPeople=4.5', (room) => (room.capacity ?? -1) >= 4.5],
    [`type=${types[1]!.id}`, (room) => room.type.id === types[1]!.id],
    [
      `type=${types[1]!.id},${types[2]!.id},999999`,
      ({ type }) => [types[1]!.id, types[2]!.id].includes(type.id),
    ],
    ['type=999999', () => false],
    [`mailStop=${all[0]!.mailStop!.id}`, (room) => room.mailStop !== undefined],
    ['mailStop=999999', () => false],
    [`floorId=${all[3]!.floor.id}`, (room) => room.floor.id === all[3]!.floor.id],
    [`buildingId=${buildingOf(all[0]!).id}`, (room) => buildingOf(room).id === buildingOf(all[0]!).id],
    // The floor is stronger, and it is no error that it is in another building.
    [
      `floorId=${all[3]!.floor.id}&buildingId=${buildingOf(all[0]!).id}`,
      (room) => room.floor.id === all[3]!.floor.id,
    ],
    ['locationSearch=houston%20tx', (room) => buildingOf(room).address.city === 'Houston'],
    ['locationSearch=tx', (room) => buildingOf(room).address.city !== 'Łódź'],
    ['locationSearch=%C5%82%C3%B3d', (room) => buildingOf(room).address.city === 'Łódź'],
    ['nearLatitude=29.9&nearLongitude=-95.1', (room) => buildingOf(room).address.city === 'Houston'],
    ['nearLatitude=29.9', () => true],
    ['search=%C3%B3SMA_', (room) => room.name.startsWith('Ósma')],
    ['search=%25', (room) => room.name.includes('%')],
    ['search=om%208', (room) => room.name === 'Room 8'],
    ['type=&buildingId=&floorId=&startDate=&endDate=&numberOfPeople=', () => true],
  ];

  test('every combination of filters holds together, and the count counts the list', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: filters().length - 1 }), { maxLength: 3 }),
        fc.option(fc.tuple(fc.integer({ min: -2, max: 10 }), fc.integer({ min: 1, max: 6 })), {
          nil: undefined,
        }),
        async (chosen, window) => {
          const used = [...new Set(chosen)].map((n) => filters()[n]!);
          const names = used.flatMap(([query]) => [...new URLSearchParams(query).keys()]);
          fc.pre(
            new Set(names).size === names.length &&
              !(names.includes('floorId') && names.includes('buildingId') && used.length > 1),
          );
          const parts = used.map(([query]) => query);
          let [since, until] = [0, 0];
          if (window) {
            fc.pre(!names.includes('startDate'));
            since = NINE + (window[0] * HOUR) / 2;
            until = since + (window[1] * HOUR) / 2;
            parts.push(`startDate=${since}&endDate=${until}`);
          }
          const expected = all.filter(
            (room) => used.every(([, holdsFor]) => holdsFor(room)) && (!window || isFree(room, since, until)),
          );
          const query = parts.join('&');
          expect(await ids(`/rooms?limit=500&${query}`)).toEqual(expected.map(({ id }) => id));
          expect(await send('GET', `/rooms/count?limit=1&startAt=3&${query}`)).toEqual({
            count: expected.length,
          });
        },
      ),
      { numRuns: 120 },
    );
  });

  test('a window is half-open; one bound alone says nothing; it must not end before it begins', async () => {
    const taken = bookings.find(holds)!;
    const free = async (since: number, until: number) =>
      (await ids(`/rooms?limit=500&startDate=${since}&endDate=${until}`)).includes(taken.room);
    const others = bookings.filter((one) => one.room === taken.room && holds(one) && one !== taken);
    expect(await free(taken.since, taken.until)).toBe(false);
    expect(await free(taken.since - HOUR, taken.since + 1)).toBe(false);
    expect(await free(taken.until - 1, taken.until + HOUR)).toBe(false);
    if (!others.some(({ since }) => since === taken.until))
      expect(await free(taken.until, taken.until + HOUR)).toBe(true);
    if (!others.some(({ until }) => until === taken.since))
      expect(await free(taken.since - HOUR, taken.since)).toBe(true);
    expect(await ids(`/rooms?limit=500&startDate=${taken.since}`)).toHaveLength(all.length);
    expect(await ids(`/rooms?limit=500&endDate=${taken.until}`)).toHaveLength(all.length);
    const wrong = await admin.call('GET', `/rooms?startDate=${NINE}&endDate=${NINE}`);
    expect([wrong.statusCode, wrong.json()]).toMatchObject([400, { error: { field: 'endDate' } }]);
  });

  test('refuse what is no number, and never fail', async () => {
    for (const query of [
      'type=x',
      'floorId=-1',
      'numberOfPeople=many',
      'startDate=soon',
      'includeParking=7',
      'startAt=x',
      'endDate=1e99',
    ])
      expect([query, (await admin.call('GET', `/rooms?${query}`)).statusCode]).toEqual([query, 400]);
    const names = [
      'search',
      'orderBy',
      'type',
      'locationSearch',
      'nearLatitude',
      'startDate',
      'modifiedOrCreatedAfter',
      'limit',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.string({ unit: 'binary', maxLength: 20 }),
        async (name, text) => {
          const query = `${name}=${encodeURIComponent(text.toWellFormed())}`;
          for (const path of ['/rooms', '/rooms/types', '/buildings', '/floors', '/countries'])
            expect([200, 400]).toContain((await admin.call('GET', `${path}?${query}`)).statusCode);
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each(Object.keys(resources.room.orderables))(
    'pages of %s hold every room once, in order',
    async (orderBy) => {
      const at = (room: unknown, path: string): unknown =>
        path.split('.').reduce((value, key) => (value as Record<string, unknown> | undefined)?.[key], room);
      const collator = new Intl.Collator('und');
      for (const way of ['asc', 'DESC']) {
        const paged: Room[] = [];
        for (let startAt = 0; startAt < all.length; startAt += 13)
          paged.push(
            ...(await list<Room>(`/rooms?orderBy=${orderBy}&orderByType=${way}&limit=13&startAt=${startAt}`)),
          );
        expect(paged.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id));
        for (const [n, room] of paged.slice(1).entries()) {
          const [a, b] = [at(paged[n], orderBy), at(room, orderBy)];
          const both = a !== undefined && b !== undefined;
          const order = !both
            ? Number(a === undefined) - Number(b === undefined)
            : typeof a === 'string'
              ? collator.compare(a, b as string)
              : Number(a) - Number(b);
          const signed = way === 'DESC' && both ? -order : order;
          expect(signed).toBeLessThanOrEqual(0);
        }
      }
    },
  );

  test('unknown orders fall back to the id, limits are kept, beyond the end is nothing', async () => {
    const wanted = all.map(({ id }) => id);
    for (const orderBy of [
      'nothing',
      'floor',
      'floor.building.nothing',
      'id;--',
      '__proto__',
      'constructor',
      'toString',
    ])
      expect(await ids(`/rooms?limit=500&orderBy=${encodeURIComponent(orderBy)}`)).toEqual(wanted);
    expect(await ids('/rooms?orderByType=desc&limit=2')).toEqual(wanted.toReversed().slice(0, 2));
    expect(await ids('/rooms?limit=0')).toHaveLength(1);
    expect(await ids('/rooms?startAt=1000')).toEqual([]);
    expect(await ids('/rooms/')).toEqual(wanted);
  });
});

describe('types of room', () => {
  test('are what the organisation starts with, in one shape', () => {
    expect(types.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Workstation', 'Meeting Room', 'Parking']),
    );
    expect(
      types.every(({ color, hexColor }) => /^[0-9a-f]{6}$/.test(hexColor) && Object.keys(color).length === 0),
    ).toBe(true);
  });

  test('are chosen by flags', async () => {
    const own = await placesOf(server);
    const known = await own.list<RoomType>('/rooms/types');
    await own.room({ type: { id: known[2]!.id }, reservable: true });
    const found = (query: string) => own.ids(`/rooms/types?${query}`);
    const by = (holdsFor: (type: RoomType) => boolean) => known.filter(holdsFor).map(({ id }) => id);
    expect(await found('includeNonReservable=false')).toEqual([known[2]!.id]);
    expect(await found('includeReservable=false')).toEqual(by(({ id }) => id !== known[2]!.id));
    expect(await found('includeOccupiable=true&includeNonOccupiable=false')).toEqual(
      by(({ occupiable }) => occupiable),
    );
    expect(await found('includeOccupiable=false')).toEqual(by(({ occupiable }) => !occupiable));
    expect(await found('includeParking=false')).toEqual(by(({ parkingSpace }) => !parkingSpace));
    expect(await found('includeReservable=false&includeNonReservable=false')).toEqual([]);
    expect(await own.send('GET', '/rooms/types/count?includeParking=false')).toEqual({
      count: known.length - 1,
    });
    expect(await own.ids('/rooms/types/?orderBy=sortOrder&orderByType=desc&limit=1')).toEqual([
      known.at(-1)!.id,
    ]);
  });

  test('are added, changed and taken out of use; rooms keep theirs', async () => {
    const own = await placesOf(server);
    const made = await own.send<RoomType>('POST', '/rooms/types', {
      name: 'Lab',
      hexColor: '#ABCDEF',
      sortOrder: 9,
    });
    expect(made).toMatchObject({
      name: 'Lab',
      hexColor: 'abcdef',
      sortOrder: 9,
      occupiable: true,
      parkingSpace: false,
    });
    const room = await own.room({ type: { id: made.id } });
    await own.send('PUT', `/rooms/types/${made.id}`, { name: 'Laboratory', occupiable: false });
    expect(await own.send('GET', `/rooms/types/${made.id}`)).toMatchObject({
      name: 'Laboratory',
      occupiable: false,
    });
    expect(await own.send('DELETE', `/rooms/types/${made.id}`)).toEqual({ response: 'Successfully removed' });
    await own.send('DELETE', `/rooms/types/${made.id}`, undefined, 404);
    expect(await own.ids('/rooms/types')).not.toContain(made.id);
    expect((await own.send<Room>('GET', `/rooms/${room.id}`)).type.name).toBe('Laboratory');
    await own.send('POST', '/rooms', { name: 'x', floor: { id: room.floor.id }, type: { id: made.id } }, 400);
    for (const body of [
      {},
      { name: 'x', hexColor: 'red' },
      { name: 'x', sortOrder: -1 },
      { name: 'x', occupiable: 7 },
    ])
      await own.send('POST', '/rooms/types', body, 400);
  });
});

test('the change feed of rooms misses nothing while many write at once', async () => {
  const own = await placesOf(server);
  const floor = await own.floor();
  const first = await own.room({ floor: { id: floor.id } });
  const seen = new Set<number>();
  let cursor = first.dateUpdated;
  let writing = true;
  const reader = (async () => {
    for (let last = false; !last;) {
      last = !writing;
      const page = await own.list<Room>(
        `/rooms?orderBy=dateUpdated&limit=500&modifiedOrCreatedAfter=${cursor}`,
      );
      for (const room of page) seen.add(room.id);
      cursor = page.at(-1)?.dateUpdated ?? cursor;
    }
  })();
  const made = await Promise.all(
    Array.from({ length: 40 }, (_, n) => own.room({ name: `R${n}`, floor: { id: floor.id } })),
  );
  writing = false;
  await reader;
  expect([...seen].toSorted((a, b) => a - b)).toEqual(made.map(({ id }) => id).toSorted((a, b) => a - b));
  const seconds = Math.floor(Date.now() / 1000) + 60;
  expect(await own.ids(`/rooms?modifiedOrCreatedAfter=${seconds}`)).toEqual([]);
  expect(await own.send('GET', `/floors/count?modifiedOrCreatedAfter=${seconds}`)).toEqual({ count: 0 });
});
