import { expect, type Page, test as base } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './fixtures.ts';
import { buildFixtures, type FixtureSite, serveFixtures } from './fixture-site.ts';
import { sharedFolder } from './shared.ts';

const test = base.extend<{ open: (query?: string) => Promise<Page> }, { site: FixtureSite }>({
  site: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await serveFixtures(await sharedFolder('fixtures', buildFixtures));
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  open: async ({ page, site }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await use(async (query = '') => {
      await page.goto(`${site.url}/timeline.html?${query}`);
      await page.getByRole('heading', { name: 'Bookings' }).waitFor();
      return page;
    });
    expect(complaints).toEqual([]);
  },
});

const bar = (page: Page, name: RegExp) => page.getByRole('gridcell', { name }).first();
const at = (time: string) => Date.parse(`2026-03-03T${time}:00+01:00`);
type Call = { id?: string; rowId?: string; start?: number; end?: number; open?: string };
const callsOf = (page: Page) => page.evaluate(() => (globalThis as unknown as { calls: Call[] }).calls);
const boxOf = async (page: Page, name: RegExp) => {
  const { x, y, width, height } = (await bar(page, name).boundingBox())!;
  return { x: x + width / 2, y: y + height / 2, left: x, right: x + width, width };
};
/** Pixels of an hour, by the bar that lasts one. */
const review = /^Design review, yours, .*, Room 2\.01,/;

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
}

test.describe('with the mouse', { tag: '@desk' }, () => {
  test('moves to another row, resizes, creates and opens', async ({ open }) => {
    const page = await open('rows=4&bars=8');
    const { x, y, width } = await boxOf(page, review);
    await drag(page, { x, y }, { x: x + width * 1.5, y: y + 80 });
    await page.mouse.up();
    await expect(page.getByRole('status')).toHaveText(/^Moved to 10:30–11:30, Room 2\.03/);
    const there = await boxOf(page, /^Design review, yours, 10:30–11:30, Room 2\.03/);
    await drag(page, { x: there.right - 2, y: there.y }, { x: there.right - width / 2, y: there.y });
    await page.mouse.up();
    await expect(page.getByRole('status')).toHaveText(/^Changed to 10:30–11:00, Room 2\.03/);
    await drag(page, { x: x - width / 2 + 2, y }, { x: x + width / 4 - 2, y });
    await page.mouse.up();
    await expect(
      page.getByRole('gridcell', { name: /^New booking, yours, 09:00–09:45, Room 2\.01/ }),
    ).toBeVisible();
    await bar(page, /^Design review, yours, .*, Room 2\.03/).click();
    expect(await callsOf(page)).toEqual([
      { id: 'b0', rowId: 'r2', start: at('10:30'), end: at('11:30') },
      { id: 'b0', start: at('10:30'), end: at('11:00') },
      { rowId: 'r0', start: at('09:00'), end: at('09:45') },
      { open: 'b0' },
    ]);
  });

  test('shows a clash while dragging, refuses it, and Escape lets a drag be', async ({ open }) => {
    const page = await open('rows=4&bars=8');
    const { x, y, width } = await boxOf(page, review);
    await drag(page, { x, y }, { x: x + width * 2, y });
    await expect(page.getByText('Clashes with Stand-up')).toBeVisible();
    expect(
      await page.evaluate(
        ([px, py]) => getComputedStyle(document.elementFromPoint(px!, py!)!).cursor,
        [x + width * 2, y],
      ),
    ).toBe('not-allowed');
    await page.mouse.up();
    await expect(page.getByRole('status')).toHaveText('Clashes with Stand-up. Nothing was changed.');
    await drag(page, { x, y }, { x: x - width, y });
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(page.getByText('08:00–09:00', { exact: true })).toBeHidden();
    expect(await callsOf(page)).toEqual([]);
  });

  test('mirrors itself from right to left, and goes back when saving fails', async ({ open }) => {
    const page = await open('rows=4&bars=8&rtl&fail');
    const { x, y, width } = await boxOf(page, review);
    await drag(page, { x, y }, { x: x + width, y });
    await page.mouse.up();
    await expect(page.getByRole('status')).toHaveText(/^That was not saved\. Back to 09:00–10:00/);
    expect(await callsOf(page)).toEqual([{ id: 'b0', rowId: 'r0', start: at('08:00'), end: at('09:00') }]);
  });

  test('zoom keeps the middle', async ({ open }) => {
    const page = await open('rows=4&bars=8');
    const before = await boxOf(page, /^Stand-up.*Room 2\.01/);
    const middle = 208 + (1440 - 208) / 2;
    await page.getByRole('button', { name: 'Wider hours' }).click();
    const after = await boxOf(page, /^Stand-up.*Room 2\.01/);
    const ratio = (after.left - middle) / (before.left - middle);
    expect(ratio).toBeCloseTo(120 / 88, 1);
  });
});

