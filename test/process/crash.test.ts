import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort, headers, registerAt, startService } from '../service.ts';

// Each one is a start of the whole service. CRASH_KILLS=30 tries as often as the measurements speak of.
const KILLS = Number(process.env.CRASH_KILLS ?? 6);
const WRITERS = 20;
const CHECK_IN = '/external/api/rest/v2/mail/items/checkin';
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(`${KILLS} times kill -9 under ${WRITERS} writers: every acknowledged parcel is there once`, async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-crash-'));
  const env = { DATA_DIR: dataDir, PORT: String(await freePort()) };
  let service = await startService(env);
  const { url } = service;
  await registerAt(url);

  let working = true;
  const acknowledged = new Map<string, number>();
  const unexpected: string[] = [];

  /** Checks a parcel in and, like a client on a bad line, repeats with the same key until it hears an answer. */
  async function checkIn() {
    const trackingNumber = `CRASH-${randomUUID()}`;
    const key = randomUUID();
    for (;;) {
      try {
        const answer = await fetch(url + CHECK_IN, {
          method: 'POST',
          headers: { ...headers, 'idempotency-key': key },
          body: JSON.stringify([{ trackingNumber }]),
        });
        const body = (await answer.json()) as { id: number }[];
        if (answer.status === 200) acknowledged.set(trackingNumber, body[0]!.id);
        else if (answer.status < 500) unexpected.push(`${answer.status} ${JSON.stringify(body)}`);
        if (answer.status < 500) return;
      } catch {
        // The line broke: nobody knows whether it was done.
      }
      await pause(50);
    }
  }
  const writers = Array.from({ length: WRITERS }, async () => {
    while (working) await checkIn();
  });

  for (let kill = 0; kill < KILLS; kill += 1) {
    // Every second life is let work first, however slow the machine; the others may end while they begin.
    const before = acknowledged.size;
    while (kill % 2 === 1 && acknowledged.size === before) await pause(20);
    await pause(100 + Math.random() * 300);
    service.child.kill('SIGKILL');
    await service.exited;
    service = await startService(env);
  }
  working = false;
  await Promise.all(writers);

  expect(unexpected).toEqual([]);
  const stored = new Map<string, number[]>();
  for (let startAt = 0; ; startAt += 500) {
    const page = (await (
      await fetch(`${url}/external/api/rest/v2/mail/items?limit=500&startAt=${startAt}`, { headers })
    ).json()) as { id: number; trackingNumber: string }[];
    for (const { id, trackingNumber } of page)
      stored.set(trackingNumber, [...(stored.get(trackingNumber) ?? []), id]);
    if (page.length < 500) break;
  }
  expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS / 2);
  for (const [trackingNumber, id] of acknowledged) expect(stored.get(trackingNumber)).toEqual([id]);
  expect(await service.stop()).toBe(0);
  await rm(dataDir, { recursive: true, force: true });
}, 240_000);
