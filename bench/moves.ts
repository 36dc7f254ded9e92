import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MoveRequest } from '#contract/moves.ts';
import { campus, importCampus, restacking, settle } from '../test/restack.ts';
import { registerAt, startService } from '../test/service.ts';
import { clientOf } from './client.ts';
import { timed, type Figure } from './measure.ts';

const [PEOPLE, MOVING] = [600, 300];

/** A campus of 814 spaces is restacked: 300 of 600 people move by one file, most of them to each other's rooms. */
export async function moves(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const { text } = await client.call(method, path, body);
    return JSON.parse(text) as T;
  };
  const figures: Figure[] = [];
  const measure = async (what: string, work: () => Promise<unknown>) =>
    figures.push({ what: `restacking: ${what}`, value: await timed(work), unit: 'ms' });
  try {
    const spaces = campus();
    const rooms = spaces.filter(({ room }) => room);
    await measure('814 spaces imported', () => importCampus(send, spaces));
    await measure('600 people imported into them', () => settle(send, rooms, PEOPLE));
    const { csv } = restacking(rooms, PEOPLE, MOVING);
    // Undated: it takes effect when it is told to, which is what is measured.
    const order = { csv, description: 'Restacking' };
    await measure('a file of 300 moves checked', () => send('POST', '/move/groups/preview', order));
    let id = 0;
    await measure('filed as one request', async () => {
      id = (await send<MoveRequest>('POST', '/move/groups', order)).id;
    });
    const path = `/move/requests/${id}`;
    await measure('its conflicts', () => send('GET', `${path}/conflicts`));
    await measure('approved', () => send('PUT', path, { approved: true }));
    await measure('its preview', () => send('GET', `${path}/preview`));
    await measure('taken into effect', () => send('POST', `${path}/effect`));
    await measure('what it changed', () => send('GET', `${path}/outcome`));
    return figures;
  } finally {
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
