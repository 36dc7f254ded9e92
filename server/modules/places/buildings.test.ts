import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Building, Country, State } from '#contract/places.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';
import { RADIUS_KM } from './near.ts';

const server = await testServer();
const places = await placesOf(server);
const { admin, send, list, ids, building } = places;
const countries = await list<Country>('/countries?limit=500');
const [us, pl] = ['US', 'PL'].map((code) => countries.find(({ isoCode }) => isoCode === code)!) as [
  Country,
  Country,
];

describe('a building', () => {
  test('is answered as the document prints one', async () => {
    expect(await building({ name: 'Headquarters' })).toEqual({
      id: expect.any(Number),
      name: 'Headquarters',
      metric: true,
      address: { street: '', city: '', postalCode: '', state: {}, country: {} },
      location: {},
      dateCreated: expect.any(Number),
      dateUpdated: expect.any(Number),
    });
  });

  test('keeps what it is given, and looks countries and states up', async () => {
    const made = await building({
      name: 'Lone Star Tower',
      code: 'LST',
      metric: 'false',
      timeZone: 'America/Chicago',
      location: { latitude: 29.75613, longitude: -95.39425 },
      address: {
        street: '1 Main St',
        city: 'Houston',
        postalCode: 77_019,
        country: { id: String(us.id), name: 'ignored' },
        state: { code: 'tx' },
      },
      unheardOf: 1,
    });
    expect(made).toMatchObject({
      code: 'LST',
      metric: false,
      timeZone: 'America/Chicago',
      location: { latitude: 29.75613, longitude: -95.39425 },
      address: {
        street: '1 Main St',
        city: 'Houston',
        postalCode: '77019',
        country: us,
        state: { code: 'TX', name: 'Texas', categoryName: 'state', country: us },
      },
    });
    expect(await send('GET', `/buildings/${made.id}/`)).toEqual(made);
  });

  test('is changed in parts, also within its address and location', async () => {
    const { id } = await building({
      address: { city: 'Houston', street: 'S', country: { isoCode: 'US' }, state: { code: 'TX' } },
      location: { latitude: 1, longitude: 2 },
    });
    const edit = (body: object) => send<Building>('PUT', `/buildings/${id}`, body);
    expect(await edit({ id, address: { postalCode: '77019' } })).toMatchObject({
      address: { city: 'Houston', street: 'S', postalCode: '77019', state: { code: 'TX' }, country: us },
    });
    expect((await edit({ location: { latitude: 3 } })).location).toEqual({ latitude: 3, longitude: 2 });
    expect((await edit({ name: 'New', code: 'N' })).location).toEqual({ latitude: 3, longitude: 2 });
    // Poland has no Texas.
    expect(await edit({ address: { country: { alpha2Code: 'pl' } } })).toMatchObject({
      name: 'New',
      address: { state: {}, country: pl, city: 'Houston' },
    });
    expect((await edit({ address: { country: null } })).address.country).toEqual({});
    const cleared = await edit({ address: null, location: null, code: null });
    expect(cleared).toMatchObject({ address: { city: '', postalCode: '' }, location: {} });
    expect(cleared).not.toHaveProperty('code');
  });

  test('loses no attribute to parallel edits', async () => {
    const { id } = await building();
    const edits: object[] = [
      { name: 'A' },
      { code: 'B' },
      { metric: false },
      { timeZone: 'Europe/Warsaw' },
      { address: { city: 'C' } },
      { address: { street: 'D' } },
      { location: { latitude: 5, longitude: 6 } },
    ];
    await Promise.all(edits.map((edit) => send('PUT', `/buildings/${id}`, edit)));
    expect(await send('GET', `/buildings/${id}`)).toMatchObject({
      name: 'A',
      code: 'B',
      metric: false,
      timeZone: 'Europe/Warsaw',
      address: { city: 'C', street: 'D' },
      location: { latitude: 5, longitude: 6 },
    });
  });

  test('is made once for one Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'one building' };
    const post = () => admin.call('POST', '/buildings', { name: 'Once' }, { headers });
    const answers = await Promise.all([post(), post(), post()]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });
});

