import type { Notice } from '#contract/mail-notices.ts';
import type { MailItem } from '#contract/mail.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, scan, test } from './fixtures.ts';
import { openOffice, signIn } from './fixture-office.ts';
import { signFor } from './mail-steps.ts';

test('an employee collects for a colleague with one code, and both are told', async ({
  page,
  colleague,
  baseURL,
}) => {
  const office = await openOffice(baseURL!);
  const clerk = await office.worker('Clara Clerk', 'OPERATOR');
  const emi = await office.worker('Emi Tanaka');
  const carl = await office.worker('Carl Zażółć');
  const bystander = await office.colleague('Bo Stander');
  const bring = (to: number, count: number) =>
    clerk.call<MailItem[]>(
      'POST',
      '/mail/items/checkin',
      Array.from({ length: count }, (_, at) => ({
        trackingNumber: `COLLECT ${to} ${at}`,
        toUser: { id: to },
      })),
    );
  await carl.call('PUT', '/mail/preferences', { delegate: { id: emi.id } });
  const carls = await bring(carl.id, 3);
  const emis = await bring(emi.id, 1);
  await bring(bystander, 1);
  const theirs = [...emis, ...carls].map(({ trackingNumber }) => trackingNumber!);

  const code = await test.step('the employee shows her code', async () => {
    await signIn(colleague, emi, '/parcels');
    await expect(colleague.getByRole('region', { name: /^For you/ }).getByRole('listitem')).toHaveCount(1);
    await expectAccessible(colleague);
    await colleague.getByRole('link', { name: 'Show my code' }).click();
    const dialog = colleague.getByRole('dialog', { name: 'My code' });
    await expect(dialog.getByRole('img', { name: 'Your code for the mail desk' })).toBeVisible();
    await expectNoSidewaysScroll(colleague);
    await expectAccessible(colleague);
    return dialog.getByText(/^P-[0-9A-Z]{12}$/).innerText();
  });

  await test.step('the clerk scans it and hands everything over at once', async () => {
    await signIn(page, clerk, '/mail/deliver');
    await expect(page.getByRole('textbox', { name: 'Scan the parcels to hand over' })).toBeVisible();
    await scan(page, code);
    const rows = page.getByRole('list', { name: 'Parcels' }).getByRole('listitem');
    await expect(rows).toHaveCount(theirs.length);
    for (const number of theirs) await expect(rows.filter({ hasText: number })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('button', { name: `Deliver ${theirs.length} parcels` }).click();
    const dialog = page.getByRole('dialog', { name: 'Deliver 4 parcels of 2 people' });
    // She takes them all, without a word of the clerk.
    await expect(dialog.getByRole('group', { name: 'Collected by' })).toContainText(emi.name);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await signFor(page, page.getByRole('button', { name: `Deliver ${theirs.length} parcels` }), /^Deliver 4/);
    await expect(page.getByText(`${theirs.length} parcels delivered.`)).toBeVisible();
    await expect(rows).toHaveCount(0);
  });

  await test.step('her page shows it at once', async () => {
    await colleague.getByRole('button', { name: 'Close' }).click();
    await expect(colleague.getByText('Nothing waits for you')).toBeVisible();
  });

  await test.step('the colleague sees who collected', async () => {
    await colleague.context().clearCookies();
    await signIn(colleague, carl, '/parcels');
    const delivered = colleague.getByRole('region', { name: 'Delivered' }).getByRole('listitem');
    await expect(delivered).toHaveCount(carls.length);
    for (const row of await delivered.all()) await expect(row).toContainText(`Collected by ${emi.name}`);
    await expectAccessible(colleague);
  });

  await test.step('and both are told, of what the other one took', async () => {
    const told = (await clerk.call<Notice[]>('GET', '/mail/notices?limit=100')).filter(
      ({ kind }) => kind === 'delivered',
    );
    expect(told.map(({ to }) => to.id).toSorted()).toEqual([emi.id, carl.id].toSorted());
    for (const { itemIds } of told) expect(itemIds.toSorted()).toEqual(carls.map(({ id }) => id).toSorted());
    const others = await clerk.call<{ count: number }>('GET', '/mail/items/count?queue=IN');
    expect(others.count).toBe(1);
  });
});
