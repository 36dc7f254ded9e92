import { loadavg } from 'node:os';
import type { CDPSession, Page } from '@playwright/test';
import { openFixtureSite } from '../e2e/fixture-site.ts';
import { launch } from './browser.ts';
import { shown, worked } from './fixture-page.ts';
import { timeFigure, type Figure } from './measure.ts';

const ROUNDS = 12;
const MOVES = 20;
const STEPS = 20;

/** A card goes across the board, over columns that take it and one that does not, and back to where it was. */
async function drag(page: Page, session: CDPSession): Promise<number> {
  const { x, y, width } = (await page.locator('[data-card]').first().boundingBox())!;
  const from = { x: x + width / 2, y: y + 10 };
  await page.mouse.move(from.x, from.y);
  const before = await worked(session);
  await page.mouse.down();
  for (let at = 1; at < MOVES; at += 1) await page.mouse.move(from.x + at * 55, from.y + at * 15);
  if (!(await page.locator('[data-overlay]').count())) throw new Error('Nothing is dragged.');
  await page.mouse.move(from.x, from.y);
  await page.mouse.up();
  return (await worked(session)) - before;
}

/** From card to card down a column, further than the screen reaches, and back. */
async function walk(page: Page, session: CDPSession): Promise<number> {
  await page.locator('[data-card]').first().focus();
  const before = await worked(session);
  for (let at = 0; at < STEPS; at += 1) await page.keyboard.press('ArrowDown');
  const took = ((await worked(session)) - before) / STEPS;
  const index = await page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet);
  if (index !== String(STEPS + 1)) throw new Error(`The focus is on card ${index}.`);
  await page.keyboard.press('Home');
  return took;
}

/** Five columns of 500 cards: how long they take to appear, and what a drag and a step cost. */
export async function board(): Promise<Figure[]> {
  const site = await openFixtureSite(['board']);
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${site.url}/board.html?cards=500`);
    await page.locator('[data-card]').first().waitFor();
    const session = await page.context().newCDPSession(page);
    // The thread's own time: what else the machine does meanwhile is not in it.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const mounts: number[] = [];
    const used: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      await shown(page, '[data-card]', false);
      const before = await worked(session);
      mounts.push(await shown(page, '[data-card]', true));
      used.push((await worked(session)) - before);
    }
    const drags: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) drags.push(await drag(page, session));
    const walks: number[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) walks.push(await walk(page, session));
    const load = `load ${loadavg()[0]!.toFixed(1)}`;
    const figures = [
      timeFigure('board, 500 cards: mount, main thread', used.slice(1), { atMost: 150 }),
      timeFigure('board, 500 cards: mounted and painted, by the wall clock', mounts.slice(1)),
      timeFigure(`board: a drag of ${MOVES} moves, main thread`, drags.slice(1)),
      timeFigure('board: an arrow key, main thread', walks.slice(1)),
    ];
    return figures.map((figure) => ({ ...figure, more: `${figure.more}; ${load}` }));
  } finally {
    await browser.close();
    await site.close();
  }
}
