import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';
import { demoCall } from './fixture-demo.ts';
import { bell, goTo, openPalette } from './shell-steps.ts';

// A manager's Monday begins with what waits for him; then come the figures, the lists behind them, and the news.

const waits = (page: Page) => page.getByRole('region', { name: 'Waits for you' });
const lines = (page: Page, kind: string) => waits(page).getByRole('listitem').filter({ hasText: kind });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });

/** The first answer of that name to something of that kind; answers what it is about. */
async function answerFirst(page: Page, kind: string, answer: 'Approve' | 'Decline') {
  const button = lines(page, kind)
    .first()
    .getByRole('button', { name: `${answer}: ` });
  const label = await button.getAttribute('aria-label');
  await button.click();
  return label!.slice(answer.length + 2);
}

/** Follows a figure of the page; answers what it counted. */
async function follow(page: Page, desk: string | RegExp, word: string) {
  const figure = page.getByRole('region', { name: desk }).first().getByRole('link', { name: word });
  const number = Number((await figure.innerText()).replaceAll(/\D/g, ''));
  await figure.click();
  return number;
}
const numberedButton = (page: Page, name: string, number: number) =>
  page.getByRole('button', { name: `${name} ${number}`, exact: true, pressed: true });

/** A parcel for him comes to the mail desk; answers its number. */
async function bringParcel(url: string) {
  const [clerk, manager] = [await demoCall(url, 'clerk'), await demoCall(url, 'manager')];
  const { id } = await manager<{ id: number }>('GET', '/users/me');
  const trackingNumber = `MONDAY ${Date.now()}`;
  await clerk('POST', '/mail/items/checkin', [{ trackingNumber, toUser: { id } }]);
  return trackingNumber;
}

test.beforeEach(async ({ page }) => {
  await signInAs(page, /, manager$/);
  await goTo(page, 'Home');
  await expect(waits(page).getByRole('listitem').first()).toBeVisible();
});

test('a manager decides what waits, the most urgent first', { tag: '@desk' }, async ({ page, baseURL }) => {
  await bringParcel(baseURL!);
  await waits(page)
    .getByRole('button', { name: /^Show all/ })
    .click();
  await expect(lines(page, 'to fetch')).toBeVisible();
  const texts = await waits(page).getByRole('listitem').allInnerTexts();
  expect(texts.length).toBeGreaterThan(7);
  // What is overdue, what is for today, what others wait for, and the rest.
  const order = texts.map((text) => {
    const rank = [/Overdue/, /Today/, /to approve/].findIndex((word) => word.test(text));
    return rank === -1 ? 3 : rank;
  });
  expect(order).toEqual(order.toSorted());
  expect(order).toContain(2);
  expect(order.at(-1)).toBe(3);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await test.step('approves a move, and takes that back', async () => {
    const name = await answerFirst(page, 'Move to approve', 'Approve');
    const answer = waits(page).getByRole('button', { name: `Approve: ${name}`, exact: true });
    await expect(page.getByText(`Approved: ${name}`)).toBeVisible();
    await expect(answer).toHaveCount(0);
    await undo(page).click();
    await expect(answer).toBeVisible();
  });

  await test.step('approves a booking and declines another with a word why; the figure counts down', async () => {
    const figure = page
      .getByRole('region', { name: 'Bookings today' })
      .getByRole('link', { name: 'to approve' });
    const before = Number.parseInt(await figure.innerText(), 10);
    const approved = await answerFirst(page, 'Booking to approve', 'Approve');
    await expect(page.getByText(`Approved: ${approved}`)).toBeVisible();
    await expect(figure).toHaveAccessibleName(`${before - 1} to approve`);
    const declined = await answerFirst(page, 'Booking to approve', 'Decline');
    const dialog = page.getByRole('dialog', { name: `Decline: ${declined}` });
    await dialog.getByRole('textbox', { name: 'Why' }).fill('The room is being painted.');
    await dialog.getByRole('button', { name: 'Decline' }).click();
    await expect(page.getByText(`Declined: ${declined}`)).toBeVisible();
    await expect(figure).toHaveAccessibleName(`${before - 2} to approve`);
  });
});

