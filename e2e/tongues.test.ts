import type { Page } from '@playwright/test';
import { enter, expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

const API = '/external/api/rest/v2';

/** A clerk of the demo whom no other journey knows: a language belongs to a person, on every device. */
async function newClerk(page: Page) {
  await signInAs(page, /, admin$/, '/profile');
  const headers = { origin: new URL(page.url()).origin };
  const send = async (method: string, path: string, data?: unknown) => {
    const answer = await page.request.fetch(API + path, { method, data, headers });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as {
      id: number;
      permissions?: { center: { id: number; module: string } }[];
    };
  };
  const { permissions } = await send('GET', '/users/me');
  const center = permissions!.find((one) => one.center.module === 'mail')!.center.id;
  const email = `amal.${Date.now()}@atrium.example`;
  const { id } = await send('POST', '/users', { firstName: 'Amal', lastName: 'Haddad', email });
  const password = 'a long enough password';
  await send('PUT', `/users/${id}`, { password });
  await send('PUT', `/users/${id}/permissions`, [{ role: 'OPERATOR', center: { id: center } }]);
  return { email, password };
}

test('a clerk works in Arabic, on every device, and goes back to English', async ({ page }) => {
  const clerk = await newClerk(page);
  const html = page.locator('html');
  await enter(page, clerk, '/profile');
  await expect(html).toHaveAttribute('lang', 'en');

  await test.step('the profile switches, and the page runs from right to left', async () => {
    await page.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'العربية' }).click();
    await expect(html).toHaveAttribute('dir', 'rtl');
    await expect(html).toHaveAttribute('lang', 'ar');
  });

  await test.step('dense views fit and can be read', async () => {
    for (const address of ['/mail', '/bookings', '/people']) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
  });

  await test.step('another device knows it once somebody is signed in there', async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await expect(html).toHaveAttribute('dir', 'ltr');
    await page.getByLabel('E-mail').fill(clerk.email);
    await page.getByLabel('Password', { exact: true }).fill(clerk.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(html).toHaveAttribute('dir', 'rtl');
  });

  await test.step('back to English by the menu of the account', async () => {
    await page.locator('[aria-haspopup=menu]').last().click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await expect(html).toHaveAttribute('dir', 'ltr');
    await expect(page.getByRole('button', { name: /^Your account/ })).toBeVisible();
  });
});
