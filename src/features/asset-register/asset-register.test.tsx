import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Asset } from '#contract/assets.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { keepingFilters } from '#src/directory/test-filters.ts';
import { assetOf, keeping, notebooks, studio, swift } from '#src/directory/test-assets.ts';
// Compiled before any clock runs.
import './asset-page.tsx';
import './code-pictures.tsx';
import './register-page.tsx';

let known: Asset[] = [];
const show = (id: number) => known.find((one) => one.id === id)!;
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: keeping(someone) },
    ...keepingFilters().answers,
    'GET /assets': () => ({ body: known }),
    'GET /assets/count': () => ({ body: { count: known.length } }),
    'GET /assets/types': { body: [notebooks] },
    'GET /assets/models': { body: [swift] },
    'GET /assets/models/41': { body: swift },
    'GET /buildings': { body: [] },
    'GET /rooms': { body: [studio] },
    'GET /rooms/21': { body: studio },
    'GET /maintenance/requests': { body: [] },
    'GET /assets/loans': { body: [] },
    ...Object.fromEntries(
      known.flatMap(({ id }): [string, Answers[string]][] => [
        [`GET /assets/${id}`, () => ({ body: show(id) })],
        [`GET /assets/${id}/history`, { body: [] }],
      ]),
    ),
    ...more,
  });
const queryOf = ({ path }: Call) => Object.fromEntries(new URLSearchParams(path.split('?')[1]));
const sent = (calls: readonly Call[], method: string, path: string) =>
  calls.filter((call) => call.method === method && call.path.split('?')[0] === path);
const lastList = (calls: readonly Call[]) => queryOf(sent(calls, 'GET', '/assets').at(-1)!);

beforeEach(() => {
  localStorage.clear();
  known = [
    assetOf(1),
    assetOf(2, { condition: 'damaged', seen: { at: Date.now(), by: { id: 7, name: 'Marta' } } }),
    assetOf(3),
  ];
});
afterEach(() => vi.unstubAllGlobals());

test('filters stand in the address and in the question to the server, and are kept by name', async () => {
  const calls = server();
  const { user, router } = await openApp('/assets?condition=damaged&modelId=41&unseenDays=90');
  expect(await screen.findByRole('row', { name: /NW-2\b.*Damaged/ })).toBeTruthy();
  expect(lastList(calls)).toMatchObject({ condition: 'damaged', modelId: '41' });
  expect(Number(lastList(calls).unseenSince)).toBeLessThan(Date.now() - 89 * 86_400_000);
  expect(await screen.findByRole('button', { name: 'Remove filter Model: Swift 14' })).toBeTruthy();

  await user.selectOptions(await screen.findByRole('combobox', { name: 'Type' }), 'Notebook');
  await user.type(screen.getByRole('searchbox', { name: 'Find assets' }), 'kowal');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ typeId: 31, search: 'kowal' }));
  await waitFor(() => expect(lastList(calls)).toMatchObject({ typeId: '31', search: 'kowal' }));
  await user.click(screen.getByRole('button', { name: 'Tag' }));
  await waitFor(() => expect(lastList(calls)).toMatchObject({ orderBy: 'localUID' }));

  await user.click(screen.getByRole('button', { name: 'Saved' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Save these filters as' }), {
    target: { value: 'Broken ones' },
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(screen.getByRole('button', { name: 'Remove filter Model: Swift 14' }));
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('modelId'));
  await user.click(screen.getByRole('button', { name: 'Saved' }));
  await user.click(await screen.findByRole('button', { name: 'Broken ones' }));
  await waitFor(() =>
    expect(router.state.location.search).toMatchObject({ modelId: 41, condition: 'damaged' }),
  );
  const file = screen.getByRole('link', { name: 'Export CSV' }).getAttribute('href')!;
  expect(file).toContain('/assets.csv?');
  expect(file).toContain('condition=damaged');
});

