import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Building, Room } from '#contract/places.ts';
import { projectRoot } from '#server/lib/root.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const read = (file: string) => readFileSync(resolve(projectRoot, '../shared/data', file), 'utf8');

/** Records of a CSV file in which quotes enclose whole fields. */
function records(file: string): Record<string, string>[] {
  const [head, ...lines] = read(file)
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain!,
    );
  const names = cells(head!);
  return lines.map((line) => Object.fromEntries(cells(line).map((cell, n) => [names[n]!, cell])));
}
/** Every nth, so that all kinds are among them. */
const sample = <T>(all: T[], most: number) => all.filter((_, n) => n % Math.ceil(all.length / most) === 0);

test('buildings of a public inventory go in as they are, and are found where they stand', async () => {
  const own = await placesOf(server);
  const rows = sample(records('buildings-gsa-iolp/buildings.csv'), 250);
  expect(rows.length).toBeGreaterThan(200);
  const refused: string[] = [];
  const made = new Map<number, Record<string, string>>();
  for (const row of rows) {
    const answer = await own.admin.call('POST', '/buildings', {
      name: row['Real Property Asset Name'],
      code: row['Location Code'],
      metric: false,
      address: {
        street: row['Street Address'],
        city: row.City,
        postalCode: row['Zip Code'],
        country: { isoCode: 'US' },
        ...(row.State && { state: { code: row.State } }),
      },
      location: { latitude: Number(row.Latitude), longitude: Number(row.Longitude) },
    });
    if (answer.statusCode === 201) made.set(answer.json<{ id: number }>().id, row);
    else refused.push(`${row['Location Code']}: ${answer.body}`);
  }
  expect(refused).toEqual([]);
  for (const [id, row] of sample([...made], 25)) {
    const shown = await own.send<Building>('GET', `/buildings/${id}`);
    expect(shown).toMatchObject({
      name: row['Real Property Asset Name'],
      code: row['Location Code'],
      address: {
        city: row.City,
        postalCode: row['Zip Code'],
        state: { code: row.State },
        country: { isoCode: 'US' },
      },
      location: { latitude: Number(row.Latitude), longitude: Number(row.Longitude) },
    });
    const words = encodeURIComponent(`${row.City} ${row.State} ${row['Zip Code']}`);
    expect(await own.ids(`/buildings?limit=500&locationSearch=${words}`)).toContain(id);
    expect(await own.ids(`/buildings?search=${encodeURIComponent(row['Location Code']!)}`)).toContain(id);
    const near = `nearLatitude=${Number(row.Latitude)}&nearLongitude=${Number(row.Longitude)}`;
    expect(await own.ids(`/buildings?limit=500&${near}`)).toContain(id);
  }
});

test('rooms of a university go in by building and floor', async () => {
  const own = await placesOf(server);
  type Venue = { roomName: string; floor: number | string | null; location?: { x: number; y: number } };
  const venues = sample(
    Object.entries(JSON.parse(read('rooms-nus/venues.json')) as Record<string, Venue>),
    300,
  );
  const { id: building } = await own.building({
    name: 'Campus',
    address: { city: 'Singapore', country: { isoCode: 'SG' } },
  });
  const type = await own.type('Meeting Room');
  const floors = new Map<Venue['floor'], number>();
  const made = new Map<string, number>();
  for (const [code, { roomName, floor }] of venues) {
    if (!floors.has(floor)) {
      const name = floor === null ? 'Unknown floor' : `Floor ${floor}`;
      const level = typeof floor === 'number' ? floor : null;
      floors.set(floor, (await own.floor({ name, level, building: { id: building } })).id);
    }
    const room = await own.room({
      name: code,
      description: roomName,
      floor: { id: floors.get(floor) },
      type: { id: type.id },
      reservable: true,
    });
    expect(room).toMatchObject({ name: code, description: roomName });
    made.set(code, room.id);
  }
  expect(made.size).toBeGreaterThan(200);
  expect(await own.send('GET', `/rooms/count?buildingId=${building}`)).toEqual({ count: made.size });
  expect(await own.send('GET', '/rooms/count?locationSearch=singapore')).toEqual({ count: made.size });
  for (const [floor, id] of floors) {
    const expected = venues.filter(([, venue]) => venue.floor === floor).map(([code]) => code);
    const found = (await own.list<Room>(`/rooms?limit=500&floorId=${id}`)).map(({ name }) => name);
    expect(found.toSorted()).toEqual(expected.toSorted());
  }
});
