import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { keepingFilters } from '#src/directory/test-filters.ts';
// Compiled before any clock runs.
import './item-page.tsx';
import './mail-list.tsx';
import {
  couriers,
  desk,
  findPeople,
  item,
  parametersOf,
  queuesOf,
  working,
} from '#src/directory/test-desk.ts';

let known = [item(1)];
const base = (more: Answers = {}): Answers => ({
  'GET /users/me': { body: working(someone) },
  'GET /mail/desk': { body: desk },
  'GET /mail/recipients': ({ path }) => findPeople(path),
  'GET /users/101': { body: { id: 101, name: 'Anna Kowalska' } },
  ...queuesOf(() => known),
  ...more,
});
/** The stream of changes, with a hand on it. */
const streams: { onmessage?: (event: { data: string }) => void }[] = [];
const change = (ids: number[], by: number) =>
  act(async () => {
    for (const stream of streams) stream.onmessage?.({ data: JSON.stringify({ topic: 'mail', ids, by }) });
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
beforeEach(() => {
  known = [item(3, { courier: couriers[1]! }), item(2), item(1)];
  streams.length = 0;
  vi.stubGlobal(
    'EventSource',
    class {
      onmessage = undefined;
      constructor() {
        streams.push(this);
      }
      close() {}
    },
  );
  // jsdom draws nothing; what a typed signature needs of a canvas.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    fillRect() {},
    fillText() {},
    clearRect() {},
    scale() {},
    beginPath() {},
    closePath() {},
  } as never);
  vi.spyOn(HTMLCanvasElement.prototype, 'toDataURL').mockReturnValue('data:image/png;base64,c2lnbmVk');
});
afterEach(() => vi.unstubAllGlobals());

const numbers = () => screen.queryAllByText(/^NUMBER\d+$/).map(({ textContent }) => textContent);
const loaded = () => screen.findAllByText(/^NUMBER\d+$/);

test('the address brings the filters back, and the server is asked for just these', async () => {
  const calls = stubServer(base());
  await openApp('/mail?courierId=31&toUserId=101&olderThanDays=0&queue=PLUTO&search=number');
  await loaded();
  expect(numbers()).toEqual(['NUMBER2', 'NUMBER1']);
  const chips = within(screen.getByRole('list', { name: 'Active filters' }));
  expect(chips.getByText('UPS')).toBeTruthy();
  expect(await chips.findByText('Anna Kowalska')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('number');
  const asked = parametersOf(calls.find(({ path }) => path.startsWith('/mail/items?'))!.path);
  expect(Object.fromEntries(asked)).toEqual({
    queue: 'IN',
    courierId: '31',
    toUserId: '101',
    search: 'number',
    orderBy: 'id',
    orderByType: 'desc',
    limit: '100',
  });
});

test('choosing, removing and typing filters changes the address, and back brings them back', async () => {
  stubServer(base());
  const { user, router } = await openApp('/mail');
  await loaded();
  await user.click(screen.getByRole('button', { name: 'Filter' }));
  await user.click(await screen.findByRole('option', { name: 'Courier' }));
  await user.click(await screen.findByRole('option', { name: 'UPS' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ courierId: 31 }));
  await waitFor(() => expect(numbers()).toEqual(['NUMBER2', 'NUMBER1']));
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'number2' } });
  await waitFor(() => expect(router.state.location.search).toEqual({ courierId: 31, search: 'number2' }));
  await user.click(screen.getByRole('button', { name: 'Remove filter Courier: UPS' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ search: 'number2' }));
  await act(async () => router.history.back());
  await waitFor(() => expect(router.state.location.search).toEqual({ courierId: 31, search: 'number2' }));
  expect(screen.getByRole('button', { name: 'Remove filter Courier: UPS' })).toBeTruthy();
});

