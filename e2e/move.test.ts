import type { Page } from '@playwright/test';
import { choosePerson } from './mail-steps.ts';
import { expect, expectAccessible, test } from './fixtures.ts';
import { openOffice, signIn, type Office } from './fixture-office.ts';

type Row = { id: number; name: string };
type Seated = { room: Row; mailStop?: Row };

/** A floor of four desks: two mail stops, one desk that is taken, and one with room for two. */
async function furnish({ admin, round }: Office) {
  const post = (path: string, body: object) => admin.call<Row>('POST', path, body);
  const { stops } = await round('Both wings', ['North stop', 'South stop']);
  const [north, south] = stops.map((id) => ({ id }));
  const building = await post('/buildings', { name: 'Quay House' });
  const floor = await post('/floors', { name: 'Second floor', building: { id: building.id } });
  const types = await admin.call<Row[]>('GET', '/rooms/types');
  const type = { id: types.find(({ name }) => name === 'Workstation')!.id };
  const desk = (name: string, capacity: number, mailStop: object | undefined) =>
    post('/rooms', { name, type, floor: { id: floor.id }, capacity, mailStop });
  return {
    north,
    window: await desk('Desk 1', 1, north),
    door: await desk('Desk 2', 1, north),
    taken: await desk('Desk 3', 1, south),
    pair: await desk('Desk 4', 2, south),
  };
}

/** Tomorrow at nine, as a field for date and time takes it. */
const tomorrow = () => `${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}T09:00`;

const movers = (page: Page) => page.getByRole('grid', { name: 'Who and what moves' });
const next = (page: Page) => page.getByRole('button', { name: 'Next', exact: true }).click();
async function put(page: Page, person: string, desk: string) {
  await movers(page)
    .getByRole('row', { name: new RegExp(person) })
    .click();
  await page
    .getByRole('listbox', { name: 'Spaces' })
    .getByRole('option', { name: new RegExp(desk) })
    .click();
  await page.getByRole('button', { name: `Put ${person} here` }).click();
  await expect(movers(page).getByRole('row', { name: new RegExp(`${person}.*${desk}`) })).toBeVisible();
}

test('two people ask for desks, mend a conflict, are approved, and everything agrees afterwards @desk', async ({
  page,
  colleague,
  baseURL,
}) => {
  const office = await openOffice(baseURL!);
  const desks = await furnish(office);
  const boss = await office.worker('Marta Manager');
  const ines = await office.worker('Ines Ito');
  const omar = await office.worker('Omar Zażółć');
  const seat = ({ id }: Row, room: Row, manager?: Row) =>
    office.admin.call('PUT', `/users/${id}`, {
      room: { id: room.id },
      manager: manager && { id: manager.id },
    });
  await seat(ines, desks.window, boss);
  await seat(omar, desks.door, boss);
  await seat(boss, desks.taken);
  // Hers is said of herself, his is that of his desk.
  await office.admin.call('PUT', `/users/${ines.id}`, { mailStop: desks.north });
  const types = await office.admin.call<Row[]>('GET', '/assets/types');
  const model = await office.admin.call<Row>('POST', '/assets/models', {
    name: 'Ultrabook',
    type: { id: types[0]!.id },
  });
  await office.admin.call('POST', '/assets', {
    name: 'Laptop of Ines',
    model: { id: model.id },
    owner: { id: ines.id },
  });

  await test.step('asked for in steps, with a reload on the way', async () => {
    await signIn(page, ines, '/moves');
    await page.getByRole('link', { name: 'New move' }).first().click();
    await page.getByRole('textbox', { name: 'Why' }).fill('Closer to the team');
    await page.getByLabel('When').fill(tomorrow());
    await next(page);
    for (const name of ['Ines Ito', 'Omar Zażółć'])
      await choosePerson(page, page.getByRole('combobox', { name: 'Find people' }), name.slice(0, 6), name);
    await expect(movers(page).getByRole('row', { name: /Omar Zażółć.*Desk 2/ })).toBeVisible();
    await page.reload();
    await page.getByRole('status').getByRole('button', { name: 'Go on' }).click();
    await expect(movers(page).getByRole('row', { name: /Ines Ito.*Desk 1/ })).toBeVisible();
    await expectAccessible(page);
    await next(page);
  });

  await test.step('a desk that is taken is a conflict, and another one mends it', async () => {
    await put(page, 'Omar Zażółć', 'Desk 4');
    await put(page, 'Ines Ito', 'Desk 3');
    await expectAccessible(page);
    await next(page);
    await next(page);
    const conflicts = page.getByRole('region', { name: 'Conflicts' });
    await expect(conflicts).toContainText('One conflict keeps this move from taking effect');
    await expectAccessible(page);
    await conflicts.getByRole('link', { name: /Choose another space/ }).click();
    await put(page, 'Ines Ito', 'Desk 4');
    await next(page);
    await next(page);
    await expect(page.getByText('Nothing speaks against it')).toBeVisible();
    await page.getByRole('button', { name: 'Send request' }).click();
    await expect(page.getByRole('heading', { name: /^Move #\d+$/ })).toBeVisible();
  });
  const [, id] = /\/moves\/(\d+)/.exec(page.url())!;
  await expect(page.getByRole('button', { name: 'Approve' })).toHaveCount(0);

  await test.step('the manager approves, and it is locked', async () => {
    await signIn(colleague, boss, '/moves?view=approve');
    await colleague.getByRole('row', { name: /Closer to the team/ }).click();
    await expect(colleague.getByRole('region', { name: 'What will change' })).toContainText('South stop');
    await colleague.getByRole('button', { name: 'Approve' }).click();
    await expect(colleague.getByRole('note')).toContainText('Approved by Marta Manager');
    await expect(page.getByRole('note')).toContainText('Who may approve it can re-open it');
    await expect(page.getByRole('link', { name: 'Change' })).toHaveCount(0);
    const refused = ines.call('PUT', `/move/requests/${id}`, { description: 'Somewhere else' });
    await expect(refused).rejects.toThrow(/answered 409/);
  });

  await test.step('it takes effect, and the directory says the same', async () => {
    await colleague.getByRole('button', { name: 'Take effect now' }).click();
    const confirm = colleague.getByRole('dialog', { name: 'Move 2 now?' });
    await confirm.getByRole('button', { name: 'Take effect now' }).click();
    const changed = page.getByRole('region', { name: 'What changed' });
    const row = changed.getByRole('row', { name: /Ines Ito.*Desk 1.*Desk 4.*Mail stop South stop.*1 asset/ });
    await row.click();
    const panel = page.getByRole('complementary', { name: 'Details' });
    await expect(panel).toContainText('North stop → South stop');
    await expect(panel).toContainText('Laptop of Ines');
    await expectAccessible(page);
    await panel.getByRole('link').first().click();
    await expect(page.getByRole('heading', { name: 'Ines Ito' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('Desk 4');
    await expect(page.getByRole('main')).toContainText('South stop');
    const [hers, his] = [
      await boss.call<Seated>('GET', `/users/${ines.id}`),
      await boss.call<Seated>('GET', `/users/${omar.id}`),
    ];
    expect(hers).toMatchObject({ room: { id: desks.pair.id }, mailStop: { name: 'South stop' } });
    expect(his).toMatchObject({ room: { id: desks.pair.id } });
  });
});
