import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { projectRoot } from '#server/lib/root.ts';
import { registerAt, startService } from '../test/service.ts';
import { assetImports } from './asset-imports.ts';
import { clientOf, type Client } from './client.ts';
import { timed, type Figure } from './measure.ts';

const read = (file: string) => readFileSync(resolve(projectRoot, '../shared/data', file), 'utf8');
type Count = { rows: number; create: number; errors: { row: number }[] };

/** Checks a file, imports it, and imports it again, when there is nothing left to do. */
async function importing(client: Client, what: string, kind: string, order: object): Promise<Figure[]> {
  const post = async (path: string) =>
    JSON.parse((await client.call('POST', `/imports/${path}`, order)).text) as Count;
  let counted: Count | undefined;
  const checked = await timed(async () => (counted = await post(`${kind}/preview`)));
  const written = await timed(() => post(kind));
  const again = await timed(() => post(kind));
  const { rows, create } = counted!;
  return [
    { what: `import of ${rows.toLocaleString('en')} ${what}: checked`, value: checked, unit: 'ms' },
    { what: 'written', value: written, unit: 'ms', more: `${(written / create).toFixed(2)} ms each` },
    { what: 'imported again, nothing to do', value: again, unit: 'ms' },
  ];
}

/** The week and the dates of a university's rooms; a fifth of the rows overlaps or repeats others, and is told. */
async function timetable(client: Client): Promise<Figure[]> {
  const file = (name: string) => read(`room-bookings-uniandes/${name}`);
  await client.call('POST', '/buildings', { name: 'Uniandes', timeZone: 'America/Bogota' });
  await client.call('POST', '/imports/spaces', {
    csv: `room\n${Object.keys(JSON.parse(file('classrooms.json')) as object).join('\n')}`,
    options: { defaults: { building: 'Uniandes', type: 'Workstation', floor: '1', reservable: 'yes' } },
  });
  return importing(client, 'times of a timetable', 'bookings', {
    csv: file('occupancy.csv'),
    mapping: { space: 0, weekday: 2, date: 3, start: 4, end: 5 },
    options: { defaults: { building: 'Uniandes', weeksFrom: '2018-06-04', weekdayNumbers: 'monday-0' } },
  });
}

/** The requests of a city to its services. */
async function tickets(client: Client): Promise<Figure[]> {
  const defaults = { building: 'City Hall', space: 'Counter' };
  await client.call('POST', '/buildings', { name: defaults.building });
  await client.call('POST', '/imports/spaces', {
    csv: `room\n${defaults.space}`,
    options: { defaults: { building: defaults.building, type: 'Workstation', floor: '1' } },
  });
  const csv = read('service-requests-sf311/311_service_requests.csv');
  return importing(client, 'tickets', 'service-requests', { csv, options: { defaults } });
}

/** The public buildings of the United States, the rooms and timetable of universities, the tickets of a city. */
export async function imports(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  try {
    const buildings = await importing(client, 'public buildings', 'buildings', {
      csv: read('buildings-gsa-iolp/buildings.csv'),
      options: { defaults: { country: 'US' } },
    });
    await client.call('POST', '/buildings', { name: 'Campus', code: 'NUS' });
    const rooms = {
      mapping: { name: 0, description: 1, floor: 2 },
      options: { defaults: { building: 'NUS', type: 'Workstation', floor: 'Unknown', reservable: 'yes' } },
    };
    // A few rooms are in the list twice, which the check reports.
    const lines = read('rooms-nus/rooms.csv').trim().split('\n');
    const { text } = await client.call('POST', '/imports/spaces/preview', {
      ...rooms,
      csv: lines.join('\n'),
    });
    const { errors } = JSON.parse(text) as Count;
    const csv = lines.filter((_, n) => !errors.some(({ row }) => row === n + 1)).join('\n');
    const placed = await importing(client, 'rooms', 'spaces', { ...rooms, csv });
    const names = lines.slice(1, 300).map((line) => line.split(',')[0]!);
    const assets = await assetImports(client, names);
    return [...buildings, ...placed, ...(await timetable(client)), ...(await tickets(client)), ...assets];
  } finally {
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
