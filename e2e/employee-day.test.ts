import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts';
import { demoCall, hire } from './fixture-demo.ts';
import { PASSWORD, signIn, type Worker } from './fixture-office.ts';
import { bell, goTo, openPalette, signOut } from './shell-steps.ts';

// Everything an employee does in a day, from the page that says what waits for her; her manager answers from his.

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** What somebody new has going: a desk from now on, and a parcel at the mail desk. */
async function arrange(url: string, employee: Worker) {
  const [startDate, endDate] = [Date.now(), Date.now() + 1_800_000];
  const times = `startDate=${startDate}&endDate=${endDate}&freeOnly=true&limit=1`;
  const [space] = await employee.call<{ id: number; name: string }[]>(
    'GET',
    `/reservations/availability?${times}`,
  );
  await employee.call('POST', '/reservations', {
    startDate,
    endDate,
    allDay: false,
    name: 'Arriving',
    room: { id: space!.id },
    user: { id: employee.id },
  });
  const clerk = await demoCall(url, 'clerk');
  const trackingNumber = `DAY ${employee.id}`;
  await clerk('POST', '/mail/items/checkin', [{ trackingNumber, toUser: { id: employee.id } }]);
  return { space: space!.name, parcel: trackingNumber };
}

/** A Tuesday and the day after it, more than a week ahead, of which the calendars of no country make two holidays. */
function twoDays(): [string, string] {
  const day = new Date(Date.now() + 8 * 86_400_000);
  const inDecember = () => day.getUTCMonth() === 11 || (day.getUTCMonth() === 0 && day.getUTCDate() < 8);
  while (day.getUTCDay() !== 2 || inDecember()) day.setUTCDate(day.getUTCDate() + 1);
  const next = new Date(day.getTime() + 86_400_000);
  return [day.toISOString().slice(0, 10), next.toISOString().slice(0, 10)];
}

async function signInByForm(page: Page, { email }: Worker) {
  await page.goto('/');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('an employee checks in, fetches, asks, takes leave and goes home', async ({
  page,
  colleague,
  baseURL,
  isMobile,
}) => {
  const manager = await hire(baseURL!, 'Bram Okonkwo');
  const employee = await hire(baseURL!, 'Nia Ndlovu', { manager: { id: manager.id } });
  const { space, parcel } = await arrange(baseURL!, employee);
  const waits = part(page, 'Waits for you');

  await test.step('her page says what waits, the booking before the parcel', async () => {
    await signInByForm(page, employee);
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nia' })).toBeVisible();
    await expect(waits.getByRole('listitem')).toHaveCount(2);
    await expect(waits.getByRole('listitem').first()).toContainText(space);
    await expect(waits.getByRole('listitem').last()).toContainText('1 parcel to fetch');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step('checks in where she reads of it', async () => {
    await waits.getByRole('button', { name: `Check in: ${space}` }).click();
    await expect(page.getByText(`Checked in at ${space}`)).toBeVisible();
    await expect(waits.getByRole('listitem')).toHaveCount(1);
    await expect(
      part(page, 'Your bookings').getByRole('button', { name: `Check out: ${space}` }),
    ).toBeVisible();
  });

  await test.step('shows the code that collects her parcel', async () => {
    await waits.getByRole('button', { name: 'Show code: Your parcels' }).click();
    const dialog = page.getByRole('dialog', { name: 'My code' });
    await expect(dialog.getByRole('img', { name: 'Your code for the mail desk' })).toBeVisible();
    await expect(dialog.getByText(/^P-[0-9A-Z]{12}$/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('asks for service, and finds its clock on her page', async () => {
    await part(page, 'Your requests').getByRole('link', { name: 'Ask for something' }).click();
    await page.getByRole('searchbox', { name: 'What do you need?' }).fill('flick');
    await page.getByRole('button', { name: 'Light flickers' }).click();
    const form = page.getByRole('form', { name: 'Light flickers' });
    await form.getByRole('combobox', { name: 'Space' }).fill(space);
    await page.getByRole('option', { name: space }).first().click();
    await form.getByRole('textbox', { name: 'Note' }).fill('Right above my desk');
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page).toHaveURL(/\/requests\/mine/);
    if (isMobile) {
      const sent = page.getByRole('dialog', { name: 'Light flickers' });
      await expect(sent.getByText(/^Due /)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(sent).toBeHidden();
    }
    await goTo(page, 'Home');
    await expect(part(page, 'Your requests').getByRole('listitem')).toContainText('Light flickers');
  });

  const leave = await test.step('asks for leave, and reads first what it means', async () => {
    const [from, until] = twoDays();
    await part(page, 'Your leave').getByRole('link', { name: 'Ask for leave' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ask for leave' });
    await dialog.getByRole('combobox', { name: 'Type' }).selectOption('Annual leave');
    await dialog.getByLabel('From', { exact: true }).fill(from);
    await dialog.getByLabel('Until, included').fill(until);
    const preview = dialog.getByRole('region', { name: 'What this means' });
    await expect(preview).toContainText(`${manager.name} decides.`);
    await expect(preview).toHaveAttribute('aria-busy', 'false');
    const words = await preview.innerText();
    const [, days] = /^(\d) working days? counts?\./m.exec(words)!;
    const [, before, after] = /Days left in \d{4}: (\d+) now, (\d+) after this leave\./.exec(words)!;
    expect(Number(days)).toBeGreaterThan(0);
    expect(Number(before) - Number(after)).toBe(Number(days));
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText(new RegExp(`^Asked for .*\\. ${manager.name} decides\\.$`))).toBeVisible();
    const year = from.slice(0, 4);
    if (year !== String(new Date().getFullYear()))
      await page.getByRole('button', { name: 'The year after' }).click();
    return page.getByRole('region', { name: `Leave in ${year}` }).getByRole('listitem');
  });

  await test.step('her manager approves it on his page', async () => {
    await expect(leave).toContainText(`Waits for ${manager.name}`);
    await signIn(colleague, manager);
    const his = part(colleague, 'Waits for you');
    await his.getByRole('button', { name: `Approve: ${employee.name}` }).click();
    await expect(colleague.getByText(`Approved: ${employee.name}`)).toBeVisible();
    await expect(his).toContainText('Nothing waits for you');
  });

  await test.step('she sees it and the bell says so, without a reload', async () => {
    await expect(leave).toContainText('Approved');
    await expect(bell(page)).toHaveAccessibleName(/unread notices?$/);
    await bell(page).click();
    const news = page.getByRole('dialog');
    await expect(news.getByRole('link', { name: parcel })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await news.getByRole('link', { name: /Your leave \(.+\) was approved\./ }).click();
    await expect(page).toHaveURL(/\/leave\?.*open=\d+/);
  });

  await test.step('finds a colleague by a few letters', async () => {
    // What is open lies over the whole of a phone.
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1, name: /^Hello, / })).toBeVisible();
    const palette = await openPalette(page, isMobile);
    await palette.getByRole('combobox').fill('clara lind');
    const found = palette.getByRole('option', { name: /^Clara Lindqvist/ });
    await expect(found).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Clara Lindqvist' })).toBeVisible();
  });

  await test.step('signs out', async () => {
    await signOut(page);
    await expect(page.getByRole('heading', { name: 'Sign in to Atrium' })).toBeVisible();
    await page.goto('/leave');
    await expect(page).toHaveURL(/sign-in/);
  });
});
