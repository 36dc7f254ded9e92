import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { ADMIN, registerAt, startService } from '../test/service.ts';
import { clientOf, type Client } from './client.ts';
import { byTurns, timeFigure, type Figure } from './measure.ts';

const ASSETS = 1_000_000;
const MODELS = 3000;
const TYPES = 30;
const PEOPLE = 20_000;
const ROOMS = 10_000;
/** The last so many are of one model, bought lately. */
const LATELY = 8000;

const makers = `ARRAY['Dell Latitude', 'HP Probook', 'Lenovo Thinkpad', 'Apple Macbook', 'Steelcase Chair', 'Epson Beamer']`;
const forenames = `ARRAY['Anna', 'Piotr', 'Zofia', 'Mehmet', 'Chiara', 'Oluwaseun', 'Jürgen', 'Siobhán', 'Wei', 'Łucja']`;
const surnames = `ARRAY['Nowak', 'Kowalska', 'Yılmaz', 'Rossi', 'Adeyemi', 'Müller', 'Ó Briain', 'Zhang', 'Dąbrowska', 'Smith']`;

/**
 * A million assets of 3,000 models, over half of them in 10,000 spaces of ten houses, most others with 20,000 people.
 * Answers a serial number in their midst.
 */
export async function fillAssets(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ organisation: string }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE email = $1',
    [ADMIN.email],
  );
  const organisation = rows[0]!.organisation;
  // Nobody did what is made up here.
  await owner.query("SET app.audit_off = 'on'; SET maintenance_work_mem = '512MB'; SET jit = off");
  const run = (text: string) => owner.query(text, [organisation]);
  await run(
    `INSERT INTO building (organisation_id, name) SELECT $1, 'House ' || n FROM generate_series(1, 10) n`,
  );
  await run(
    `INSERT INTO floor (organisation_id, building_id, name)
     SELECT $1, id, 'Floor ' || n FROM building, generate_series(1, 10) n WHERE organisation_id = $1`,
  );
  await run(
    `WITH known AS (SELECT ARRAY(SELECT id FROM floor WHERE organisation_id = $1 ORDER BY id) AS floors)
     INSERT INTO room (organisation_id, floor_id, room_type_id, name)
     SELECT $1, floors[1 + n % 100], (SELECT min(id) FROM room_type WHERE organisation_id = $1), 'Space ' || n
     FROM known, generate_series(1, ${ROOMS}) n`,
  );
  await run(
    `INSERT INTO app_user (organisation_id, first_name, last_name, user_name, email, user_type_id, color)
     SELECT $1, (${forenames})[1 + n % 10] , (${surnames})[1 + n / 10 % 10] || ' ' || n, 'person' || n,
       'person' || n || '@example.com', (SELECT min(id) FROM user_type WHERE organisation_id = $1), '#336699'
     FROM generate_series(1, ${PEOPLE}) n`,
  );
  await run(
    `INSERT INTO asset_type (organisation_id, name) SELECT $1, 'Type ' || n FROM generate_series(1, ${TYPES}) n`,
  );
  await run(
    `WITH known AS (SELECT ARRAY(SELECT id FROM asset_type WHERE organisation_id = $1 AND name LIKE 'Type %' ORDER BY id) AS types)
     INSERT INTO asset_model (organisation_id, asset_type_id, name)
     SELECT $1, types[1 + n % ${TYPES}], CASE WHEN n = ${MODELS} THEN 'Surface Lately' ELSE (${makers})[1 + n % 6] || ' ' || n END
     FROM known, generate_series(1, ${MODELS}) n`,
  );

  // All at once, without looking up the references of each.
  await owner.query('SET session_replication_role = replica');
  const dropped = await owner.query<{ name: string; back: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS back FROM pg_index
     WHERE indrelid = 'asset'::regclass AND NOT indisprimary`,
  );
  for (const { name } of dropped.rows) await owner.query(`DROP INDEX ${name}`);
  await run(
    `WITH known AS (
       SELECT ARRAY(SELECT id FROM app_user WHERE organisation_id = $1 AND user_name LIKE 'person%' ORDER BY id) AS people,
         ARRAY(SELECT id FROM asset_model WHERE organisation_id = $1 AND name LIKE ANY ('{% 1%,% 2%,% 3%,% 4%,% 5%,% 6%,% 7%,% 8%,% 9%,%Lately}')
           ORDER BY id) AS models,
         ARRAY(SELECT id FROM room WHERE organisation_id = $1 ORDER BY id) AS rooms
     )
     INSERT INTO asset (organisation_id, asset_model_id, given_name, room_id, owner_id, managed, active, local_uid,
       serial_number, condition, seen_at, seen_by, date_created, date_updated)
     SELECT $1, CASE WHEN n > ${ASSETS - LATELY} THEN models[cardinality(models)] ELSE models[1 + n * 7919 % (cardinality(models) - 1)] END,
       CASE WHEN n % 50 = 0 THEN 'Loaner ' || n END,
       CASE WHEN n % 20 < 11 THEN rooms[1 + n * 104729 % ${ROOMS}] END,
       CASE WHEN n % 20 BETWEEN 11 AND 18 THEN people[1 + n * 15485863 % ${PEOPLE}] END,
       n % 3 = 0, n % 40 > 0, 'NW-' || lpad(n::text, 7, '0'), upper(left(md5(n::text), 10)),
       CASE WHEN n % 500 = 0 THEN 'damaged' WHEN n % 700 = 0 THEN 'lost' ELSE 'good' END,
       CASE WHEN n % 9 > 0 THEN bought + n % 90 * interval '1 day' END, CASE WHEN n % 9 > 0 THEN people[1 + n % 40] END, bought, bought
     FROM known, generate_series(1, ${ASSETS}::bigint) n
     CROSS JOIN LATERAL (SELECT now() - (${ASSETS} - n) * interval '2 minutes' - interval '90 days' AS bought) of`,
  );
  for (const { back } of dropped.rows) await owner.query(back);
  await owner.query('SET session_replication_role = origin');
  await owner.query('VACUUM ANALYZE');
  const { rows: some } = await run(`SELECT serial_number AS serial FROM asset WHERE organisation_id = $1
    AND local_uid = 'NW-0${ASSETS / 2 + 1}'`);
  return (some[0] as { serial: string }).serial;
}

const searches = (serial: string): [string, string][] => [
  ['six signs of a serial number', `search=${serial.slice(2, 8)}`],
  ['three signs of a serial number', `search=${serial.slice(2, 5)}`],
  ['a serial number alone', `searchSerialNumber=${serial.slice(1, 9)}`],
  ['three signs of a serial number alone', `searchSerialNumber=${serial.slice(3, 6)}`],
  ['a local id', 'search=w-0012345'],
  ['what all local ids have', 'search=nw-0'],
  ['a model', 'search=latitude%201170'],
  ['a sixth of the models', 'search=Probook'],
  ['a model bought lately', 'search=surface%20lately'],
  ['an owner', 'search=kowalska%204711'],
  ['every tenth owner', `search=${encodeURIComponent('łucja')}`],
  ['a space', 'search=space%204711'],
  ['a word that none has', 'search=waterfall'],
  ['two letters that many have', 'search=ok'],
  ['two letters that none has', 'search=qx'],
  ['a model in one house', 'search=thinkpad&buildingId=1'],
];
const filters: [string, string][] = [
  ['first 50', ''],
  ['newest', 'orderByType=desc'],
  ['of a type', 'typeId=10'],
  ['of a model', 'modelId=1500'],
  ['in a house', 'buildingId=3'],
  ['on a floor', 'floorId=33'],
  ['in a space', 'roomId=4711'],
  ['of a person', 'owner=4711'],
  ['of a type, in a house', 'typeId=10&buildingId=3'],
  ['of a type, in a house, newest', 'typeId=10&buildingId=3&orderByType=desc'],
  ['damaged', 'condition=damaged'],
  ['in use, in a house', 'active=true&buildingId=3'],
  ['nowhere', 'placed=nowhere'],
  ['not seen since last year', `unseenSince=${Date.now() - 365 * 86_400_000}`],
  ['one’s own', 'mine=true'],
  ['changed lately', `modifiedOrCreatedAfter=${Date.now() - 91 * 86_400_000}&orderBy=dateUpdated`],
];

/** As the service answers them to somebody who may see all. */
async function assetFigures(client: Client, serial: string): Promise<Figure[]> {
  const codes = ['NW-0777777', serial, 'AST-0123456', 'nothing'];
  const samples = await byTurns(
    15,
    [
      ...[...searches(serial), ...filters].map(
        ([, query]) =>
          () =>
            client.call('GET', `/assets?${query}`),
      ),
      async () => {
        for (const code of codes) await client.call('GET', `/assets/codes/${code}`);
      },
      () => client.call('GET', '/assets/count'),
      () => client.call('GET', '/assets/count?buildingId=3'),
    ],
    3,
  );
  const rest = samples.splice(searches(serial).length + filters.length);
  return [
    ...searches(serial).map(([what], at) =>
      timeFigure(`search of a million assets: ${what}`, samples[at]!, { atMost: 50 }),
    ),
    ...filters.map(([what], at) =>
      timeFigure(`list of 50 of a million assets: ${what}`, samples[searches(serial).length + at]!, {
        atMost: 20,
      }),
    ),
    timeFigure(
      'a scanned code, of a million assets',
      rest[0]!.map((took) => took / codes.length),
      { atMost: 50 },
    ),
    timeFigure('counting a million assets', rest[1]!),
    timeFigure('counting those of one house', rest[2]!),
  ];
}

/** Searches, filters and scans of a register of a million assets. */
export async function assets(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    return await assetFigures(client, await fillAssets(owner));
  } finally {
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