test('filters are saved by name, called up in another queue, and deleted', async () => {
  stubServer(base(keepingFilters().answers));
  const { user, router } = await openApp('/mail?courierId=31');
  await loaded();
  await user.click(screen.getByRole('button', { name: 'Saved' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Save these filters as' }), {
    target: { value: 'Only UPS' },
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await act(async () => router.navigate({ to: '/mail', search: { queue: 'PENDING' } }));
  await user.click(screen.getByRole('button', { name: 'Saved' }));
  await user.click(await screen.findByRole('button', { name: 'Only UPS' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ queue: 'PENDING', courierId: 31 }));
  await user.click(screen.getByRole('button', { name: 'Saved' }));
  await user.click(await screen.findByRole('button', { name: 'Delete Only UPS' }));
  expect(screen.queryByRole('button', { name: 'Only UPS' })).toBeNull();
});

test('a selection is delivered in one call, with signature and collector, and a lost reply keeps its key', async () => {
  let lost = true;
  const calls = stubServer(
    base({
      'PUT /mail/items/deliver': () => {
        if (lost) throw new TypeError('Failed to fetch');
        known = known.map((one) => (one.id === 3 ? one : { ...one, currentQueue: 'OUT' }));
        return { body: known.filter(({ id }) => id !== 3) };
      },
    }),
  );
  const { user } = await openApp('/mail');
  await loaded();
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER2/ }));
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER1/ }));
  expect(screen.getByText('2 selected')).toBeTruthy();
  await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: /Deliver/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Deliver 2 parcels to Anna Kowalska' }));
  await user.click(dialog.getByText('Type'));
  fireEvent.change(dialog.getByRole('textbox', { name: 'Full name' }), {
    target: { value: 'Anna Kowalska' },
  });
  fireEvent.change(dialog.getByRole('textbox', { name: 'Note' }), { target: { value: 'at the desk' } });
  await user.click(dialog.getByRole('button', { name: 'Deliver 2 parcels' }));
  expect(await dialog.findByRole('alert')).toBeTruthy();
  lost = false;
  await user.click(dialog.getByRole('button', { name: 'Deliver 2 parcels' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const sent = calls.filter(({ path }) => path === '/mail/items/deliver');
  const proof = {
    note: 'at the desk',
    signature: 'data:image/png;base64,c2lnbmVk',
    collectedBy: { id: 101 },
  };
  expect(sent[1]!.body).toEqual([
    { id: 2, ...proof },
    { id: 1, ...proof },
  ]);
  expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
  await waitFor(() => expect(numbers()).toEqual(['NUMBER3']));
  expect(screen.queryByText('2 selected')).toBeNull();
});

test('what somebody else delivered meanwhile is taken off, and the rest can go on', async () => {
  stubServer(
    base({
      'PUT /mail/items/deliver': refusal(
        409,
        'mail.already-delivered',
        'Parcel 2 was delivered by Zoë.',
        '[0].id',
      ),
      'GET /mail/items/2': { body: item(2, { currentQueue: 'OUT' }) },
      'GET /mail/items/1': { body: item(1) },
    }),
  );
  const { user } = await openApp('/mail');
  await loaded();
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER2/ }));
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER1/ }));
  await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: /Deliver/ }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('textbox', { name: 'Note' }), { target: { value: 'kept' } });
  await user.click(dialog.getByRole('button', { name: 'Deliver 2 parcels' }));
  expect(await dialog.findByText(/1 parcel had been delivered meanwhile/)).toBeTruthy();
  expect(dialog.getByRole('button', { name: 'Deliver 1 parcel' })).toBeTruthy();
  expect(dialog.getByRole<HTMLInputElement>('textbox', { name: 'Note' }).value).toBe('kept');
});

test("others' changes show within a second and keep the selection", async () => {
  stubServer(base());
  const { user } = await openApp('/mail');
  await loaded();
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER1/ }));
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER3/ }));
  known = [item(4), item(2), item(1), item(3, { currentQueue: 'OUT' })];
  await change([3, 4], 99);
  await waitFor(() => expect(numbers()).toEqual(['NUMBER4', 'NUMBER2', 'NUMBER1']));
  expect(screen.getByText('1 selected')).toBeTruthy();
  const lit = screen.getByText('NUMBER4').closest('[role="row"]')!;
  await waitFor(() => expect(lit.querySelector('[data-flash]')).toBeTruthy());
  expect(screen.getByText('NUMBER2').closest('[role="row"]')!.querySelector('[data-flash]')).toBeNull();
});

test('a scan finds the parcel, and says so when it is not here', async () => {
  stubServer(base({ 'GET /mail/items/2': { body: item(2) } }));
  const { router } = await openApp('/mail');
  await loaded();
  for (const key of ['n', ...'umber-2', 'Enter']) fireEvent.keyDown(document.body, { key });
  await waitFor(() => expect(router.state.location.pathname).toBe('/mail/2'));
});

