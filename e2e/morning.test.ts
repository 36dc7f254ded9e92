import type { Page } from '@playwright/test';
import type { MailItem } from '#contract/mail.ts';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, scan, test } from './fixtures.ts';
import { openOffice, signIn, type Office } from './fixture-office.ts';
import { choosePerson, countOf, rows, sendOff, signFor } from './mail-steps.ts';

const ALL = 200;
/** So many are scanned by hand; the others come in by the call that the scan screen makes. */
const scannedOn = (isMobile: boolean) => (isMobile ? 16 : 30);
const rounds = {
  'North round': ['North porch', 'North lab', 'North loft'],
  'South round': ['South hall', 'South yard'],
  'Harbour round': ['Quay', 'Customs house'],
};
const strangers = ['Nemo Nobody', 'Q. Xylander', 'Vvv Ooo', 'Mystery Guest'];
const labels = [
  ...strangers,
  ...strangers.map(() => 'Jan Nowak'),
  ...strangers.map(() => 'Team Legal'),
] as const;

let serial = 0;
const freshNumber = () => `MORNING ${String((serial += 1)).padStart(4, '0')}`;

/** Two people at every stop; two of one name, and a department of which labels know the name only. */
async function staff(office: Office) {
  const people: { id: number; name: string }[] = [];
  const stops: number[] = [];
  const routes: Record<string, number> = {};
  for (const [round, names] of Object.entries(rounds)) {
    const made = await office.round(round, names);
    routes[round] = made.id;
    stops.push(...made.stops);
  }
  const add = async (name: string, stop: number, department?: string) => {
    const profile = { mailStop: { id: stop }, ...(department && { department }) };
    people.push({ id: await office.colleague(name, profile), name });
  };
  for (const [at, stop] of stops.entries()) {
    await add(`Berta Bay${String.fromCodePoint(97 + at)}`, stop);
    await add(at < 2 ? 'Jan Nowak' : `Cem Cove${String.fromCodePoint(97 + at)}`, stop);
  }
  await add('Lena Lawyer', stops[0]!, 'Legal');
  return { people, routes };
}

const scannedRows = (page: Page) => page.getByRole('list', { name: 'Scanned parcels' }).getByRole('listitem');

/** Scans a parcel and says whom its label names. */
async function scanFor(page: Page, touch: boolean, name: string, known: boolean): Promise<string> {
  const number = freshNumber();
  await scan(page, number);
  const row = scannedRows(page).first();
  await expect(row).toContainText(number);
  if (touch) await row.getByRole('button', { name: 'Add recipient' }).tap();
  else await page.keyboard.press('ArrowDown');
  const field = page.getByRole('combobox', { name: `Recipient of ${number}` });
  await choosePerson(page, field, name, known ? name : `keep “${name}” from the label`);
  await expect(row).toContainText(name);
  return number;
}

