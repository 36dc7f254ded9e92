import type { Page } from '@playwright/test';
import {
  drawAcross,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  scan,
  signInAs,
  test,
  typeByHand,
} from './fixtures.ts';
import { publishedNumber } from './tracking-numbers.ts';

const parcels = [
  { number: publishedNumber('ups'), courier: 'UPS' },
  { number: publishedNumber('canada_post'), courier: 'Canada Post' },
  { number: publishedNumber('dpd', 2), courier: 'DPD' },
  { number: publishedNumber('fedex'), courier: 'FedEx' },
  { number: publishedNumber('usps'), courier: 'United States Postal Service' },
] as const;
const [first, , , fourth, fifth] = parcels;

const scanned = (page: Page) => page.getByRole('list', { name: 'Scanned parcels' }).getByRole('listitem');
const rowOf = (page: Page, number: string) => scanned(page).filter({ hasText: number });
const queueRow = (page: Page, number: string) =>
  page.getByRole('grid').getByRole('row').filter({ hasText: number });

/** The newest row's recipient: arrow down, part of the name, Enter; on a phone with taps. */
async function pickNewestRecipient(page: Page, part: string, name: string, touch: boolean) {
  if (touch) await scanned(page).first().getByRole('button', { name: 'Add recipient' }).tap();
  else await page.keyboard.press('ArrowDown');
  await typeByHand(page, part);
  const option = page.getByRole('option', { name });
  await expect(option).toBeVisible();
  if (touch) await option.tap();
  else await page.keyboard.press('Enter');
  await expect(scanned(page).first()).toContainText(name);
}