test('a scan of what is not here is said, and becomes the first of a check-in', async () => {
  stubServer(base({ 'GET /scan': { body: [] } }));
  const { user, router } = await openApp('/mail');
  await loaded();
  for (const key of [...'NOWHERE-9', 'Enter']) fireEvent.keyDown(document.body, { key });
  const dialog = await screen.findByRole('dialog', { name: 'What is this?' });
  expect(await within(dialog).findByText('Nothing here bears this code.')).toBeTruthy();
  const checkIn = within(dialog).getByRole('link', { name: 'Check in as a parcel' });
  await waitFor(() => expect(document.activeElement).toBe(checkIn));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/mail/scan'));
  expect(await screen.findByText('NOWHERE-9')).toBeTruthy();
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

test('a step for a selection tells what failed and keeps those; what went through can be undone', async () => {
  let broken = true;
  const step = (id: number) => () => {
    if (broken && id === 1) return refusal(409, 'mail.already-delivered', 'Parcel 1 was delivered by Zoë.');
    known = known.map((one) => (one.id === id ? { ...one, currentQueue: 'PENDING' } : one));
    return { body: known.find((one) => one.id === id) };
  };
  const calls = stubServer(
    base({
      'PUT /mail/items/1/pending': step(1),
      'PUT /mail/items/2/pending': step(2),
      'POST /mail/items/checkin': () => {
        known = known.map((one) => ({ ...one, currentQueue: 'IN' as const }));
        return { body: [] };
      },
    }),
  );
  const { user } = await openApp('/mail');
  await loaded();
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER2/ }));
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER1/ }));
  await user.click(within(screen.getByRole('toolbar')).getByRole('button', { name: 'Set pending' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Set 2 parcels pending' }));
  fireEvent.change(dialog.getByRole('combobox', { name: 'Reason' }), { target: { value: 'damaged' } });
  await user.click(dialog.getByRole('button', { name: 'Set 2 parcels pending' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('was delivered by Zoë');
  broken = false;
  await user.click(dialog.getByRole('button', { name: 'Set 1 parcel pending' }));
  await waitFor(() => expect(numbers()).toEqual(['NUMBER3']));
  const sent = calls.filter(({ path }) => path.endsWith('/pending')).map(({ path, body }) => [path, body]);
  expect(sent).toEqual([
    ['/mail/items/2/pending', { reason: 'damaged' }],
    ['/mail/items/1/pending', { reason: 'damaged' }],
    ['/mail/items/1/pending', { reason: 'damaged' }],
  ]);
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(numbers()).toEqual(['NUMBER3', 'NUMBER2', 'NUMBER1']));
});

test('keys: j and k move, d delivers the row, / searches, ? lists them', async () => {
  vi.stubGlobal('scrollTo', () => {});
  stubServer(base());
  const { user } = await openApp('/mail');
  await loaded();
  const press = async (key: string) => {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
    await new Promise((resolve) => setTimeout(resolve, 180));
  };
  await press('j');
  await press('j');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('NUMBER2'));
  await press('k');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('NUMBER3'));
  await press('d');
  expect(await screen.findByRole('dialog', { name: 'Deliver 1 parcel to Anna Kowalska' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await press('?');
  expect(await screen.findByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await press('/');
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('without a role at the desk: only my parcels, to look at', async () => {
  const calls = stubServer(base({ 'GET /users/me': { body: someone } }));
  await openApp('/mail');
  await loaded();
  expect(screen.getByRole('heading', { level: 1, name: 'My parcels' })).toBeTruthy();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('link', { name: /Check in/ })).toBeNull();
  expect(calls.find(({ path }) => path.startsWith('/mail/items?'))!.path).toContain('mine=true');
});

test('parcels of a center where one has no role can be looked at, not worked on', async () => {
  known = [item(2, { center: { id: 2, name: 'South' } })];
  stubServer(base());
  const { user } = await openApp('/mail');
  await loaded();
  await user.click(screen.getByRole('checkbox', { name: /Select NUMBER2/ }));
  const bar = within(screen.getByRole('toolbar'));
  expect(bar.queryByRole('button', { name: /Deliver/ })).toBeNull();
  expect(bar.getByText('Some are at a center where you have no role.')).toBeTruthy();
});

test('what has waited too long is counted, one tap away, and taken off as easily', async () => {
  const old = Date.now() - 6 * 86_400_000;
  known = [
    item(4),
    item(3, { dateCreated: old }),
    item(2, { dateCreated: old, courier: couriers[1]! }),
    item(1),
  ];
  stubServer(base());
  const { user, router } = await openApp('/mail?courierId=31');
  await loaded();
  const chip = await screen.findByRole('button', { name: 'Overdue 1', pressed: false });
  await user.click(chip);
  await waitFor(() => expect(router.state.location.search).toEqual({ courierId: 31, olderThanDays: 5 }));
  await waitFor(() => expect(numbers()).toEqual(['NUMBER3']));
  expect(screen.getByRole('button', { name: 'Overdue 1', pressed: true })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Overdue 1' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ courierId: 31 }));
});

test('of what was delivered nothing is overdue', async () => {
  known = [item(1, { currentQueue: 'OUT' })];
  const calls = stubServer(base());
  await openApp('/mail?queue=OUT');
  await loaded();
  expect(screen.queryByRole('button', { name: /Overdue/ })).toBeNull();
  expect(calls.some(({ path }) => path.includes('olderThanDays'))).toBe(false);
});

test('the file has what the list has', async () => {
  stubServer(base());
  await openApp('/mail?queue=PENDING&courierId=31&search=number&item=2');
  const link = await screen.findByRole('link', { name: 'Export CSV' });
  expect(link.hasAttribute('download')).toBe(true);
  const [path, query] = link.getAttribute('href')!.split('?');
  expect(path).toBe('/external/api/rest/v2/mail/items.csv');
  expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
    queue: 'PENDING',
    courierId: '31',
    search: 'number',
    orderByType: 'desc',
  });
});
