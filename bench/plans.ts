import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { registerAt, startService } from '../test/service.ts';
import { launch, mounts, signIn } from './browser.ts';
import { clientOf, type Client } from './client.ts';
import { timeFigure, type Figure } from './measure.ts';

const ACROSS = 20;
const SPACES = 400;
const SIDE = 30;
const ALL = '[data-shape]';

/** A floor of 400 spaces in twenty rows, each a rectangle of the drawing. Answers where it is. */
async function furnish(client: Client) {
  const created = async (path: string, body: object) =>
    (JSON.parse((await client.call('POST', path, body)).text) as { id: number }).id;
  const building = await created('/buildings', { name: 'Drawn house' });
  const floor = await created('/floors', { name: 'Drawn floor', building: { id: building } });
  const type = await created('/rooms/types', { name: 'Drawn type', occupiable: true });
  const boxes = Array.from({ length: SPACES }, (_, n) => ({
    x: (n % ACROSS) * SIDE,
    y: Math.floor(n / ACROSS) * SIDE,
  }));
  const drawn = boxes.map(({ x, y }, n) => `<rect id="s${n}" x="${x}" y="${y}" width="26" height="26"/>`);
  const size = ACROSS * SIDE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${drawn.join('')}</svg>`;
  await client.call('PUT', `/floors/${floor}/plan`, { svg });
  const shapes: object[] = [];
  for (const [n, { x, y }] of boxes.entries()) {
    const room = await created('/rooms', { name: `D.${n}`, floor: { id: floor }, type: { id: type } });
    const corners = [
      [x, y],
      [x + 26, y],
      [x + 26, y + 26],
      [x, y + 26],
    ];
    shapes.push({ room: { id: room }, points: corners, elementId: `s${n}` });
  }
  await client.call('PUT', `/floors/${floor}/shapes`, shapes);
  return { building, floor, type };
}

type Watched = { took: number[]; ended: AbortController };
/** Notes for each input of a kind how long it took from its own time stamp to the painted frame. */
function watchInput(kind: string) {
  const seen: Watched = { took: [], ended: new AbortController() };
  (globalThis as unknown as { seen: Watched }).seen = seen;
  let since = 0;
  const painted = new MessageChannel();
  painted.port1.onmessage = () => seen.took.push(performance.now() - since);
  window.addEventListener(
    kind,
    (event) => {
      since = event.timeStamp;
      // A message posted from the frame's callback arrives once the frame has been laid out and painted.
      requestAnimationFrame(() => painted.port2.postMessage(undefined));
    },
    { capture: true, signal: seen.ended.signal },
  );
}

/** Gives inputs one at a time, each when the one before has been painted; the first ten warm up. */
async function inputs(page: Page, kind: string, give: (turn: number) => Promise<void>) {
  await page.evaluate(watchInput, kind);
  for (let turn = 0; turn < 70; turn += 1) {
    await give(turn);
    await page.waitForTimeout(50);
  }
  const took = await page.evaluate(() => {
    const { seen } = globalThis as unknown as { seen: Watched };
    seen.ended.abort();
    return seen.took;
  });
  return took.slice(10);
}

/** From an edit of the type of all spaces to the frame in which every shape looks otherwise. */
async function recoloured(page: Page, client: Client, type: number) {
  const took: number[] = [];
  for (let turn = 0; turn < 11; turn += 1) {
    const parkingSpace = turn % 2 === 0;
    const tone = parkingSpace ? 'info' : 'success';
    const begun = performance.now();
    const painted = page.evaluate(
      ([wanted, many]) =>
        new Promise<void>((resolve) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          const watch = new MutationObserver(() => {
            if (document.querySelectorAll(wanted).length < many) return;
            watch.disconnect();
            requestAnimationFrame(() => channel.port2.postMessage(undefined));
          });
          watch.observe(document.body, { subtree: true, childList: true, attributes: true });
        }),
      [`${ALL}[data-tone=${tone}]`, SPACES] as const,
    );
    await client.call('PUT', `/rooms/types/${type}`, { parkingSpace });
    await painted;
    took.push(performance.now() - begun);
  }
  return took.slice(1);
}

/** A floor plan of 400 spaces in a browser: opened, moved, walked with the arrow keys, and all of it changed. */
export async function plans(): Promise<Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'atrium-bench-'));
  const service = await startService({ DATA_DIR: dataDir });
  const client = clientOf(service.url, await registerAt(service.url));
  const browser = await launch();
  try {
    const { building, floor, type } = await furnish(client);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await signIn(page, service.url);
    const from = `${service.url}/places/${building}`;
    const opened = await mounts(page, from, `/floors/${floor}`, ALL, SPACES);

    await page.goto(`${service.url}/floors/${floor}`);
    await page
      .locator(ALL)
      .nth(SPACES - 1)
      .waitFor();
    const frame = (await page.locator('svg[role=group]').boundingBox())!;
    const [x, y] = [frame.x + frame.width / 2, frame.y + frame.height / 2];
    await page.mouse.move(x, y);
    const zoomed = await inputs(page, 'wheel', (turn) => page.mouse.wheel(0, turn % 20 < 10 ? -60 : 60));
    await page.mouse.wheel(0, -400);
    await page.mouse.down();
    const panned = await inputs(page, 'pointermove', (turn) =>
      page.mouse.move(x + 80 * Math.sin(turn / 5), y + 80 * Math.cos(turn / 5)),
    );
    await page.mouse.up();
    await page.keyboard.press('0');
    await page.locator(ALL).first().focus();
    const keys = ['ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp'];
    const walked = await inputs(page, 'keydown', (turn) => page.keyboard.press(keys[turn % keys.length]!));
    const what = `plan of ${SPACES} spaces`;
    return [
      timeFigure(`${what}: click to painted, data at hand`, opened),
      timeFigure(`${what}: a turn of the wheel to the painted frame`, zoomed),
      timeFigure(`${what}: a move of the mouse to the painted frame`, panned),
      timeFigure(`${what}: an arrow key to the painted frame`, walked),
      timeFigure(
        `${what}: an edit of all, from the call to the painted frame`,
        await recoloured(page, client, type),
      ),
    ];
  } finally {
    await browser.close();
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