test('scans, checks in, finds and delivers parcels', async ({ page, isMobile }) => {
  await signInAs(page, /, clerk$/);

  await test.step('scans wherever the focus is; couriers are known by the numbers', async () => {
    await page.getByRole('link', { name: 'Check in parcels' }).click();
    await expect(page.getByRole('textbox', { name: 'Scan or type a tracking number' })).toBeFocused();
    for (const [at, { number, courier }] of parcels.entries()) {
      if (at === 2) await page.locator(':focus').blur();
      await scan(page, number);
      await expect(scanned(page)).toHaveCount(at + 1);
      await expect(scanned(page).first()).toContainText(courier);
      await expect(scanned(page).first()).toContainText(number);
    }
  });

  await test.step('shows a second scan of one number and adds none', async () => {
    await scan(page, first.number);
    await expect(
      page.getByRole('status').filter({ hasText: `${first.number} is in the list already.` }),
    ).toBeVisible();
    await expect(scanned(page)).toHaveCount(parcels.length);
  });

  await test.step('picks recipients by part of a name in any script', async () => {
    await page.getByRole('textbox', { name: 'Scan or type a tracking number' }).focus();
    await pickNewestRecipient(page, 'פריד אלון', 'אלון פרידמן', isMobile);
    // Back in the scan box without a touch of the mouse.
    await expect(page.getByRole('textbox', { name: 'Scan or type a tracking number' })).toBeFocused();
    const slot = rowOf(page, fourth.number).getByRole('button', { name: 'Add recipient' });
    if (isMobile) await slot.tap();
    else {
      await slot.focus();
      await page.keyboard.press('Enter');
    }
    await typeByHand(page, 'łuc kraw');
    await expect(page.getByRole('option', { name: 'Łucja Krawczyk' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(rowOf(page, fourth.number)).toContainText('Łucja Krawczyk');
  });

  await test.step('checks all of them in at once', async () => {
    await expect(page.getByText('3 without a recipient: they go in as unknown.')).toBeVisible();
    if (isMobile) await page.getByRole('button', { name: 'Check in 5 parcels' }).tap();
    else await page.keyboard.press('Control+Enter');
    await expect(page.getByText('5 checked in.')).toBeVisible();
    await expect(scanned(page)).toHaveCount(0);
  });

  await test.step('is told of a parcel that is at the desk already', async () => {
    await scan(page, first.number);
    await expect(rowOf(page, first.number)).toContainText('Already here since');
    await expect(page.getByRole('button', { name: /^Check in \d/ })).toHaveCount(0);
    await page.getByRole('button', { name: `Remove ${first.number}` }).click();
  });

  await test.step('finds them in the queue', async () => {
    await page.getByRole('link', { name: 'Queues' }).click();
    for (const { number } of parcels) await expect(queueRow(page, number)).toBeVisible();
    await expect(queueRow(page, fifth.number)).toContainText('אלון פרידמן');
  });

  await test.step('hands two over against one signature, to somebody else', async () => {
    for (const { number } of [fourth, fifth]) await queueRow(page, number).getByRole('checkbox').check();
    await page
      .getByRole('toolbar', { name: 'Selected parcels' })
      .getByRole('button', { name: 'Deliver' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Deliver 2 parcels of 2 people' });
    await dialog.getByText('Somebody else').click();
    await dialog
      .getByRole('combobox', { name: 'Who collects' })
      .or(dialog.getByRole('textbox', { name: 'Who collects' }))
      .focus();
    await typeByHand(page, 'Zoë the courier');
    await page.getByRole('option', { name: 'Not in the directory: “Zoë the courier”' }).click();
    await drawAcross(page, dialog.getByRole('img', { name: /^Sign here/ }));
    await dialog.getByRole('textbox', { name: 'Note' }).fill('Both boxes were dry.');
    await dialog.getByRole('button', { name: 'Deliver 2 parcels' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('2 parcels delivered.')).toBeVisible();
    for (const { number } of [fourth, fifth]) await expect(queueRow(page, number)).toHaveCount(0);
  });

  await test.step('sees the proof in the history', async () => {
    await page.getByRole('link', { name: /^Delivered/ }).click();
    await queueRow(page, fifth.number).click();
    const step = page.getByRole('listitem').filter({ hasText: 'Zoë the courier' });
    await expect(step).toContainText('Both boxes were dry.');
    await expect(step).toContainText('Clara Lindqvist');
    const signature = step.getByRole('img', { name: 'Signature' });
    await signature.scrollIntoViewIfNeeded();
    await expect
      .poll(() => signature.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
  });
});

test('keeps filters, queue and open parcel in the address', async ({ page, isMobile }) => {
  await signInAs(page, /, clerk$/);
  const rows = page.getByRole('grid').getByRole('row');
  const chip = page.getByRole('button', { name: /^Remove filter Courier/ });

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('option', { name: 'Courier' }).click();
  await page.getByRole('option', { name: 'DHL' }).click();
  await expect(page).toHaveURL(/courierId=\d+/);
  await expect(chip).toBeVisible();
  await expect(rows.filter({ hasText: 'UPS' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'DHL' }).first()).toBeVisible();

  await page.getByRole('link', { name: /^Delivered/ }).click();
  await expect(page).toHaveURL(/courierId=\d+.*queue=OUT|queue=OUT.*courierId=\d+/);
  await page.reload();
  await expect(chip).toBeVisible();
  await expect(page.getByRole('link', { name: /^Delivered/ })).toHaveAttribute('aria-current', 'page');
  await expect(rows.filter({ hasText: 'DHL' }).first()).toBeVisible();

  const number = await rows
    .filter({ hasText: 'DHL' })
    .first()
    .locator('bdi')
    .filter({ hasText: /\d{8}/ })
    .innerText();
  await rows.filter({ hasText: number }).click();
  await expect(page).toHaveURL(isMobile ? /\/mail\/\d+/ : /item=\d+/);
  await page.reload();
  await expect(page.getByRole('heading', { name: number })).toBeVisible();
  await page.goBack();
  await expect(chip).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: /^Checked in/ })).toHaveAttribute('aria-current', 'page');
  await expect(chip).toBeVisible();
  await page.goBack();
  await expect(chip).toHaveCount(0);
});

const views: Record<string, (page: Page, touch: boolean) => Promise<void>> = {
  'the sign-in page': async (page) => {
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: /, clerk$/ })).toBeVisible();
  },
  'the queue': async (page) => {
    // As the page before offers it in demo mode, with one tap.
    await page.getByRole('button', { name: /, clerk$/ }).click();
    await expect(page).not.toHaveURL(/sign-in/);
    await page.goto('/mail');
    await page
      .getByRole('grid')
      .getByRole('checkbox', { name: /^Select \w/ })
      .nth(2)
      .check();
    await expect(page.getByRole('toolbar', { name: 'Selected parcels' })).toBeVisible();
  },
  'the scan screen': async (page, touch) => {
    await page.goto('/mail/scan');
    await expect(page.getByRole('heading', { name: 'Scan the first parcel' })).toBeVisible();
    await scan(page, publishedNumber('ups', 1));
    await scan(page, publishedNumber('dpd'));
    await expect(scanned(page)).toHaveCount(2);
    await pickNewestRecipient(page, 'נועה שפ', 'נועה שפירא', touch);
  },
  'a delivered parcel': async (page) => {
    await page.goto('/mail?queue=OUT');
    await page.getByRole('grid').getByRole('row').filter({ hasText: 'UPS' }).first().click();
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    await page.goto(page.url().replace(/mail\?.*item=/, 'mail/'));
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  },
  'the delivery': async (page) => {
    await page.goto('/mail');
    await page
      .getByRole('grid')
      .getByRole('checkbox', { name: /^Select \w/ })
      .nth(2)
      .check();
    await page.getByRole('toolbar').getByRole('button', { name: 'Deliver' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};
test('what a clerk sees is accessible and fits the screen', async ({ page, isMobile }) => {
  for (const [name, open] of Object.entries(views))
    await test.step(name, async () => {
      await open(page, isMobile);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
});