describe('bad input is refused, names the field, and changes nothing', () => {
  const bad: [body: object, field: string][] = [
    [{}, 'name'],
    [{ name: '' }, 'name'],
    [{ name: '  ' }, 'name'],
    [{ name: null }, 'name'],
    [{ name: true }, 'name'],
    [{ name: 'x'.repeat(100_000) }, 'name'],
    [{ code: 'x'.repeat(101) }, 'code'],
    [{ metric: 'perhaps' }, 'metric'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '+01:00' }, 'timeZone'],
    [{ location: { latitude: 91, longitude: 0 } }, 'latitude'],
    [{ location: { latitude: -90.001, longitude: 0 } }, 'latitude'],
    [{ location: { latitude: 0, longitude: 181 } }, 'longitude'],
    [{ location: { latitude: 'NaN', longitude: 0 } }, 'latitude'],
    [{ location: { latitude: 1 } }, 'location.longitude'],
    [{ location: 7 }, 'location'],
    [{ address: { country: { id: 999_999_999 } } }, 'address.country'],
    [{ address: { country: { isoCode: 'XX' } } }, 'address.country'],
    [{ address: { country: { id: -1 } } }, 'address.country'],
    [{ address: { country: 'US' } }, 'address.country'],
    [{ address: { state: { code: 'nowhere' } } }, 'address.state'],
    [{ address: { country: { isoCode: 'PL' }, state: { code: 'TX' } } }, 'address.state'],
    [{ address: { street: 'x'.repeat(501) } }, 'address.street'],
    [{ address: [] }, 'address'],
  ];
  test.each(bad)('%j', async (body, field) => {
    const before = await send('GET', '/buildings/count');
    const wrong = await admin.call('POST', '/buildings', {
      ...(field !== 'name' && { name: 'Fine' }),
      ...body,
    });
    expect([wrong.statusCode, wrong.json()]).toEqual([
      400,
      { error: expect.objectContaining({ message: expect.stringContaining(field) }) },
    ]);
    expect(await send('GET', '/buildings/count')).toEqual(before);
    if (Object.keys(body).length === 0) return;
    const made = await building({ name: 'Stays' });
    expect((await admin.call('PUT', `/buildings/${made.id}`, { metric: false, ...body })).statusCode).toBe(
      400,
    );
    expect(await send('GET', `/buildings/${made.id}`)).toEqual(made);
  });

  test('a body that is no object, another id than that of the address', async () => {
    const { id } = await building();
    for (const body of ['"x"', '[]', '7', 'null', '{'])
      expect(
        (await admin.call('POST', '/buildings', body, { headers: { 'content-type': 'application/json' } }))
          .statusCode,
      ).toBe(400);
    const other = await admin.call('PUT', `/buildings/${id}`, { id: id + 1, name: 'No' });
    expect(other.statusCode).toBe(400);
    expect(other.json()).toMatchObject({ error: { field: 'id' } });
    for (const wrong of ['0', '-1', '1.5', 'abc', '99999999999999999999', '999999999'])
      for (const [method, body] of [['GET'], ['PUT', { name: 'x' }], ['DELETE']] as const)
        expect((await admin.call(method, `/buildings/${wrong}`, body)).statusCode).toBe(404);
  });

  test('the database refuses half a place on Earth, and one beyond it', async () => {
    const { id } = await building();
    for (const set of ['latitude = 1', 'latitude = 91, longitude = 0', `latitude = 'NaN', longitude = 0`])
      await expect(server.owner.query(`UPDATE building SET ${set} WHERE id = ${id}`)).rejects.toThrow(
        'check',
      );
  });
});

test('search finds any part of name or code, literally, in any alphabet', async () => {
  const own = await placesOf(server);
  const lodz = await own.building({ name: 'Łódź Fabryczna', code: 'ŁF-1' });
  const odd = await own.building({ name: `100%_\\'"` });
  const find = (text: string) => own.ids(`/buildings?search=${encodeURIComponent(text)}`);
  for (const text of ['łódź', 'ÓDŹ FAB', 'łf-', 'ł']) expect(await find(text)).toEqual([lodz.id]);
  for (const text of ['%', '_', '\\', "'", '100%_']) expect(await find(text)).toEqual([odd.id]);
  expect(await find('x%x')).toEqual([]);
});

