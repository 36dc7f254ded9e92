import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

// An administrator looks after the people, places and settings of the organisation; an employee reads them.

test('an administrator walks through people, places and settings', async ({ page }) => {
  await signInAs(page, /, admin$/);
  const places: [string, string | RegExp][] = [
    ['/people', 'People'],
    ['/people/chart', 'Organisation chart'],
    ['/people/roles', /Roles/],
    ['/places', 'Buildings'],
    ['/spaces', 'Spaces'],
    ['/spaces/types', /types/i],
    ['/cost-centers', 'Cost centers'],
    ['/contacts', 'Contacts'],
    ['/agreements', 'Agreements'],
    ['/imports/people', /Import/],
    ['/audit', /./],
    ['/settings', 'Settings'],
    ['/mail/figures', 'Figures'],
    ['/mail/notices', 'Messages'],
    ['/mail/alerts', 'Standing notes'],
    ['/parcels/messages', 'Messages about parcels'],
  ];
  for (const [address, title] of places)
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
});

test('a floor is read from its plan and from its list, and an employee changes neither', async ({ page }) => {
  await signInAs(page, /, employee$/);
  await page.goto('/floors/1');
  const plan = page.getByRole('listbox').or(page.getByRole('group')).first();
  await expect(plan).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await expect(page.getByRole('button', { name: /Edit/ })).toHaveCount(0);
  await page.goto('/settings');
  await expect(page).not.toHaveURL(/settings/);
});
