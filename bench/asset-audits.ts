import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openCluster } from '#server/lib/cluster.ts';
import { registerAt, startService } from '../test/service.ts';
import { fillAssets } from './assets.ts';
import { clientOf, type Client } from './client.ts';
import { byTurns, timed, timeFigure, type Figure } from './measure.ts';

const WARM_UP = 20;
const SCANS = 200;

type Expected = { code: string; roomId: number };
/** Labels of two houses, each with the space that the register has it in. */
async function labelsIn(owner: pg.Client, houses: number[]): Promise<Expected[]> {
  const { rows } = await owner.query<{ code: string; room: string }>(
    `SELECT a.local_uid AS code, a.room_id AS room FROM asset a
     JOIN room r ON r.organisation_id = a.organisation_id AND r.id = a.room_id
     JOIN floor f ON f.organisation_id = r.organisation_id AND f.id = r.floor_id
     WHERE f.building_id = ANY($1) ORDER BY md5(a.local_uid) LIMIT ${WARM_UP + SCANS}`,
    [houses],
  );
  return rows.map(({ code, room }) => ({ code, roomId: Number(room) }));
}

/** One campaign from its opening to its end; nothing waits for the statistics of what has just been written. */
async function auditFigures(client: Client, owner: pg.Client): Promise<Figure[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM building WHERE name LIKE 'House %' ORDER BY id LIMIT 2`,
  );
  const houses = rows.map(({ id }) => Number(id));
  const labels = await labelsIn(owner, houses);
  const planned = await client.call('POST', '/assets/audits', {
    name: 'Spring',
    scope: { buildings: houses.map((id) => ({ id })) },
  });
  const { id } = JSON.parse(planned.text) as { id: number };
  const at = `/assets/audits/${id}`;
  const figures: Figure[] = [];
  const once = async (
    what: string,
    method: string,
    path: string,
    body?: unknown,
    more: Partial<Figure> = {},
  ) =>
    figures.push({
      what: `audit of 110,000 of a million assets: ${what}`,
      value: await timed(() => client.call(method, at + path, body)),
      unit: 'ms',
      ...more,
    });
  await once('opening', 'PUT', '/open');
  const scans: number[] = [];
  for (const label of labels) scans.push(await timed(() => client.call('POST', `${at}/scans`, label)));
  figures.push(timeFigure('scan to answer, of a million assets', scans.slice(WARM_UP), { atMost: 50 }));
  const [progress, shown, listed] = await byTurns(
    7,
    ['/progress', '', '/assets?limit=50'].map((path) => () => client.call('GET', at + path)),
    1,
  );
  figures.push(
    timeFigure('progress of an audit of 1,100 spaces', progress!, { atMost: 300 }),
    timeFigure('an audit with its figures', shown!),
    timeFigure('50 assets of an audit of 110,000', listed!),
  );
  await once('ending the walk', 'PUT', '/reconcile');
  await once('its report', 'GET', '/report');
  await once('its report as CSV', 'GET', '/report.csv');
  const decision = { decision: 'rejected', kind: 'missing', reason: 'Looked for again' };
  await once('rejecting all that is missing', 'PUT', '/decide', decision);
  await once('closing', 'PUT', '/close');
  return figures;
}

/** An audit of two houses in a register of a million assets. */
export async function assetAudits(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const cluster = await openCluster(dataDir);
  const owner = new pg.Client({ ...cluster.connection, database: 'atrium' });
  await owner.connect();
  try {
    await fillAssets(owner);
    return await auditFigures(client, owner);
  } finally {
    await service.stop();
    await owner.end();
    await cluster.release();
    await rm(dataDir, { recursive: true, force: true });
  }
}