test('locationSearch wants every word, anywhere in address, name or code', async () => {
  const own = await placesOf(server);
  const address = (city: string, code: string, country = 'US') => ({
    city,
    country: { isoCode: country },
    state: { code },
  });
  const houston = await own.building({
    name: 'Tower',
    code: 'B-7',
    address: { ...address('Houston', 'TX'), street: '1 Main St', postalCode: '77019' },
  });
  const dallas = await own.building({ name: 'Depot', address: address('Dallas', 'TX') });
  const orleans = await own.building({ name: 'Depot', address: address('New Orleans', 'LA') });
  const tokyo = await own.building({ name: '東京都港区', address: {} });
  const find = (text: string) => own.ids(`/buildings?locationSearch=${encodeURIComponent(text)}`);
  for (const text of ['houston tx', 'houston,tx', 'TX, Houston', 'oust 770', 'main texas', 'b-7', 'tower us'])
    expect([text, await find(text)]).toEqual([text, [houston.id]]);
  expect(await find('tx')).toEqual([houston.id, dallas.id]);
  expect(await find('la')).toEqual([orleans.id]); // not Dallas
  expect(await find('depot')).toEqual([dallas.id, orleans.id]);
  expect(await find('港区')).toEqual([tokyo.id]);
  for (const text of ['houston la', '%', '_', "';--"]) expect(await find(text)).toEqual([]);
  expect(await own.ids('/buildings?locationSearch=')).toHaveLength(4);
  expect((await own.admin.call('GET', '/buildings?locationSearch=houston+tx')).json()).toHaveLength(1);
  await own.send('PUT', `/buildings/${dallas.id}`, { address: { city: 'Austin' } });
  expect(await find('austin')).toEqual([dallas.id]);
  expect(await find('dallas')).toEqual([]);
  expect(await own.send('GET', '/buildings/count?locationSearch=tx')).toEqual({ count: 2 });
  const [texas] = await list<State>(`/countries/${us.id}/states?search=texas`);
  expect(texas).toMatchObject({ code: 'TX', name: 'Texas' });
});

describe('near a point', () => {
  type Point = [latitude: number, longitude: number];
  const degree = Math.PI / 180;
  /** By the angle between vectors, another way than the server's. */
  function distance([a, b]: Point, [c, d]: Point): number {
    const [from, to] = [
      [a, b],
      [c, d],
    ].map(([lat, lon]) => [
      Math.cos(lat! * degree) * Math.cos(lon! * degree),
      Math.cos(lat! * degree) * Math.sin(lon! * degree),
      Math.sin(lat! * degree),
    ]) as [number[], number[]];
    const chord = Math.hypot(...from.map((part, axis) => part - to[axis]!));
    return 2 * 6371.0088 * Math.asin(Math.min(1, chord / 2));
  }

  test('lists what lies within 50 miles by great circle, across 180° and around the poles', async () => {
    const own = await placesOf(server);
    const spots: Point[] = [
      [0, 179.9],
      [0, -179.9],
      [0, -179.2],
      [0.7, 179.9],
      [90, 0],
      [89.5, 120],
      [89.6, -60],
      [-90, 17],
      [29.75, -95.39],
      [29.76, -94.9],
      [30.2672, -97.7431],
      [52.2297, 21.0122],
      [51.7592, 19.456],
      [-0.1, 0.1],
      [0.4, -0.4],
    ];
    const located = new Map<number, Point>();
    for (const [latitude, longitude] of spots)
      located.set((await own.building({ location: { latitude, longitude } })).id, [latitude, longitude]);
    await own.building({ name: 'Nowhere' });
    const near = fc.oneof(
      fc
        .tuple(
          fc.constantFrom(...spots),
          fc.double({ min: -1, max: 1, noNaN: true }),
          fc.double({ min: -1, max: 1, noNaN: true }),
        )
        .map(([[lat, lon], dLat, dLon]): Point => [
          Math.max(-90, Math.min(90, lat + dLat)),
          ((((lon + dLon + 180) % 360) + 360) % 360) - 180,
        ]),
      fc.constantFrom(...spots),
    );
    await fc.assert(
      fc.asyncProperty(near, async (point) => {
        const [lat, lon] = point.map((part) => part.toFixed(6)) as [string, string];
        const query = `nearLatitude=${lat}&nearLongitude=${lon}`;
        const expected = [...located].flatMap(([id, spot]) => {
          const km = distance(spot, [Number(lat), Number(lon)]);
          expect(Math.abs(km - RADIUS_KM)).toBeGreaterThan(1e-6);
          return km <= RADIUS_KM ? [id] : [];
        });
        expect(await own.ids(`/buildings?${query}`)).toEqual(expected);
        expect(await own.send('GET', `/buildings/count?${query}`)).toEqual({ count: expected.length });
      }),
      { numRuns: 60 },
    );
  });

  test('one coordinate alone says nothing; what is no place on Earth is refused', async () => {
    expect(await ids('/buildings?nearLatitude=1&limit=500')).toEqual(await ids('/buildings?limit=500'));
    for (const query of [
      'nearLatitude=91&nearLongitude=0',
      'nearLatitude=NaN&nearLongitude=0',
      'nearLongitude=x',
    ])
      expect((await admin.call('GET', `/buildings?${query}`)).statusCode).toBe(400);
  });

  test('asks an index', async () => {
    await server.owner.query(
      `INSERT INTO building (organisation_id, name, latitude, longitude)
       SELECT $1, 'B' || n, n % 180 - 90, n % 360 - 180 FROM generate_series(1, 5000) n`,
      [places.organisation],
    );
    await server.owner.query('ANALYZE building');
    const plan = await server.deps.db.read(places.organisation, (tx) =>
      tx.query(`EXPLAIN SELECT id FROM building WHERE organisation_id = current_organisation() AND deleted_at IS NULL
        AND latitude BETWEEN 10 AND 11 AND longitude BETWEEN 10 AND 11`),
    );
    expect(JSON.stringify(plan)).toMatch(/Index.*building_near/);
  });
});

