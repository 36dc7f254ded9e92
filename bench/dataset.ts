import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { projectRoot } from '#server/lib/root.ts';
import { ADMIN, registerAt, startService, type Service } from '../test/service.ts';
import { clientOf, type Client } from './client.ts';
import { fillSql } from './fill.ts';

export const PEOPLE = 100_000;
export const ITEMS = 100_000;

export type Dataset = {
  service: Service;
  /** Options for `pg` as a superuser. */
  options: pg.PoolConfig;
  owner: pg.Client;
  organisation: number;
  admin: number;
  /** Calls with the session cookie, as the dashboard does. */
  client: Client;
  /** Calls with header credentials, as scripts do. */
  byHeaders: Client;
  close(): Promise<void>;
};

/** A column of one of the name lists; their first lines bear a byte order mark, no field of it a quote. */
function names(file: string, column: string): string[] {
  const path = resolve(projectRoot, '../shared/data/people-names', file);
  const [head, ...lines] = readFileSync(path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const at = head!.split(',').indexOf(column);
  return lines.filter((line) => !line.includes('"')).flatMap((line) => line.split(',')[at] || []);
}

/** The service with an organisation of 100,000 people, 100,000 parcels and their 300,000 statuses. */
export async function openDataset(): Promise<Dataset> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const headers = await registerAt(service.url);
  const cluster = await openCluster(dataDir);
  const options = { ...cluster.connection, database: 'atrium' };
  const owner = new pg.Client(options);
  await owner.connect();
  // Nobody did what is made up here.
  await owner.query("SET app.audit_off = 'on'");
  const { rows } = await owner.query<{ organisation: string; admin: string }>(
    'SELECT organisation_id AS organisation, id AS admin FROM app_user WHERE email = $1',
    [ADMIN.email],
  );
  const { organisation, admin } = rows[0]!;
  const forenames = names('common-forenames-by-country.csv', 'Localized Name');
  const surnames = names('common-surnames-by-country.csv', 'Localized Name');
  for (const { text, params } of fillSql({ organisation, forenames, surnames, people: PEOPLE, items: ITEMS }))
    await owner.query(text, params);

  const login = await fetch(`${service.url}/data/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  });
  const cookie = login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0]!)
    .join('; ');
  return {
    service,
    options,
    owner,
    organisation: Number(organisation),
    admin: Number(admin),
    client: clientOf(service.url, { cookie, 'x-requested-with': 'fetch' }),
    byHeaders: clientOf(service.url, headers),
    async close() {
      await service.stop();
      await owner.end();
      await cluster.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
