import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startService } from '../test/service.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

type Own = { outbox: () => Promise<string[]>; stop: () => Promise<void>; start: () => Promise<void> };

/** An empty server of the test's own, without the demo, that can be stopped and started again. */
const ownTest = test.extend<{ own: Own & { url: string } }>({
  // oxlint-disable-next-line no-empty-pattern
  own: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'atrium-journey-'));
    let service = await startService({ DATA_DIR: dataDir });
    const { url } = service;
    await use({
      url,
      async outbox() {
        const names = await readdir(join(dataDir, 'outbox')).catch(() => []);
        const mails = names.filter((name) => name.endsWith('.eml')).sort();
        return Promise.all(mails.map((name) => readFile(join(dataDir, 'outbox', name), 'utf8')));
      },
      stop: async () => void (await service.stop()),
      async start() {
        service = await startService({ DATA_DIR: dataDir, PORT: new URL(url).port });
      },
    });
    await service.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  baseURL: async ({ own }, use) => use(own.url),
});

const EMAIL = 'grace@northwind.example';
const FIRST = 'first long password';
const SECOND = 'Zażółć gęślą jaźń';

async function register(page: Page) {
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Register your company' }).click();
  await page.getByLabel('Company').fill('Northwind & Söhne');
  await page.getByLabel('First name').fill('Grace');
  await page.getByLabel('Last name').fill('Østergård');
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(FIRST);
  await page.getByLabel('Country').selectOption({ label: 'Poland' });
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('heading', { name: 'Get started' })).toBeVisible();
}

async function signOut(page: Page) {
  await page.getByRole('button', { name: /^Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Atrium' })).toBeVisible();
}

async function signIn(page: Page, password: string) {
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

ownTest('registers, forgets the password, chooses a new one', async ({ page, own }) => {
  await ownTest.step('registers a company and is led through what to set up', async () => {
    await page.goto('/register');
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByLabel('Company')).toBeFocused();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await register(page);
    await expect(page.getByText('0 of 7 done')).toBeVisible();
    await expectAccessible(page);
    await signOut(page);
  });

  await ownTest.step(
    'no demo accounts are offered; a wrong password is refused with a sentence',
    async () => {
      await signIn(page, 'not my password');
      await expect(page.getByRole('alert')).toContainText('do not match');
      await expect(page.getByRole('heading', { name: /demo/ })).toHaveCount(0);
      await expect(page.getByLabel('E-mail')).toHaveValue(EMAIL);
    },
  );

  await ownTest.step('gets a link by mail, and chooses a new password', async () => {
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    // The sign-in page has a field of the same name.
    await expect(page.getByRole('heading', { name: 'Get a new password' })).toBeVisible();
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('heading', { name: 'Look into your inbox' })).toBeVisible();
    await expect.poll(async () => (await own.outbox()).length).toBe(1);
    const [mail] = await own.outbox();
    expect(mail).toContain(`To: ${EMAIL}`);
    // Quoted-printable breaks long lines with "=" and writes "=" as "=3D".
    const text = mail!.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    const link = /http\S+reset-password\?token=[\w-]+/.exec(text)![0];
    expect(new URL(link).origin).toBe(own.url);
    await page.goto(link);
    await expectAccessible(page);
    await page.getByLabel('New password', { exact: true }).fill(SECOND);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByRole('heading', { name: 'Your password is changed' })).toBeVisible();
    // The link works once.
    await page.goto(link);
    await page.getByLabel('New password', { exact: true }).fill('yet another one');
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByRole('heading', { name: 'This link is no longer good' })).toBeVisible();
  });

  await ownTest.step('signs in with the new one only, and lands where the address said', async () => {
    await page.goto('/profile');
    await expect(page).toHaveURL(/sign-in/);
    await signIn(page, FIRST);
    await expect(page.getByRole('alert')).toContainText('do not match');
    await signIn(page, SECOND);
    await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  });

  await ownTest.step('changes the profile, and takes it back', async () => {
    await page.getByLabel('Phone', { exact: true }).fill('+48 58 555 01 02');
    await page.getByLabel('Known as').fill('Gracie');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save changes' }).click();
    await expect(page.getByText('Profile saved')).toBeVisible();
    await page.reload();
    await expect(page.getByLabel('Phone', { exact: true })).toHaveValue('+48 58 555 01 02');
    await expect(page.getByLabel('Known as')).toHaveValue('Gracie');
    await page.getByLabel('Known as').fill('Admiral');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByLabel('Known as')).toHaveValue('Gracie');
  });

  await ownTest.step('remembers the dark', async () => {
    await page.getByRole('button', { name: /^Your account/ }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    const html = page.locator('html');
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await page.reload();
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
    await signOut(page);
    await expect(html).toHaveAttribute('data-mantine-color-scheme', 'dark');
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Sign in to Atrium' })).toBeVisible();
  });
});

ownTest('says when the server cannot be reached, and when it is back', async ({ page, own }) => {
  await register(page);
  await page.goto('/profile');
  await page.getByLabel('Phone', { exact: true }).fill('+48 1');
  await own.stop();
  const notice = page.getByText('The server cannot be reached. Atrium keeps trying');
  await expect(notice).toBeVisible();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expect(page.getByLabel('Phone', { exact: true })).toHaveValue('+48 1');
  await own.start();
  await expect(notice).toBeHidden({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Profile saved')).toBeVisible();
});

test('an address that leads nowhere offers a way on', async ({ page }) => {
  await signInAs(page, /, clerk$/, '/no/such/place');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Go to the start page' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Hello, / })).toBeVisible();
  await page.goto('/mail/999999999');
  await expect(page.getByRole('heading', { name: 'There is no such parcel' })).toBeVisible();
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mail desk' })).toBeVisible();
});

test('an employee sees their own parcels, and nothing of the desk', async ({ page }) => {
  await signInAs(page, /, employee$/);
  await expect(page.getByRole('heading', { name: 'Hello, Emi' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Your parcels' })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await expect(page.getByRole('link', { name: /Mail desk|Check in|Hand over/ })).toHaveCount(0);

  await page.goto('/mail/scan');
  await expect(page).toHaveURL(/\/parcels$/);
  await expect(page.getByRole('heading', { name: 'My parcels' })).toBeVisible();
  await expect(page.getByRole('checkbox')).toHaveCount(0);

  const parcels = await page.request.get('/external/api/rest/v2/mail/items?limit=500');
  const items = (await parcels.json()) as {
    id: number;
    toUser?: { name: string };
    deliverTo?: { name: string };
  }[];
  expect(items.length).toBeGreaterThan(0);
  for (const { toUser, deliverTo } of items) expect([toUser?.name, deliverTo?.name]).toContain('Emi Tanaka');
  await page.goto(`/mail/${items[0]!.id}`);
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Deliver|Edit|Add comment|More actions/ })).toHaveCount(0);
});