test('many are changed at once, by all or nothing, and put back', async () => {
  const done = {
    dateUpdated: 5,
    assets: [
      { id: 1, room: { id: 21 }, owner: null },
      { id: 2, room: { id: 21 }, owner: null },
    ],
  };
  let tries = 0;
  const calls = server({
    'GET /users': { body: [{ id: 90, name: 'Anna Nowak' }] },
    'PUT /assets': () =>
      tries++ === 0 ? refusal(400, 'invalid', 'set.owner: names no person', 'set.owner') : { body: done },
    'PUT /assets/undo': { body: done },
  });
  const { user } = await openApp('/assets');
  await user.click(await screen.findByRole('checkbox', { name: /NW-1\b/ }));
  await user.click(screen.getByRole('checkbox', { name: /NW-2\b/ }));
  const bar = within(screen.getByRole('toolbar', { name: 'Selected assets' }));
  expect(bar.getByRole('link', { name: 'Print labels' }).getAttribute('href')).toMatch(/labels\?ids=.*1.*2/);
  await user.click(bar.getByRole('button', { name: 'Change' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change 2 assets' }));
  await user.click(dialog.getByRole('button', { name: 'Change all' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Choose what to change.');
  await user.click(dialog.getByRole('button', { name: 'Give them another place' }));
  await user.click(dialog.getByRole('radio', { name: 'With a person' }));
  await user.click(dialog.getByRole('combobox', { name: 'Owner' }));
  await user.click(await screen.findByRole('option', { name: 'Anna Nowak' }));
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Condition' }), 'Lost');
  await user.click(dialog.getByRole('button', { name: 'Change all' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('names no person');
  await user.click(dialog.getByRole('button', { name: 'Change all' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent(calls, 'PUT', '/assets').at(-1)!.body).toEqual({
    assets: [{ id: 1 }, { id: 2 }],
    set: { owner: { id: 90 }, condition: 'lost' },
  });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent(calls, 'PUT', '/assets/undo')[0]?.body).toEqual(done));
});

test('the page of an asset tells all that is known and what happened; whoever stands before it says so', async () => {
  known = [assetOf(1, { serialNumber: 'SN9', printerName: 'West 2' } as Partial<Asset>)];
  const event = { at: 2, by: { id: 90, name: 'Anna' }, from: {}, to: {}, fields: [] };
  const calls = server({
    'GET /assets/1/history': {
      body: [
        { ...event, id: 3, kind: 'placed', from: { owner: { id: 91, name: 'Ola' } }, to: { room: studio } },
        { ...event, id: 2, kind: 'seen', to: { room: studio } },
        { ...event, id: 1, kind: 'changed', fields: ['serialNumber', 'printerName'] },
      ],
    },
    'PUT /assets/1/verify': { status: 204 },
    'DELETE /assets/1': { body: { response: 'Successfully removed' } },
    'PUT /assets/restore': { body: { count: 1 } },
  });
  const { user, router } = await openApp('/assets/1');
  expect(await screen.findByRole('heading', { level: 1, name: 'Notebook 1' })).toBeTruthy();
  const facts = within(screen.getByRole('region', { name: 'Facts' }));
  expect(facts.getByText('West 2')).toBeTruthy();
  expect(facts.getByText('Never seen')).toBeTruthy();
  const lines = await within(screen.getByRole('region', { name: 'History' })).findAllByRole('listitem');
  expect(lines.map((line) => line.querySelector('strong')?.textContent)).toEqual([
    'From Ola to Studio',
    'Seen in Studio',
    'Changed: Serial number, printerName',
  ]);
  expect(await screen.findByRole('img', { name: 'NW-1 as QR code' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Ask for service' }).getAttribute('href')).toMatch(
    /assetId=1.*roomId=21/,
  );
  await user.click(screen.getByRole('button', { name: 'I see it here' }));
  await waitFor(() => expect(sent(calls, 'PUT', '/assets/1/verify')).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/assets'));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(sent(calls, 'PUT', '/assets/restore')[0]?.body).toEqual({ assets: [{ id: 1 }] }),
  );
});

test('a tag that another asset bears is refused at its field, with the way to that asset; it is sent once', async () => {
  let free = false;
  const calls = server({
    'POST /assets': () => {
      if (free) return { status: 201, body: assetOf(4) };
      return refusal(409, 'assets.tag-taken', 'Another asset bears this tag.', 'localUID');
    },
    'GET /assets/codes/NW-2': () => ({ body: [{ by: 'localUID', asset: show(2) }] }),
    'GET /assets/4': { body: assetOf(4) },
    'GET /assets/4/history': { body: [] },
  });
  const { user, router } = await openApp('/assets?open=new');
  const dialog = within(await screen.findByRole('dialog', { name: 'New asset' }));
  await user.click(dialog.getByRole('button', { name: 'Add asset' }));
  expect(await dialog.findByText('Choose a model.')).toBeTruthy();
  await user.click(dialog.getByRole('combobox', { name: 'Model' }));
  await user.click(await screen.findByRole('option', { name: 'Swift 14 · Acme' }));
  const tag = dialog.getByRole('textbox', { name: 'Tag on the label' });
  await user.type(tag, 'NW-2');
  await user.click(dialog.getByRole('button', { name: 'Add asset' }));
  expect(await dialog.findByText('Another asset bears this tag.')).toBeTruthy();
  const other = await dialog.findByRole('link', { name: 'See Notebook 2, which has it' });
  expect(other.getAttribute('href')).toBe('/assets/2');
  free = true;
  await user.clear(tag);
  await user.type(tag, 'NW-4');
  await user.click(dialog.getByRole('button', { name: 'Add asset' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ open: 4 }));
  expect(sent(calls, 'POST', '/assets').at(-1)!.body).toEqual({ model: { id: 41 }, localUID: 'NW-4' });
});

test('an edit begun on an older version is refused, shows what changed, and is saved over the newer one', async () => {
  const calls = server({
    'PUT /assets/1': ({ headers }) => {
      if (headers.get('if-match') === '"9"') return { body: show(1) };
      known = [assetOf(1, { condition: 'damaged', dateUpdated: 9 })];
      return refusal(409, 'assets.changed-meanwhile', 'Somebody changed this asset in between.');
    },
  });
  const { user } = await openApp('/assets/1');
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit asset' }));
  await user.type(dialog.getByRole('textbox', { name: 'Serial number' }), 'SN77');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Somebody changed this asset in between.')).toBeTruthy();
  expect((await dialog.findByRole('listitem')).textContent).toBe('Condition: Good → Damaged');
  await user.click(dialog.getByRole('button', { name: 'Save mine' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(sent(calls, 'PUT', '/assets/1').at(-1)!.body).toEqual({ serialNumber: 'SN77' });
});

test('who does not keep the register reads it and asks for service; a request about an asset names it', async () => {
  server({
    'GET /users/me': { body: someone },
    'GET /service/catalogue': { body: { categories: [], products: [], priorities: [], centers: [] } },
  });
  const { user, router } = await openApp('/assets?open=1');
  const panel = within(await screen.findByRole('complementary', { name: 'Asset' }));
  const ask = await panel.findByRole('link', { name: 'Ask for service' });
  expect(panel.queryByRole('button', { name: 'Edit' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add asset' })).toBeNull();
  await user.click(ask);
  await waitFor(() => expect(router.state.location.search).toEqual({ assetId: 1, roomId: 21 }));
  expect(await screen.findByText('About Notebook 1')).toBeTruthy();
});

test('labels are printed of what was chosen, in that order', async () => {
  known = [assetOf(1), assetOf(3)];
  const calls = server();
  await openApp('/assets/labels?ids=3,1');
  const cards = await screen.findAllByRole('article');
  expect(lastList(calls)).toMatchObject({ assetId: '3,1' });
  expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
    'Notebook 3, NW-3',
    'Notebook 1, NW-1',
  ]);
});
