import sharp from 'sharp';
import type { MailItem } from '#contract/mail.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { openOffice, signIn } from './fixture-office.ts';
import { rows, sendOff } from './mail-steps.ts';

test('a round on which others deliver, move, leave the company and delete the route', async ({
  page,
  baseURL,
}) => {
  const office = await openOffice(baseURL!);
  const clerk = await office.worker('Clara Clerk', 'OPERATOR');
  const other = await office.worker('Omar Other', 'OPERATOR');
  const round = await office.round('North round', ['North porch', 'North loft']);
  const elsewhere = await office.round('South round', ['South hall']);
  const [porch, loft] = round.stops.map((id) => ({ mailStop: { id } }));
  const stays = await office.colleague('Stella Stays', porch!);
  const leaves = await office.colleague('Levi Leaves', loft!);
  const numbers = ['TOGETHER 1', 'TOGETHER 2', 'TOGETHER 3', 'TOGETHER 4', 'TOGETHER 5'];
  const items = await clerk.call<MailItem[]>(
    'POST',
    '/mail/items/checkin',
    numbers.map((trackingNumber, at) => ({ trackingNumber, toUser: { id: at < 4 ? stays : leaves } })),
  );
  const [delivered, moved, raced, kept] = items.map(({ id }) => id);
  const parcel = (id: number | undefined) => page.locator(`[data-parcel="${id}"]`);
  await signIn(page, clerk, `/mail/runs/${round.id}`);
  await expect(page.locator('[data-parcel]')).toHaveCount(items.length);

  await test.step('what others deliver or move leaves the sheet with a word', async () => {
    await parcel(delivered).getByRole('checkbox').check();
    await other.call('PUT', `/mail/items/${delivered}/deliver`);
    await expect(parcel(delivered)).toHaveCount(0);
    await expect(page.getByText('(TOGETHER 1): delivered by somebody else.')).toBeVisible();
    await other.call('PUT', `/mail/items/${moved}`, {
      route: { id: elsewhere.id },
      mailStop: { id: elsewhere.stops[0] },
    });
    await expect(parcel(moved)).toHaveCount(0);
    await expect(page.getByText('(TOGETHER 2): not on this round any more.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('of two who deliver one parcel the second is told, and the rest goes on', async () => {
    const stop = page.getByRole('listitem', { name: 'North porch', exact: true });
    await stop.getByRole('button', { name: 'Deliver 2 parcels at North porch' }).click();
    const dialog = page.getByRole('dialog');
    const file = dialog.locator('input[type=file]');
    await file.setInputFiles({ name: 'empty.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(0) });
    await expect(dialog.getByRole('alert')).toContainText('This picture cannot be read.');
    const table = { width: 4000, height: 3000, channels: 3, background: '#8a8378' } as const;
    const photograph = await sharp({ create: table }).jpeg().toBuffer();
    await file.setInputFiles({ name: 'large.jpg', mimeType: 'image/jpeg', buffer: photograph });
    await expect(dialog.getByRole('img', { name: 'Photograph to be kept' })).toBeVisible();
    await other.call('PUT', `/mail/items/${raced}/deliver`);
    await dialog.locator('button[type=submit]').click();
    await expect(dialog.getByText(/1 parcel had been delivered meanwhile/)).toBeVisible();
    await sendOff(dialog);
    const now = await clerk.call<MailItem>('GET', `/mail/items/${kept}`);
    expect(now).toMatchObject({ currentQueue: 'OUT' });
    expect(now.statuses.at(-1)).toMatchObject({ outcome: 'stop', photograph: { image: true } });
  });

  await test.step('what is for somebody who left waits in the exceptions', async () => {
    await office.admin.call('DELETE', `/users/${leaves}`);
    await page.goto('/mail/exceptions');
    await expect(rows(page, 'Levi Leaves')).toHaveCount(1);
  });

  await test.step('a route that is deleted says where its parcels are', async () => {
    await page.goto(`/mail/runs/${elsewhere.id}`);
    await expect(parcel(moved)).toBeVisible();
    await office.admin.call('DELETE', `/mail/routes/${elsewhere.id}`);
    await expect(page.getByText('There is no such route')).toBeVisible();
    const now = await clerk.call<MailItem>('GET', `/mail/items/${moved}`);
    expect(now).toMatchObject({ currentQueue: 'IN', mailStop: { id: elsewhere.stops[0] } });
    expect(now).not.toHaveProperty('route');
    await expectAccessible(page);
  });
});