test('figures lead to lists that count the same', { tag: '@desk' }, async ({ page }) => {
  const open = await follow(page, 'Service requests', 'open');
  await expect(numberedButton(page, 'All open', open)).toBeVisible();
  await page.goBack();
  const late = await follow(page, 'Service requests', 'overdue');
  await expect(numberedButton(page, 'Past due', late)).toBeVisible();
  await page.goBack();
  const waiting = await follow(page, /^Mail desk/, 'waiting');
  const queue = page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: /^Checked in/ });
  await expect(queue).toHaveAttribute('aria-current', 'page');
  await expect(queue).toHaveText(new RegExp(`\\D${waiting}$`));
  await page.goBack();
  const asked = await follow(page, 'Bookings today', 'to approve');
  await expect(page.getByRole('heading', { level: 1, name: 'Approvals' })).toBeVisible();
  await expect(page.getByRole('main').getByText(String(asked), { exact: true }).first()).toBeVisible();
});

test(
  'works by the keyboard, keeps a filter for every device, and reads the news',
  { tag: '@desk' },
  async ({ page, colleague: laptop, baseURL }) => {
    await test.step('begins something from the palette', async () => {
      const palette = await openPalette(page, false);
      await expect(palette.getByRole('combobox')).toBeFocused();
      await page.keyboard.type('book a desk');
      await expect(palette.getByRole('option', { selected: true })).toContainText('Book a desk or a room');
      await expectAccessible(page);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1, name: 'Find a space' })).toBeVisible();
    });

    const name = `By DHL ${Date.now()}`;
    await test.step('saves a filter by name', async () => {
      await goTo(page, 'Mail desk');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('option', { name: 'Courier' }).click();
      await page.getByRole('option', { name: 'DHL' }).click();
      await expect(page).toHaveURL(/courierId=\d+/);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Saved', exact: true }).click();
      await page.getByRole('textbox', { name: 'Save these filters as' }).fill(name);
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    });

    await test.step('and has it on another device', async () => {
      await signInAs(laptop, /, manager$/, '/mail');
      await expect(laptop.getByRole('button', { name: /^Remove filter Courier/ })).toHaveCount(0);
      await laptop.getByRole('button', { name: 'Saved', exact: true }).click();
      await laptop.getByRole('button', { name, exact: true }).click();
      await expect(laptop.getByRole('button', { name: /^Remove filter Courier/ })).toBeVisible();
      await expect(laptop).toHaveURL(new RegExp(/courierId=\d+/.exec(page.url())![0]));
      await laptop.getByRole('button', { name: 'Saved', exact: true }).click();
      await laptop.getByRole('button', { name: `Delete ${name}` }).click();
      await expect(laptop.getByRole('button', { name, exact: true })).toHaveCount(0);
    });

    await test.step('asks which keys there are', async () => {
      await page.locator('main').click({ position: { x: 2, y: 2 } });
      await page.keyboard.press('?');
      const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      await expect(keys.getByRole('region', { name: 'On this page' })).toContainText('search', {
        ignoreCase: true,
      });
      await expect(keys.getByRole('region', { name: 'Everywhere' })).toContainText('Ctrl');
      await expect(keys.getByRole('region', { name: 'Go to' })).toContainText('Mail desk');
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(keys).toBeHidden();
      await page.keyboard.press('g');
      await page.keyboard.press('h');
      await expect(page.getByRole('heading', { level: 1, name: /^Hello/ })).toBeVisible();
    });

    await test.step('hears of a parcel at once, and puts the notice behind him', async () => {
      const trackingNumber = await bringParcel(baseURL!);
      await bell(page).click();
      const news = page.getByRole('dialog').getByRole('link', { name: trackingNumber });
      await expect(news).toHaveAccessibleName(/^Unread: /);
      await page.getByRole('dialog').getByRole('link', { name: 'All notices' }).click();
      const row = page.getByRole('grid').getByRole('row').filter({ hasText: trackingNumber });
      await row.getByRole('button', { name: 'Mark as read' }).click();
      await expect(row.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
    });
  },
);
