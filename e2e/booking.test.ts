import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

// An employee books a space, moves the booking and gives it up; a colleague who looks at the same day sees each of it
// without doing anything.

/** Alone on a machine it takes some 300 ms; a busy one takes its time. */
const SOON = 15_000;
/** A Monday so far ahead that nothing is booked yet; another one for each screen. */
const monday = (weeks: number) => {
  const day = new Date(Date.now() + weeks * 7 * 86_400_000);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};
const bar = (page: Page, name: RegExp) => page.getByRole('gridcell', { name });
async function openDay(page: Page, role: RegExp, date: string, search = '') {
  await signInAs(page, role, `/bookings?building=1&date=${date}&search=${search}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Bookings' })).toBeVisible();
}
async function cancel(page: Page) {
  await page.getByRole('button', { name: 'Cancel the booking' }).click();
  const dialog = page.getByRole('dialog').filter({ hasText: 'This cannot be taken back' });
  await dialog.getByRole('textbox', { name: /Reason/ }).fill('Working from home');
  await dialog.getByRole('button', { name: 'Cancel the booking' }).click();
  await expect(dialog).toBeHidden();
}

test(
  'books a desk by a press on the timeline, moves it and gives it up; a colleague sees it',
  { tag: '@desk' },
  async ({ page, colleague }) => {
    const date = monday(9);
    await openDay(page, /, employee$/, date);
    await openDay(colleague, /, manager$/, date, '1.D10');
    await page.getByRole('searchbox', { name: 'Search spaces' }).fill('1.D10');
    await expect(page).toHaveURL(/search=1.D10/);
    await expect(colleague.getByRole('gridcell', { name: /^Free/ }).first()).toBeAttached();
    await bar(page, /^Free, .*1\.D10/).click();
    const dialog = page.getByRole('dialog', { name: 'New booking' });
    await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue(/booking$/);
    await expectAccessible(page);
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Quiet hour');
    await dialog.getByLabel('From').fill('09:00');
    await dialog.getByLabel('To', { exact: true }).fill('09:30');
    await dialog.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(bar(page, /^Quiet hour, yours, 09:00–09:30/)).toBeVisible();
    await expect(colleague.getByRole('gridcell', { name: /^Quiet hour, 09:00–09:30/ })).toBeAttached({
      timeout: SOON,
    });

    await bar(page, /^Quiet hour/).focus();
    await page.keyboard.press('Alt+ArrowRight');
    await page.keyboard.press('Enter');
    await expect(colleague.getByRole('gridcell', { name: /^Quiet hour, 09:15–09:45/ })).toBeAttached();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(bar(page, /^Quiet hour, yours, 09:00–09:30/)).toBeVisible();

    await bar(page, /^Quiet hour/).press('Enter');
    await expect(page).toHaveURL(/booking=\d+/);
    await expect(page.getByRole('complementary', { name: 'Booking' })).toContainText('1.D10');
    await expect(page.getByRole('button', { name: 'Check in' })).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await cancel(page);
    await expect(bar(page, /^Quiet hour/)).toHaveCount(0);
    await expect(colleague.getByRole('gridcell', { name: /^Quiet hour/ })).toHaveCount(0, { timeout: SOON });
  },
);

test('books from the list on a phone, and gives it up', { tag: '@phone' }, async ({ page }) => {
  const date = monday(10);
  await openDay(page, /, employee$/, date);
  await page
    .getByRole('button', { name: /^Free 07:00.*: new$/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog', { name: 'New booking' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Phone hour');
  await expectNoSidewaysScroll(page);
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: /Phone hour/ }).click();
  await expect(page.getByRole('dialog')).toContainText('07:00');
  await cancel(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /Phone hour/ })).toHaveCount(0);
});

test(
  'checks in to what begins now, and out again; another sees both',
  { tag: '@desk' },
  async ({ page, colleague }) => {
    await signInAs(page, /, employee$/);
    const id = await page.evaluate(async (api) => {
      const call = async (path: string, body?: unknown) => {
        const init = body ? { method: 'POST', body: JSON.stringify(body) } : {};
        const answer = await fetch(api + path, { ...init, headers: { 'content-type': 'application/json' } });
        return answer.json();
      };
      const [startDate, endDate] = [Date.now(), Date.now() + 1_800_000];
      const times = `startDate=${startDate}&endDate=${endDate}&freeOnly=true&limit=1`;
      const [space] = (await call(`/reservations/availability?${times}`)) as { id: number }[];
      const user = (await call('/users/me')) as { id: number };
      const body = { startDate, endDate, room: { id: space!.id }, user: { id: user.id }, allDay: false };
      return ((await call('/reservations', { ...body, name: 'Right now' })) as { id: number }).id;
    }, '/external/api/rest/v2');
    for (const [one, role] of [
      [page, undefined],
      [colleague, /, manager$/],
    ] as const) {
      if (role) await signInAs(one, role);
      await one.goto(`/bookings?booking=${id}`);
    }
    const panel = colleague.getByRole('complementary', { name: 'Booking' });
    await expect(panel).toContainText('Nobody checked in');
    await page.getByRole('button', { name: 'Check in' }).click();
    await expect(panel).toContainText('In use', { timeout: SOON });
    await page.getByRole('button', { name: 'Check out' }).click();
    await expect(panel).toContainText('Over', { timeout: SOON });
  },
);
