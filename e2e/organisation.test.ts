import { expect, expectAccessible, expectNoSidewaysScroll, signInAs, test } from './fixtures.ts';

// An administrator looks after the people, places and settings of the organisation; an employee reads them.

// On a phone, where every view has to fit.
test('an administrator walks through people, places and settings', { tag: '@phone' }, async ({ page }) => {
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
    ['/notices', 'Notices'],
    ['/notices/settings', 'Notice settings'],
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

test('an employee reads a floor from its plan and from its list, and changes neither', async ({ page }) => {
  await signInAs(page, /, employee$/, '/floors/1');
  const plan = page.getByRole('listbox', { name: /^Plan of/ });
  const list = page.getByRole('listbox', { name: 'Spaces of this floor' });
  await expect(plan.getByRole('option').first()).toBeAttached();
  expect(await plan.getByRole('option').count()).toBe(await list.getByRole('option').count());
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);

  await plan.locator('[tabindex="0"]').focus();
  await page.keyboard.press('PageDown');
  const walked = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/space=\d+/);
  const [name] = walked!.split(/[,:]/);
  await expect(list.getByRole('option', { selected: true })).toContainText(name!);
  await expect(plan.getByRole('option', { selected: true })).toHaveCount(1);

  await expect(page.getByRole('button', { name: 'Edit the plan' })).toHaveCount(0);
  for (const address of ['/settings', '/audit', '/imports/people']) {
    await page.goto(address);
    await expect(page.getByRole('heading', { name: /^Hello/ })).toBeVisible();
  }
});

test(
  'what an administrator writes down stands in the log, with who did it',
  { tag: '@desk' },
  async ({ page }) => {
    const company = `Lift Service ${Date.now()}`;
    await signInAs(page, /, admin$/, '/contacts');
    await page.getByRole('button', { name: 'New contact' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Company' }).fill(company);
    await dialog.locator('button[type=submit]').click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('grid')).toContainText(company);
    await page.goto('/audit');
    const line = page.getByRole('grid').getByRole('row').filter({ hasText: company });
    await expect(line).toContainText('Ada Okafor');
    await expect(line).toContainText('Added');
  },
);

test(
  'an administrator sets hours, switches a feature, takes a deactivation back and invites',
  { tag: '@desk' },
  async ({ page }) => {
    await signInAs(page, /, admin$/, '/settings?tab=centers');
    const undo = page.getByRole('button', { name: 'Undo' });

    await page.getByRole('button', { name: 'Copy Center' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Copy Center' });
    await form.getByRole('button', { name: 'Add hours on Saturday' }).focus();
    await page.keyboard.press('Enter');
    await expect(form.getByLabel('Saturday, span 1, from')).toHaveValue('08:00');
    await form.getByRole('button', { name: 'Save' }).focus();
    await page.keyboard.press('Enter');
    await expect(undo).toBeVisible();
    await page.reload();
    await expect(form.getByLabel('Saturday, span 1, until')).toHaveValue('18:00');

    await page.goto('/settings?tab=features');
    const contacts = page.getByRole('switch', { name: 'Contacts' });
    for (const on of [false, true]) {
      await contacts.focus();
      await page.keyboard.press('Space');
      await expect(contacts).toBeChecked({ checked: on });
      await expect(contacts).not.toHaveAttribute('aria-busy');
      await expect(contacts).toBeFocused();
    }

    await page.goto('/people/50');
    const deactivate = page.getByRole('button', { name: 'Deactivate' });
    await deactivate.click();
    // There since the person is.
    const name = await page.getByRole('heading', { level: 1, includeHidden: true }).textContent();
    await page.keyboard.press('Escape');
    await expect(deactivate).toBeFocused();
    await deactivate.click();
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
    await expect(page).toHaveURL(/\/people$/);
    await undo.last().click();
    await expect(page.getByText(`${name} is back`)).toBeVisible();

    await page.goto('/people/50');
    const invite = page.getByRole('button', { name: /^Invite/ });
    await invite.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^Invited /)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Send the invitation again' })).toBeFocused();
  },
);
