import type { Page } from '@playwright/test';
import type { AssetAudit } from '#contract/asset-audits.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, scan, test } from './fixtures.ts';
import { openOffice, signIn, type Office } from './fixture-office.ts';

type Row = { id: number; name: string };

/** A floor of two spaces and what the register says is in them, by label. */
async function stock({ admin: { call } }: Office) {
  const post = (path: string, body: object) => call<Row>('POST', path, body);
  const building = await post('/buildings', { name: 'Quay House' });
  const floor = await post('/floors', { name: 'Ground floor', building: { id: building.id } });
  const types = await call<Row[]>('GET', '/rooms/types');
  const space = (name: string) =>
    post('/rooms', { name, type: { id: types[0]!.id }, floor: { id: floor.id } });
  const [kitchen, studio] = [await space('Kitchen'), await space('Studio')];
  const kinds = await call<Row[]>('GET', '/assets/types');
  const model = await post('/assets/models', { name: 'Monitor', type: { id: kinds[0]!.id } });
  const add = (localUID: string, room: Row) =>
    post('/assets', { name: `Screen ${localUID}`, localUID, model: { id: model.id }, room: { id: room.id } });
  for (const tag of ['KIT-1', 'KIT-2']) await add(tag, kitchen);
  const moved = await add('STU-1', studio);
  for (const tag of ['STU-2', 'STU-3']) await add(tag, studio);
  return { kitchen, studio, moved };
}

const said = (page: Page) => page.getByRole('list', { name: 'Scanned' }).getByRole('listitem');
async function step(page: Page, name: string, title: string) {
  // A notice can be closed too.
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
  await page.getByRole('dialog', { name: title }).getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a floor is walked with a phone, a second person reconciles it, and the report is locked @phone', async ({
  page,
  colleague,
  baseURL,
}) => {
  const office = await openOffice(baseURL!);
  const { kitchen, studio, moved } = await stock(office);
  // He could decide like any manager, were it not he who scans.
  const auditor = await office.worker('Aldo Auditor', 'MANAGER', 'asset');
  const manager = await office.worker('Maja Manager', 'MANAGER', 'asset');

  await test.step('a manager opens a campaign over the floor', async () => {
    await signIn(colleague, manager, '/assets/audits/new');
    await colleague.getByRole('textbox', { name: 'Name' }).fill('Spring count');
    const choose = async (label: string, text: string) => {
      await colleague.getByRole('combobox', { name: label }).fill(text);
      await colleague
        .getByRole('option', { name: new RegExp(text) })
        .first()
        .click();
      await colleague.keyboard.press('Escape');
    };
    await choose('Floors', 'Ground floor');
    await expect(colleague.getByText('Expects 5 assets in 2 spaces as of today.')).toBeVisible();
    await choose('Who walks', 'Aldo');
    await colleague.getByRole('button', { name: 'Plan the audit' }).click();
    await step(colleague, 'Begin', 'Begin the audit?');
    await expect(colleague.getByText('Being walked')).toBeVisible();
  });
  const [, id] = /\/audits\/(\d+)/.exec(colleague.url())!;

  await test.step('the walk: expected, twice, elsewhere, unknown, and what is not there', async () => {
    await signIn(page, auditor, `/assets/audits/${id}`);
    await page.getByRole('link', { name: 'Walk', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Spaces of Ground floor' })).toBeVisible();
    await expectAccessible(page);
    await scan(page, `${baseURL}/s/${kitchen.id}`);
    await expect(page.getByText('0 of 2 in this space')).toBeVisible();

    await scan(page, 'KIT-1');
    await expect(said(page).first()).toContainText('Expected here');
    await expect(page.getByText('1 of 2 in this space')).toBeVisible();
    await scan(page, 'KIT-1');
    await scan(page, 'STU-1');
    await said(page).first().getByRole('button', { name: 'Is here now' }).click();
    await expect(said(page).first()).toContainText('The register now has it in Kitchen');
    await scan(page, 'STU-2');
    await said(page).first().getByRole('button', { name: 'Leave it' }).click();
    await scan(page, 'NOBODY-7');
    await expect(said(page).first()).toContainText('Unknown label');
    await page.getByRole('button', { name: 'Photograph or note on NOBODY-7' }).click();
    await page.getByRole('textbox', { name: 'Note' }).fill('Under the sink');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Photograph or note on NOBODY-7' })).toHaveText('Noted');
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Done, 1 not found' }).click();
    await expect(page.getByRole('heading', { name: 'Studio' })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`space=${studio.id}`));
    await scan(page, 'STU-3');
    await expect(said(page).first()).toContainText('Expected here');
  });

  await test.step('the manager sees how far it is, and ends the walking', async () => {
    await colleague.getByRole('link', { name: 'Progress' }).click();
    await expect(colleague.getByRole('option', { name: /Kitchen.*Done/ })).toBeVisible();
    await expect(colleague.getByRole('option', { name: /Studio.*Begun/ })).toBeVisible();
    await step(colleague, 'End walking', 'End walking?');
  });

  await test.step('the auditor may not decide on his own scans; the manager does', async () => {
    await page.goto(`/assets/audits/${id}?tab=differences`);
    await expect(page.getByText(/^You scanned \d of these yourself/)).toBeVisible();
    await expect(page.getByText('You scanned it').first()).toBeVisible();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    await colleague.getByRole('link', { name: /^Differences/ }).click();
    for (const kind of ['Missing', 'Misplaced']) {
      await colleague.getByRole('button', { name: kind, exact: true }).click();
      await step(colleague, 'Accept 1', 'Accept 1 difference?');
    }
    await colleague.getByRole('link', { name: /^Unknown labels/ }).click();
    const label = colleague.getByRole('listitem', { name: 'NOBODY-7' });
    await expect(label).toContainText('Under the sink');
    await label.getByRole('button', { name: 'Dismiss' }).click();
    const dialog = colleague.getByRole('dialog', { name: 'Dismiss NOBODY-7' });
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Belongs to the caterer');
    await dialog.getByRole('button', { name: 'Dismiss' }).click();
    await expect(dialog).toHaveCount(0);
    await step(colleague, 'Close', 'Close the audit?');
  });

  await test.step('the report is locked and adds up; the register is right', async () => {
    await expect(colleague.getByRole('note')).toContainText('Closed by Maja Manager');
    await colleague.getByRole('link', { name: 'Report' }).click();
    const report = colleague.getByRole('article', { name: 'Report: Spring count' });
    await expect(report).toContainText('Belongs to the caterer');
    await expect(report).toContainText('Screen KIT-2');
    await expectAccessible(colleague);
    const { figures, state } = await manager.call<AssetAudit>('GET', `/assets/audits/${id}`);
    expect({ state, ...figures }).toMatchObject({
      state: 'closed',
      expected: 5,
      found: 2,
      misplaced: 2,
      missing: 1,
      pending: 0,
      unexpected: 0,
      unknown: 1,
    });
    const again = auditor.call('POST', `/assets/audits/${id}/scans`, { code: 'KIT-2', roomId: kitchen.id });
    await expect(again).rejects.toThrow(/answered 409/);
    const { room } = await manager.call<{ room: Row }>('GET', `/assets/${moved.id}`);
    expect(room.id).toBe(kitchen.id);
  });
});
