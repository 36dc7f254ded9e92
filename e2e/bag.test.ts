import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, scan, signInAs, test } from './fixtures.ts';

const numbers = (start: number) => [1, 2, 3].map((at) => `BAGGED ${start} ${at}`);
const parcels = (page: Page) => page.getByRole('list', { name: 'Parcels' }).getByRole('listitem');

async function checkIn(page: Page, codes: readonly string[], center: string) {
  await page.goto('/mail/scan');
  await expect(page.getByRole('textbox', { name: 'Scan or type a tracking number' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Center' }).selectOption(center);
  // The choice has the focus, and a scan is heard all the same.
  for (const code of codes) {
    await scan(page, code);
    await expect(page.getByRole('list', { name: 'Scanned parcels' })).toContainText(code);
  }
  await page.getByRole('button', { name: /^Check in \d+ parcel/ }).click();
  await expect(page.getByText(`${codes.length} checked in.`)).toBeVisible();
}

test('a bag goes to another center; what is missing at its end is shown until it is found', async ({
  page,
  colleague,
}) => {
  const codes = numbers(Date.now());
  const lost = codes[2]!;
  await signInAs(page, /, clerk$/);
  await signInAs(colleague, /, manager$/);
  await checkIn(page, codes, 'Mail Center Rotterdam');

  const tag = await test.step('is filled by scans and sent', async () => {
    await page.goto('/mail/bags');
    await page.getByRole('button', { name: 'New bag' }).click();
    const dialog = page.getByRole('dialog', { name: 'New bag' });
    await dialog.getByRole('combobox', { name: 'From center' }).selectOption('Mail Center Rotterdam');
    await dialog.getByRole('combobox', { name: 'To center' }).selectOption('Mail Center Gdańsk');
    await dialog.getByRole('button', { name: 'Begin the bag' }).click();
    await expect(page.getByText('Nothing in this bag yet')).toBeVisible();
    for (const [at, code] of codes.entries()) {
      await scan(page, code);
      await expect(parcels(page)).toHaveCount(at + 1);
    }
    await scan(page, lost);
    await expect(page.getByRole('status').getByText(`${lost} is in this bag already.`)).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    const code = await page.getByRole('heading', { name: /^BAG-\d{6}/ }).innerText();
    await page.getByRole('button', { name: 'Send 3 parcels' }).click();
    await expect(page.getByText('On the way').first()).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send 3 parcels' })).toHaveCount(0);
    return /^BAG-\d{6}/.exec(code)![0];
  });

  await test.step('is received at the other end by what is found in it', async () => {
    await colleague.goto('/mail/bags?state=sent');
    await colleague.getByRole('link', { name: new RegExp(`^${tag}`) }).click();
    await expect(parcels(colleague)).toHaveCount(3);
    for (const [at, code] of codes.slice(0, 2).entries()) {
      await scan(colleague, code);
      await expect(colleague.locator('[data-found]')).toHaveCount(at + 1);
    }
    await scan(colleague, 'SOMETHING ELSE');
    await expect(colleague.getByText('SOMETHING ELSE is not in this bag.')).toBeVisible();
    await expectAccessible(colleague);
    await colleague.getByRole('button', { name: 'Receive 2, 1 missing' }).click();
    await expect(colleague.getByText(`${tag}: 2 parcels received at Mail Center Gdańsk.`)).toBeVisible();
  });

  await test.step('both ends see what is missing', async () => {
    for (const end of [colleague, page]) {
      await expect(end.getByText('1 parcel was not found')).toBeVisible();
      await expect(parcels(end).filter({ hasText: 'Not found' })).toHaveCount(1);
      await expect(parcels(end).filter({ hasText: lost })).toContainText('Not found');
    }
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.goto('/mail/bags?state=received');
    await expect(page.getByRole('link', { name: new RegExp(`^${tag}`) })).toContainText('1 missing');
  });

  await test.step('until a scan finds it', async () => {
    await checkIn(colleague, [lost], 'Mail Center Gdańsk');
    await expect(page.getByRole('link', { name: new RegExp(`^${tag}`) })).not.toContainText('missing');
  });
});
