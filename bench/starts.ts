import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../test/service.ts';
import { timed, timeFigure, type Figure } from './measure.ts';

const ROUNDS = 5;

/** From the command to the line that says the address: an empty folder, one with the demo, one that is there. */
export async function starts(): Promise<Figure[]> {
  const samples = { empty: [] as number[], demo: [] as number[], second: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const demo of ['off', 'on']) {
      const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
      const start = async () => {
        let service: Awaited<ReturnType<typeof startService>> | undefined;
        const took = await timed(
          async () => (service = await startService({ DATA_DIR: dataDir, DEMO: demo })),
        );
        await service!.stop();
        return took;
      };
      samples[demo === 'on' ? 'demo' : 'empty'].push(await start());
      if (demo === 'on') samples.second.push(await start());
      await rm(dataDir, { recursive: true, force: true });
    }
  return [
    timeFigure('first start, nothing there', samples.empty),
    timeFigure('first start with the demo company', samples.demo),
    timeFigure('second start', samples.second, { atMost: 3000 }),
  ];
}
