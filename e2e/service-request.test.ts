import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

/** From the list to the form of a type, by a word of its name. */
async function choose(page: Page, words: string, type: string) {
  await page.goto('/requests/new');
  await page.getByRole('searchbox', { name: 'What do you need?' }).fill(words);
  await page.getByRole('button', { name: type }).click();
  await expect(page.getByRole('form', { name: type })).toBeVisible();
}

test(
  'somebody asks from a phone with a photograph, follows the clock, comments, and cancels another',
  { tag: '@phone' },
  async ({ page }) => {
    await signInAs(page, /, employee$/);
    await choose(page, 'flick', 'Light flickers');
    await expect(page.getByText(/is the earliest that can be promised/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Note' }).fill('Right above my desk');
    // Larger than what is sent: the phone makes it smaller first.
    const lamp = { width: 4000, height: 3000, channels: 3, background: '#8a8378' } as const;
    const photograph = await sharp({ create: lamp }).jpeg().toBuffer();
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: photograph });
    await expect(page.getByRole('img', { name: 'Photograph 1' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Send request' }).click();

    const request = page.getByRole('dialog', { name: 'Light flickers' });
    await expect(request.getByRole('link', { name: 'Photograph 1' })).toBeVisible();
    await expect(request.getByText(/^Due /)).toBeVisible();
    await request.getByText('How the time is counted').click();
    await expect(request.getByText(/Promised within .* of opening hours/)).toBeVisible();
    await request.getByRole('textbox', { name: 'Comment' }).fill('I am here until four');
    await request.getByRole('button', { name: 'Send comment' }).click();
    await expect(request.getByRole('listitem').filter({ hasText: 'I am here until four' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await choose(page, 'bin', 'Bin is full');
    await page.getByRole('button', { name: 'Send request' }).click();
    const other = page.getByRole('dialog', { name: 'Bin is full' });
    await other.getByRole('button', { name: 'Cancel request' }).click();
    const confirm = page.getByRole('dialog', { name: 'Cancel this request?' });
    await confirm.getByRole('button', { name: 'Cancel request' }).click();
    await expect(page.getByText('Request cancelled')).toBeVisible();
    await expect(other).toHaveCount(0);
    await expect(page).toHaveURL(/\/requests\/mine$/);
  },
);