test('flags choose buildings by the rooms they hold', async () => {
  const own = await placesOf(server);
  const [both, bookable, fixed] = await Promise.all(
    ['both', 'bookable', 'fixed', 'empty'].map((name) => own.building({ name })),
  );
  for (const [house, reservable] of [
    [both, true],
    [both, false],
    [bookable, true],
    [fixed, false],
  ] as const) {
    const floor = await own.floor({ building: { id: house!.id } });
    await own.room({ floor: { id: floor.id }, reservable });
  }
  const found = async (query: string) =>
    (await own.list<Building>(`/buildings?orderBy=name&${query}`)).map(({ name }) => name);
  const all = ['bookable', 'both', 'empty', 'fixed'];
  expect(await found('')).toEqual(all);
  expect(await found('includeReservable=true&includeNonReservable=true')).toEqual(all);
  expect(await found('includeNonReservable=false')).toEqual(['bookable', 'both']);
  expect(await found('includeReservable=TRUE&includeNonReservable=false')).toEqual(['bookable', 'both']);
  expect(await found('includeReservable=false')).toEqual(['both', 'fixed']);
  expect(await found('includeReservable=false&includeNonReservable=false')).toEqual([]);
});

test('country and city narrow a list together with the rest', async () => {
  const own = await placesOf(server);
  const in_ = (city: string, isoCode: string) =>
    own.building({ name: `In ${city}`, address: { city, country: { isoCode } } });
  const [lodz, krakow, paris] = [
    await in_('Łódź', 'PL'),
    await in_('Kraków', 'PL'),
    await in_('Paris', 'FR'),
  ];
  const { id: poland } = lodz.address.country as { id: number };
  const { id: france } = paris.address.country as { id: number };
  for (const [query, found] of [
    [`country=${poland}`, [lodz, krakow]],
    [`country=${poland},${france}`, [lodz, krakow, paris]],
    [`country=${poland}&city=%C5%81%C3%93d`, [lodz]],
    ['city=%25', []],
    ['city=par', [paris]],
  ] as const) {
    expect(await own.ids(`/buildings?${query}`)).toEqual(found.map(({ id }) => id));
    expect(await own.send('GET', `/buildings/count?${query}`)).toEqual({ count: found.length });
  }
  expect((await own.admin.call('GET', '/buildings?country=PL')).statusCode).toBe(400);
});
