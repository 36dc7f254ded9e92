import { loadavg } from 'node:os';
import type { CDPSession, Page } from '@playwright/test';
import { openFixtureSite } from '../e2e/fixture-site.ts';
import { launch } from './browser.ts';
import { shown, worked } from './fixture-page.ts';
import { timeFigure, type Figure } from './measure.ts';

const ROUNDS = 12;
const MOVES = 20;

/** A bar goes across the day, in and out of others, and back to where it was. */
async function drag(page: Page, session: CDPSession): Promise<number> {
  const { x, y, width } = (await page.locator('[data-bar][data-editable]').first().boundingBox())!;
  const from = { x: x + width / 2, y: y + 10 };
  await page.mouse.move(from.x, from.y);
  const before = await worked(session);
  await page.mouse.down();
  for (let at = 1; at < MOVES; at += 1) await page.mouse.move(from.x + at * 20, from.y + at * 15);
  if (!(await page.locator('[data-dragging]').count())) throw new Error('Nothing is dragged.');
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
  return (await worked(session)) - before;
}

/** A day of 40 rows and 400 bars: how long it takes to appear, and what a drag costs. */
export async function timeline(): Promise<Figure[]> {
  const site = await openFixtureSite(['timeline']);
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.url}/timeline.html?rows=40&bars=400&plain`);
    await page.locator('[data-bar]').first().waitFor();
    const session = await page.context().newCDPSession(page);
    // The thread's own time: what else the machine does meanwhile is not in it.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const mounts: number[] = [];
    const used: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      await shown(page, '[data-bar]', false);
      const before = await worked(session);
      mounts.push(await shown(page, '[data-bar]', true));
      used.push((await worked(session)) - before);
    }
    const drags: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) drags.push(await drag(page, session));
    const load = `load ${loadavg()[0]!.toFixed(1)}`;
    const figures = [
      timeFigure('timeline, 40 rows, 400 bars: mount, main thread', used.slice(1), { atMost: 100 }),
      timeFigure('timeline, 40 rows, 400 bars: mounted and painted, by the wall clock', mounts.slice(1)),
      timeFigure(`timeline: a drag of ${MOVES} moves, main thread`, drags.slice(1), { atMost: 180 }),
    ];
    return figures.map((figure) => ({ ...figure, more: `${figure.more}; ${load}` }));
  } finally {
    await browser.close();
    await site.close();
  }
}
