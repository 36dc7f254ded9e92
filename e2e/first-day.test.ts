import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startService } from '../test/service.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, scan, test as base } from './fixtures.ts';
import { choosePerson, sendOff, signFor } from './mail-steps.ts';
import { goTo } from './shell-steps.ts';

// From registration on a server where nobody has ever been to the first parcel that is handed over.

const test = base.extend<object, { demoUrl: string }>({
  demoUrl: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const DATA_DIR = await mkdtemp(join(tmpdir(), 'atrium-first-day-'));
      const service = await startService({ DATA_DIR });
      await use(service.url);
      await service.stop();
      await rm(DATA_DIR, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** A step of the guide by its name. */
const stepOf = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
/** Back to the guide, which now says what the step brought; then on to what it says comes next. */
async function backToGuide(page: Page, step: string, brought: string) {
  await goTo(page, 'Get started');
  await expect(stepOf(page, step)).toContainText(brought);
}
async function takeStep(page: Page, step: string, act: string) {
  await expect(stepOf(page, step)).toHaveAttribute('aria-current', 'step');
  await stepOf(page, step).getByRole('link', { name: act }).click();
}

async function importFile(page: Page, title: string, name: string, lines: string[]) {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const buffer = Buffer.from(`${lines.join('\r\n')}\r\n`);
  await page.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: `Import ${lines.length - 1}`, exact: true }).click();
  await expect(page.getByText(`${lines.length - 1} added, 0 changed`)).toBeVisible();
}

test('a company registers, sets itself up and hands over its first parcel', async ({
  page,
  isMobile,
}, info) => {
  // Who tries again, or on another screen, registers another company.
  const serial = `${info.project.name}${info.repeatEachIndex}${info.retry}`;
  const colleague = 'Zofia Łęcka';

  await test.step('registers', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Register your company' }).click();
    await page.getByLabel('Company').fill('Harbour Works');
    await page.getByLabel('First name').fill('Ada');
    await page.getByLabel('Last name').fill('Admin');
    await page.getByLabel('E-mail').fill(`ada.${serial}@harbour.example`);
    await page.getByLabel('Password', { exact: true }).fill('a long enough password');
    await page.getByLabel('Country').selectOption({ label: 'Poland' });
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Get started' })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });

  await test.step('adds a building and its floor', async () => {
    await takeStep(page, 'Add your first building', 'Add a building');
    await page.getByRole('button', { name: 'New building' }).first().click();
    const building = page.getByRole('dialog', { name: 'New building' });
    await building.getByLabel('Name').fill('Warehouse 5');
    await sendOff(building);
    await page.getByRole('button', { name: 'New floor' }).first().click();
    const floor = page.getByRole('dialog', { name: 'New floor' });
    await floor.getByLabel('Name').fill('Ground floor');
    await sendOff(floor);
    await expect(page.getByRole('grid')).toContainText('Ground floor');
    await backToGuide(page, 'Add your first building', '1 building');
  });

  await test.step('brings in spaces and people from files', async () => {
    await takeStep(page, 'Put in its spaces', 'Import spaces');
    await importFile(page, 'Import spaces', 'spaces.csv', [
      'Building,Floor,Name,Type,Capacity,Reservable',
      'Warehouse 5,Ground floor,0.01,Office,2,yes',
      'Warehouse 5,Ground floor,Quay,Meeting Room,8,yes',
    ]);
    await backToGuide(page, 'Put in its spaces', '2 spaces');
    await takeStep(page, 'Bring in your people', 'Import people');
    await importFile(page, 'Import people', 'people.csv', [
      'First name,Last name,E-mail,Department',
      `Zofia,Łęcka,zofia.${serial}@harbour.example,Mail`,
      `يوسف,حداد,yusuf.${serial}@harbour.example,Finance`,
    ]);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await backToGuide(page, 'Bring in your people', '2 colleagues');
  });

  await test.step('gives somebody the mail desk', async () => {
    await takeStep(page, 'Say who does what', 'Give roles');
    await page.getByRole('button', { name: 'Make somebody Operator in Mail Center' }).click();
    const dialog = page.getByRole('dialog');
    await choosePerson(page, dialog.getByRole('combobox', { name: 'Person' }), 'lecka', colleague);
    await expect(page.getByText(`${colleague}: Operator in Mail Center`)).toBeVisible();
    await backToGuide(page, 'Say who does what', '1 colleague has a role');
    // The file said so of both.
    await expect(stepOf(page, 'Open spaces for booking')).toContainText('2 spaces can be booked');
  });

  const number = `FIRST ${serial}`;
  await test.step('scans the first parcel', async () => {
    await takeStep(page, 'Scan your first parcel', 'Open the scan box');
    await expect(page.getByRole('heading', { name: 'Scan the first parcel' })).toBeVisible();
    await scan(page, number);
    const row = page.getByRole('list', { name: 'Scanned parcels' }).getByRole('listitem');
    await expect(row).toContainText(number);
    if (isMobile) await row.getByRole('button', { name: 'Add recipient' }).tap();
    else await page.keyboard.press('ArrowDown');
    await choosePerson(
      page,
      page.getByRole('combobox', { name: `Recipient of ${number}` }),
      'lecka',
      colleague,
    );
    await expect(row).toContainText(colleague);
    await page.getByRole('button', { name: 'Check in 1 parcel' }).click();
    await expect(page.getByText('1 checked in.')).toBeVisible();
    await backToGuide(page, 'Scan your first parcel', '1 parcel scanned in');
  });

  await test.step('hands it over against a signature', async () => {
    await takeStep(page, 'Hand it over', 'Hand over a parcel');
    await expect(page.getByRole('textbox', { name: 'Scan the parcels to hand over' })).toBeVisible();
    await scan(page, number);
    const deliver = page.getByRole('button', { name: 'Deliver 1 parcel' });
    await signFor(page, deliver, `Deliver 1 parcel to ${colleague}`);
    await expect(page.getByText('1 parcel delivered.')).toBeVisible();
  });

  await test.step('everything is set up', async () => {
    await backToGuide(page, 'Hand it over', '1 parcel delivered');
    await expect(page.getByText('Everything is set up')).toBeVisible();
    await expect(page.getByText('7 of 7 done')).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});