test('moves and creates by keys', async ({ open }) => {
  const page = await open('rows=4&bars=8');
  await bar(page, review).focus();
  await page.keyboard.press('Alt+ArrowDown');
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('status')).toHaveText(/^09:30–10:30, Room 2\.02/);
  await page.keyboard.press('Enter');
  await expect(bar(page, /^Design review, yours, 09:30–10:30, Room 2\.02/)).toBeFocused();
  await expect
    .poll(() => callsOf(page))
    .toEqual([{ id: 'b0', rowId: 'r1', start: at('09:30'), end: at('10:30') }]);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(bar(page, /^New booking, yours, 09:30–10:15, Room 2\.01/)).toBeFocused();
});

test.describe('with a finger', { tag: '@phone' }, () => {
  const finger = async (page: Page) => {
    const touch = await page.context().newCDPSession(page);
    return (type: string, x?: number, y?: number) =>
      touch.send('Input.dispatchTouchEvent', {
        type: type as 'touchStart',
        touchPoints: x === undefined ? [] : [{ x, y: y! }],
      });
  };
  const scrolled = (page: Page) => page.getByRole('grid').evaluate((element) => element.scrollTop);

  test('a swipe scrolls', async ({ open }) => {
    const page = await open('rows=30&bars=30');
    const send = await finger(page);
    await send('touchStart', 230, 600);
    for (let y = 580; y >= 400; y -= 20) await send('touchMove', 230, y);
    await send('touchEnd');
    await expect.poll(() => scrolled(page)).toBeGreaterThan(60);
    expect(await callsOf(page)).toEqual([]);
  });

  test('a long press drags', async ({ open }) => {
    const page = await open('rows=30&bars=30');
    const send = await finger(page);
    const { x, y, width } = await boxOf(page, review);
    await send('touchStart', x, y);
    // The finger has rested long enough: the bar is in hand.
    await expect(page.locator('[data-pointing]')).toBeAttached();
    for (let step = 1; step <= 5; step += 1) await send('touchMove', x + (width * step) / 10, y + step * 10);
    await send('touchEnd');
    await expect(page.getByRole('status')).toHaveText(/^Moved to 09:30–10:30, Room 2\.02/);
    expect(await scrolled(page)).toBe(0);
    expect(await callsOf(page)).toEqual([{ id: 'b0', rowId: 'r1', start: at('09:30'), end: at('10:30') }]);
  });

  test('a tap opens a bar; on what is free it chooses, and again it creates', async ({ open }) => {
    const page = await open('rows=4&bars=8');
    const { x, y, width } = await boxOf(page, review);
    await page.touchscreen.tap(x, y);
    await page.touchscreen.tap(x + width * 0.75, y);
    await expect(page.getByRole('gridcell', { name: /^Free, 10:00–10:30, Room 2\.01/ })).toBeFocused();
    await page.touchscreen.tap(x + width * 0.75, y);
    await expect(bar(page, /^New booking, yours, 10:00–10:30/)).toBeVisible();
    expect(await callsOf(page)).toMatchObject([
      { open: 'b0' },
      { rowId: 'r0', start: at('10:00'), end: at('10:30') },
    ]);
  });
});

test('is found in order by axe, as day, week and list, and fits the screen', async ({ open, isMobile }) => {
  for (const query of ['rows=5&bars=15', 'week&bars=14&day=2026-10-24', 'list&rows=4&bars=10']) {
    const page = await open(query);
    await expectNoSidewaysScroll(page);
    if (isMobile)
      for (const one of (await page.locator('[data-bar], main button').all()).slice(0, 12))
        expect((await one.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await expectAccessible(page);
  }
});
