import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../test/service.ts';
import { clientOf } from './client.ts';
import { timed, timeFigure, type Figure } from './measure.ts';

const ROUNDS = 30;
/** Statements are planned anew the first times that a connection meets them. */
const WARM = 8;
const WHO = ['employee', 'clerk', 'operator', 'manager', 'admin'];

/** Everybody's first page, on the demo's organisation. */
export async function home(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir, DEMO: 'on' }, { timeoutMs: 300_000 });
  try {
    const figures: Figure[] = [];
    for (const who of WHO) {
      const client = clientOf(service.url, {
        'x-auth-username': `${who}@atrium.example`,
        'x-auth-password': 'atrium demo',
      });
      for (let round = 0; round < WARM; round += 1) await client.call('GET', '/home');
      const samples: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1)
        samples.push(await timed(() => client.call('GET', '/home')));
      figures.push(timeFigure(`home of the demo's ${who}`, samples, { atMost: 50 }));
    }
    return figures;
  } finally {
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
