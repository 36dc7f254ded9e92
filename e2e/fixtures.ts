import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { startService } from '../test/service.ts';

/** Every journey runs against the built service with the demo organisation, one a worker. */
export const test = base.extend<object, { demoUrl: string }>({
  demoUrl: [
    // Playwright reads the names of its fixtures from this pattern; an empty one says there are none.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), 'atrium-journey-'));
      const service = await startService({ DATA_DIR: dataDir, DEMO: 'on' });
      await use(service.url);
      await service.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  baseURL: async ({ demoUrl }, use) => use(demoUrl),
  page: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(page);
    // A 4xx that the view handles is logged by Chromium itself.
    expect(complaints.filter((text) => !/status of 4\d\d/.test(text))).toEqual([]);
  },
});

export { expect };

/** Signs in with one tap, as the sign-in page offers it in demo mode. */
export async function signInAs(page: Page, role: RegExp) {
  await page.goto('/sign-in');
  await page.getByRole('button', { name: role }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** No serious or critical finding, in the light and in the dark. */
export async function expectAccessible(page: Page) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.waitForTimeout(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(
      grave.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    ).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Types as a keyboard-wedge scanner does: a burst that ends with Enter, wherever the focus is. */
export async function scan(page: Page, code: string) {
  await page.keyboard.type(code, { delay: 4 });
  await page.keyboard.press('Enter');
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