test('a clerk’s morning: 200 parcels, 12 exceptions, three rounds, one return, nothing lost', async ({
  page,
  isMobile,
  baseURL,
}) => {
  // Under a minute where nothing else runs.
  test.setTimeout(300_000);
  const byHand = scannedOn(isMobile);
  const office = await openOffice(baseURL!);
  const clerk = await office.worker('Clara Clerk', 'OPERATOR');
  const { people, routes } = await staff(office);
  const reachable = people.filter(({ name }) => name !== 'Jan Nowak');
  const numbers: string[] = [];
  const counts = () => clerk.call<{ count: number }>('GET', '/mail/items/count');
  await signIn(page, clerk);

  await test.step('scans what lies on the table', async () => {
    await page.getByRole('link', { name: 'Check in parcels' }).first().click();
    await expect(page.getByRole('textbox', { name: 'Scan or type a tracking number' })).toBeFocused();
    for (let at = 0; at < byHand - labels.length; at += 1)
      numbers.push(await scanFor(page, isMobile, reachable[at % reachable.length]!.name, true));
    for (const label of labels) numbers.push(await scanFor(page, isMobile, label, false));
    await expect(scannedRows(page)).toHaveCount(byHand);
    await expectNoSidewaysScroll(page);
    await page.getByRole('button', { name: `Check in ${byHand} parcels` }).click();
    await expect(page.getByText(`${byHand} checked in.`)).toBeVisible();
    await expect(scannedRows(page)).toHaveCount(0);
  });

  await test.step('and the second van', async () => {
    const more = Array.from({ length: ALL - byHand }, (_, at) => ({
      trackingNumber: freshNumber(),
      toUser: { id: reachable[at % reachable.length]!.id },
    }));
    numbers.push(...more.map(({ trackingNumber }) => trackingNumber));
    await clerk.call('POST', '/mail/items/checkin', more);
    await page.getByRole('link', { name: 'Queues' }).click();
    await expect.poll(() => countOf(page, 'Checked in')).toBe(ALL);
    expect(await countOf(page, 'Exceptions')).toBe(labels.length);
  });

  const assign = async (item: string) => {
    await rows(page, item).first().click();
    // The panel beside the list, or over it on a phone.
    const panel = page
      .getByRole('complementary', { name: 'Exception' })
      .or(page.getByRole('dialog', { name: item }));
    await expect(panel).toBeVisible();
    return panel;
  };
  const left = (count: number) => expect.poll(() => countOf(page, 'Exceptions')).toBe(count);

  await test.step('finds out one by one whom a label means', async () => {
    await page.getByRole('link', { name: /^Exceptions/ }).click();
    await page.getByRole('button', { name: 'No recipient' }).click();
    await expect(rows(page, 'No recipient')).toHaveCount(strangers.length);
    await expectNoSidewaysScroll(page);
    for (const [at, name] of strangers.slice(1).entries()) {
      const panel = await assign(name);
      if (at === 0) await expectAccessible(page);
      const person = reachable[at]!.name;
      await choosePerson(page, panel.getByRole('combobox', { name: 'Who is it for?' }), person, person);
      await expect(rows(page, name)).toHaveCount(0);
      await left(labels.length - at - 1);
      await expect(page.getByRole('region', { name: 'Solved on this page' })).toContainText(person);
      // The next one is open already; on a phone it lies over the list.
      if (isMobile) await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    }
    await page.getByRole('button', { name: 'Several matches' }).click();
    await expect(rows(page, 'Jan Nowak')).toHaveCount(strangers.length);
    for (let open = strangers.length; open > 0; open -= 1) {
      await rows(page, 'Jan Nowak')
        .first()
        .getByRole('button', { name: 'Assign to Jan Nowak' })
        .last()
        .click();
      await expect(rows(page, 'Jan Nowak')).toHaveCount(open - 1);
    }
  });

  await test.step('those for a team in bulk', async () => {
    await page.getByRole('button', { name: 'Team name' }).click();
    const boxes = page.getByRole('grid').getByRole('checkbox', { name: /^Select Team Legal/ });
    await expect(boxes).toHaveCount(strangers.length);
    for (const box of await boxes.all()) await box.check();
    const bar = page.getByRole('toolbar', { name: 'Selected parcels' });
    await expectAccessible(page);
    await choosePerson(page, bar.getByRole('combobox'), 'Lena', 'Lena Lawyer');
    await expect(rows(page, 'Team Legal')).toHaveCount(0);
    await left(1);
  });

  await test.step('and sends back what nobody knows', async () => {
    await page.getByRole('group', { name: 'Reason' }).getByRole('button', { name: 'All' }).click();
    const panel = await assign(strangers[0]!);
    await panel.getByRole('button', { name: 'Return to sender' }).click();
    await sendOff(page.getByRole('dialog', { name: /[Rr]eturn/ }).last());
    await left(0);
    await expect(page.getByText('No exceptions')).toBeVisible();
  });

  await test.step('walks three rounds', async () => {
    for (const [round, stops] of Object.entries(rounds)) {
      const sheet = () => clerk.call<RunSheet>('GET', `/mail/routes/${routes[round]}/run-sheet`);
      const before = await sheet();
      expect(before.delivered).toBe(0);
      await page.getByRole('link', { name: 'Rounds' }).first().click();
      await page.getByRole('link', { name: new RegExp(`^${round}`) }).click();
      await expect(page.getByRole('heading', { name: round })).toBeVisible();
      // In the order of the round.
      await expect(page.locator('[data-stop] h2')).toHaveText(stops);
      const tab = (name: string) =>
        page.getByRole('navigation', { name: 'What to show' }).getByRole('link', { name });
      await expect(tab('Remaining')).toHaveText(`Remaining${before.remaining}`);

      // One to the person, against a scan; the rest of each stop against one signature.
      const handed = before.stops[0]!.remaining[0]!;
      await scan(page, handed.trackingNumber!);
      const parcel = page.locator(`[data-parcel="${handed.id}"]`);
      await expect(parcel.getByRole('checkbox')).toBeChecked();
      if (round === 'North round') await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await signFor(page, page.getByRole('button', { name: 'To a person' }), /^Deliver 1 parcel to/);
      await expect(parcel).toHaveCount(0);
      // At the last stop of the last round nobody opens.
      const visited = round === 'Harbour round' ? stops.slice(0, -1) : stops;
      for (const stop of visited) {
        const call = page.getByRole('listitem', { name: stop, exact: true });
        await signFor(page, call.getByRole('button', { name: /^Deliver \d+ parcels? at/ }), /stop/);
        await expect(call).toHaveCount(0);
      }
      const after = await sheet();
      const open = before.stops.slice(visited.length).flatMap(({ remaining }) => remaining).length;
      expect([after.remaining, after.delivered]).toEqual([open, before.remaining - open]);
      await expect(tab('Remaining')).toHaveText(`Remaining${open}`);
      await tab('Delivered').click();
      await expect(page.locator('[data-delivered]')).toHaveCount(after.delivered);
      await expect(page.locator(`[data-parcel="${handed.id}"]`)).toContainText(handed.toUser!.name);
      await tab('All').click();
      await expect(page.locator('[data-parcel]')).toHaveCount(before.remaining);
      await expect(page.getByText('Done', { exact: true })).toHaveCount(visited.length);
    }
  });

  await test.step('at noon nothing is lost', async () => {
    await page.getByRole('link', { name: 'Rounds' }).first().click();
    await page.getByRole('link', { name: /^Delivered/ }).click();
    const names = ['Checked in', 'Pending', 'In transfer', 'Checked out', 'Delivered'];
    const states: number[] = [];
    for (const name of names) states.push(await countOf(page, name));
    expect(states.reduce((sum, count) => sum + count, 0)).toBe(ALL);
    expect(states.slice(1, 4)).toEqual([0, 0, 0]);
    expect(await counts()).toEqual({ count: ALL });
    const items = await clerk.call<MailItem[]>('GET', '/mail/items?limit=500');
    expect(items.map(({ trackingNumber }) => trackingNumber).toSorted()).toEqual(numbers.toSorted());
    const last = items.flatMap(({ statuses }) => statuses.at(-1) ?? []);
    expect(last.filter(({ outcome }) => outcome === 'returned')).toHaveLength(1);
    expect(last.filter(({ collectedBy }) => collectedBy)).toHaveLength(Object.keys(rounds).length);
    // One signature for all that was left at a stop.
    const signatures = new Set(last.flatMap(({ signature }) => signature?.storageId ?? []));
    expect(signatures.size).toBe(Object.values(rounds).flat().length - 1 + Object.keys(rounds).length);
    await expectAccessible(page);
  });
});
