import type { Page } from '@playwright/test';
import { expect, scan, signInAs, test } from './fixtures.ts';

const row = (page: Page, text: string) => page.getByRole('grid').getByRole('row').filter({ hasText: text });
const checkedIn = (page: Page) => page.getByRole('link', { name: /^Checked in/ });
const countOf = async (page: Page) => Number((await checkedIn(page).innerText()).replaceAll(/\D/g, ''));
let serial = 0;
const freshNumber = () => `TWO CLERKS ${Date.now()} ${(serial += 1)}`;

async function checkIn(page: Page, number: string) {
  await page.goto('/mail/scan');
  await expect(page.getByRole('textbox', { name: 'Scan or type a tracking number' })).toBeFocused();
  await scan(page, number);
  await page.getByRole('button', { name: 'Check in 1 parcel' }).click();
  await expect(page.getByText('1 checked in.')).toBeVisible();
}

test('what one checks in stands in the other’s queue at once', async ({ page, colleague }) => {
  const number = freshNumber();
  await signInAs(page, /, clerk$/);
  await signInAs(colleague, /, manager$/);
  await colleague.goto('/mail');
  await expect(row(colleague, '1').first()).toBeVisible();
  const before = await countOf(colleague);

  // Both browsers run on one machine, so their clocks agree.
  const seen = colleague.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('[role=grid]')?.textContent.includes(text)) return;
          watch.disconnect();
          resolve(Date.now());
        };
        const watch = new MutationObserver(look);
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    number,
  );
  const answered = page
    .waitForResponse((response) => response.url().endsWith('/mail/items/checkin'))
    .then((response) => response.request().timing());
  await checkIn(page, number);
  const { startTime } = await answered;
  const took = Math.round((await seen) - startTime);
  test.info().annotations.push({ type: 'check-in to the colleague’s row', description: `${took} ms` });
  expect(took).toBeLessThan(15_000);
  await expect.poll(() => countOf(colleague)).toBe(before + 1);
  // Somebody else's change is pointed out.
  await expect(row(colleague, number)).toBeVisible();

  await row(colleague, number).getByRole('checkbox').check();
  await colleague
    .getByRole('toolbar', { name: 'Selected parcels' })
    .getByRole('button', { name: 'Deliver' })
    .click();
  const dialog = colleague.getByRole('dialog');
  await dialog
    .getByRole('combobox', { name: 'Who collects' })
    .or(dialog.getByRole('textbox', { name: 'Who collects' }))
    .fill('A neighbour');
  await colleague.getByRole('option', { name: /A neighbour/ }).click();
  await page.getByRole('link', { name: 'Show the queue' }).click();
  await expect(row(page, number)).toBeVisible();
  await dialog.getByRole('button', { name: 'Deliver 1 parcel' }).click();
  await expect(row(page, number)).toHaveCount(0);
  await expect.poll(() => countOf(page)).toBe(before);
});

/** Opens the parcel's page by its number and begins to edit. */
async function beginEdit(page: Page, number: string) {
  await page.goto(`/mail?search=${encodeURIComponent(number)}`);
  await row(page, number).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  return page.getByRole('form', { name: 'Edit' });
}

test('the later of two edits is told, and keeps what was typed', async ({ page, colleague }) => {
  const number = freshNumber();
  await signInAs(page, /, clerk$/);
  await signInAs(colleague, /, manager$/);
  await checkIn(page, number);

  const theirs = await beginEdit(colleague, number);
  await theirs.getByRole('textbox', { name: 'Sender' }).fill('Typed by Marek');
  await theirs.getByRole('textbox', { name: 'Recipient on the label' }).fill('Someone at Legal');
  const mine = await beginEdit(page, number);
  await mine.getByRole('textbox', { name: 'Sender' }).fill('Saved by Clara');
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine).toBeHidden();

  const notice = theirs.getByRole('alert');
  await expect(notice).toContainText('Clara Lindqvist changed this parcel');
  await expect(notice).toContainText('Saved by Clara');
  await expect(theirs.getByRole('textbox', { name: 'Sender' })).toHaveValue('Typed by Marek');
  await expect(theirs.getByRole('textbox', { name: 'Recipient on the label' })).toHaveValue(
    'Someone at Legal',
  );
  await notice.getByRole('button', { name: 'Save mine over it' }).click();
  await expect(theirs).toBeHidden();
  await expect(page.getByText('Typed by Marek')).toBeVisible();
  await expect(page.getByText('Someone at Legal').last()).toBeVisible();
});

test('an edit that heard of nothing is refused, and keeps what was typed', async ({ page, colleague }) => {
  const number = freshNumber();
  await signInAs(page, /, clerk$/);
  // This browser's stream of changes is cut off, as by a proxy that buffers.
  await colleague.route('**/rest/v2/events', (route) => route.abort());
  await signInAs(colleague, /, manager$/);
  await checkIn(page, number);

  const theirs = await beginEdit(colleague, number);
  await theirs.getByRole('textbox', { name: 'Sender' }).fill('Typed by Marek');
  const mine = await beginEdit(page, number);
  await mine.getByRole('textbox', { name: 'Sender' }).fill('Saved by Clara');
  await mine.getByRole('button', { name: 'Save' }).click();
  await expect(mine).toBeHidden();

  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(theirs.getByRole('alert')).toContainText('Saved by Clara');
  await expect(theirs.getByRole('textbox', { name: 'Sender' })).toHaveValue('Typed by Marek');
  await theirs.getByRole('button', { name: 'Take theirs' }).click();
  await expect(theirs.getByRole('textbox', { name: 'Sender' })).toHaveValue('Saved by Clara');
});
