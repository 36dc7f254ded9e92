import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test as base } from '@playwright/test';
import config from '../playwright.config.ts';
import { drawCode, filmOf } from './drawn-codes.ts';
import { buildFixtures, type FixtureSite, serveFixtures } from './fixture-site.ts';
import { sharedFolder } from './shared.ts';

/** What the camera of these tests films, in this order. */
export const filmed = [
  { format: 'Code128', text: '1Z999AA10123456784', bcid: 'code128', options: { scale: 2 } },
  { format: 'QRCode', text: 'https://example.com/item/42', bcid: 'qrcode', options: { scale: 5 } },
  { format: 'DataMatrix', text: 'DM-000123', bcid: 'datamatrix', options: { scale: 8 } },
  { format: 'PDF417', text: 'PDF417 ON A LABEL 0042', bcid: 'pdf417', options: { scale: 2 } },
] as const;

type OpenOptions = {
  /** Switches of Chromium. */
  args?: string[];
  /** Runs in the page before its own scripts. */
  before?: () => void;
  /** Addresses that do not answer, until `page.unroute`. */
  lacking?: RegExp;
  /** Another name for the server, one that is no trusted address. */
  host?: string;
};

/** Tests on the pages in fixtures/. Cameras are switches of the browser, so each test starts its own. */
export const test = base.extend<
  { open: (page: string, options?: OpenOptions) => Promise<Page> },
  { site: FixtureSite; film: string }
>({
  site: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await serveFixtures(await sharedFolder('fixtures', buildFixtures));
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  film: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = await sharedFolder('film', async (place) => {
        const codes = filmed.map(({ bcid, text, options }) => drawCode(bcid, text, options));
        await writeFile(join(place, 'film.mjpeg'), await filmOf(await Promise.all(codes)));
      });
      await use(join(folder, 'film.mjpeg'));
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  open: async ({ site }, use, info) => {
    const browsers: Browser[] = [];
    const complaints: string[] = [];
    const { viewport, isMobile, hasTouch, locale } = info.project.use;
    await use(async (path, { args = [], before, lacking, host } = {}) => {
      const { launchOptions } = config.use ?? {};
      const browser = await chromium.launch({
        ...launchOptions,
        args: [...(launchOptions?.args ?? []), ...args],
      });
      browsers.push(browser);
      const devices = {
        viewport: viewport ?? null,
        isMobile: isMobile ?? false,
        hasTouch: hasTouch ?? false,
      };
      const context = await browser.newContext({ ...devices, ...(locale && { locale }) });
      const page = await context.newPage();
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      if (lacking) await page.route(lacking, (route) => route.abort());
      if (before) await page.addInitScript(before);
      await page.goto(`${host ? site.url.replace('127.0.0.1', host) : site.url}/${path}`);
      return page;
    });
    await Promise.all(browsers.map((browser) => browser.close()));
    // A file that a test withheld is logged by Chromium itself.
    expect(complaints.filter((text) => !/net::ERR_FAILED/.test(text))).toEqual([]);
  },
});
