import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { demoAccounts } from '#contract/account.ts';
import { startService } from '../test/service.ts';
import { sharedFolder } from './shared.ts';

// A 4xx that the view handles and a server that does not answer are logged by Chromium itself.
const CHROMIUMS_OWN = /status of 4\d\d|Failed to load resource: net::ERR_/;

/** What the page's own code complains of, from now on. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || CHROMIUMS_OWN.test(message.text())) return;
    complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}

/** Every journey runs against the built service with the demo organisation, one a worker; `colleague` is a second person's browser. */
export const test = base.extend<{ colleague: Page }, { demoUrl: string }>({
  demoUrl: [
    // Playwright reads the names of its fixtures from this pattern; an empty one says there are none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      // The demo is written once and copied: it takes longer than most journeys.
      const demo = await sharedFolder('demo', async (folder) => {
        const service = await startService({ DATA_DIR: folder, DEMO: 'on' }, { timeoutMs: 160_000 });
        await service.stop();
      });
      const dataDir = await mkdtemp(join(tmpdir(), 'atrium-journey-'));
      execFileSync('cp', ['-a', `${demo}/.`, dataDir]);
      const service = await startService({ DATA_DIR: dataDir, DEMO: 'on' });
      await use(service.url);
      await service.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ demoUrl }, use) => use(demoUrl),
  page: async ({ page }, use) => {
    const complaints = listen(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
  colleague: async ({ browser }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = listen(page);
    await use(page);
    await context.close();
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Signs in past the form, and opens the address. @throws when the service refuses */
export async function enter(page: Page, account: { email: string; password: string }, address = '/') {
  const answer = await page.request.post('/data/login', { data: account });
  expect(answer.status()).toBe(200);
  await page.goto(address);
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Signs in as the demo's account whose button on the sign-in page ends like this, and opens the address. */
export async function signInAs(page: Page, role: RegExp, address?: string) {
  const answer = await page.request.get('/data/demo');
  const { accounts } = demoAccounts.parse(await answer.json());
  await enter(
    page,
    accounts.find((account) => role.test(`, ${account.role}`))!,
    address,
  );
}

/** Runs in the page: it has the colours of the scheme, and none of them is on its way any more. */
const isDrawnIn = (scheme: string) =>
  document.documentElement.dataset.mantineColorScheme === scheme &&
  document.getAnimations().every(({ playState, effect }) => {
    const endless = effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY;
    return endless || playState !== 'running';
  });

/** No serious or critical finding, in the light and, as to colours, in the dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForFunction(isDrawnIn, colorScheme);
    const check = new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      // There are no frames of other sites to look into, and so no second page to open for each check.
      .setLegacyMode();
    if (colorScheme === 'dark') check.withRules(['color-contrast', 'link-in-text-block']);
    const { violations } = await check.analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      grave.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/**
 * Types as a keyboard-wedge scanner does: a burst that ends with Enter, wherever the focus is. The strokes
 * bear the times of a scanner's, so that a busy machine does not make it look like a person.
 */
export async function scan(page: Page, code: string) {
  const keyboard = await page.context().newCDPSession(page);
  const start = Date.now() / 1000;
  const strokes = [...code].map((key) => ({ key, text: key, windowsVirtualKeyCode: key.charCodeAt(0) }));
  const all = [...strokes, { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }];
  await Promise.all(
    all.flatMap(({ text, ...stroke }, at) => {
      const timestamp = start + at * 0.008;
      return [
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, text, ...stroke }),
        keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, ...stroke }),
      ];
    }),
  );
  await keyboard.detach();
}

/** Types at a person's pace, which the page tells from a scanner's. */
export const typeByHand = (page: Page, text: string) => page.keyboard.type(text, { delay: 110 });

/** Nothing of the page lies beyond the right edge of the screen. */
export async function expectNoSidewaysScroll(page: Page) {
  const [needed, there] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(needed).toBeLessThanOrEqual(there!);
}

/** A stroke across the element: with a finger where the screen has touch, else with the mouse. */
export async function drawAcross(page: Page, element: Locator) {
  await element.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await element.boundingBox())!;
  const path = Array.from({ length: 12 }, (_, at) => ({
    x: x + (width * (at + 2)) / 16,
    y: y + height * (0.5 + 0.3 * Math.sin(at)),
  }));
  if (await page.evaluate(() => navigator.maxTouchPoints > 0)) {
    const touch = await page.context().newCDPSession(page);
    for (const [at, point] of path.entries())
      await touch.send('Input.dispatchTouchEvent', {
        type: at === 0 ? 'touchStart' : 'touchMove',
        touchPoints: [point],
      });
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await touch.detach();
    return;
  }
  await page.mouse.move(path[0]!.x, path[0]!.y);
  await page.mouse.down();
  for (const point of path.slice(1)) await page.mouse.move(point.x, point.y);
  await page.mouse.up();
}
