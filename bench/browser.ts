import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { ADMIN } from '../test/service.ts';

/** Playwright's own browser when it is there, else the system's. */
export const launch = () => {
  const own = existsSync(chromium.executablePath());
  return chromium.launch(own ? {} : { executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium' });
};

export async function signIn(page: Page, url: string) {
  await page.goto(`${url}/sign-in`);
  await page.locator('input[name=email]').fill(ADMIN.email);
  await page.locator('input[name=password]').fill(ADMIN.password);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/mail');
}

/** From the click on a link of the page to the painted frame that has `count` elements of the selector, in ms. */
export const clickToPaint = (page: Page, href: string, selector: string, count: number) =>
  page.evaluate(
    ([to, wanted, many]) =>
      new Promise<number>((resolve) => {
        const clicked = performance.now();
        const painted = new MessageChannel();
        painted.port1.onmessage = () => resolve(performance.now() - clicked);
        const watch = new MutationObserver(() => {
          if (document.querySelectorAll(wanted).length < many) return;
          watch.disconnect();
          // A message posted from the frame's callback arrives once the frame has been laid out and painted.
          requestAnimationFrame(() => painted.port2.postMessage(undefined));
        });
        watch.observe(document.body, { subtree: true, childList: true });
        document.querySelector<HTMLElement>(`a[href="${to}"]`)!.click();
      }),
    [href, selector, count] as const,
  );

/** Opens a screen from another one by a link, again and again; the first time, which loads it, is left out. */
export async function mounts(page: Page, from: string, href: string, selector: string, count: number) {
  const link = page.locator(`a[href="${href}"]`).first();
  await page.goto(from);
  await link.waitFor();
  const took: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    took.push(await clickToPaint(page, href, selector, count));
    await page.goBack();
    await link.waitFor();
  }
  return took.slice(1);
}
