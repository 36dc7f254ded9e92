import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MailCheckIn } from '#contract/mail.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { forgetDraftStores } from './draft-store.ts';
// Compiled before any clock runs.
import './scan-view.tsx';
import { anna, desk, findPeople, item, layla, queuesOf, working } from '#src/directory/test-desk.ts';

const UPS = '1Z5R89390357567127';
let known = [item(1)];
const base = (more: Answers = {}): Answers => ({
  'GET /users/me': { body: working(someone) },
  'GET /mail/desk': { body: desk },
  'GET /mail/recipients': ({ path }) => findPeople(path),
  ...queuesOf(() => known),
  ...more,
});
beforeEach(() => {
  known = [item(1)];
  forgetDraftStores();
});
afterEach(() => vi.unstubAllGlobals());

/** As a wedge scanner does it: all at once, wherever the focus is. */
const scan = (text: string) => {
  for (const key of [...text, 'Enter']) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};
const open = async () => {
  const app = await openApp('/mail/scan');
  const box = await screen.findByRole('textbox', { name: 'Scan or type a tracking number' });
  return { ...app, box };
};
const rowWith = (number: string) => screen.getByText(number).closest('li')!;
const checkIns = (calls: Call[]) => calls.filter(({ path }) => path === '/mail/items/checkin');

test('a scan is a row with its courier at once, and the box is ready for the next', async () => {
  stubServer(base());
  const { box } = await open();
  expect(document.activeElement).toBe(box);
  scan(UPS);
  expect(within(rowWith(UPS)).getByText('UPS')).toBeTruthy();
  expect(document.activeElement).toBe(box);
  expect((box as HTMLInputElement).value).toBe('');
  scan('A plain text 7');
  expect(within(rowWith('A plain text 7')).getByText('No courier known')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Check in 2 parcels/ })).toBeTruthy();
});

test('typed text and Enter count as well', async () => {
  stubServer(base());
  const { user, box } = await open();
  fireEvent.input(box, { target: { value: ' note 12 ' } });
  await user.type(box, '{Enter}');
  expect(rowWith('note 12')).toBeTruthy();
});

test('choices stick from scan to scan and leave earlier rows alone', async () => {
  const calls = stubServer(base({ 'POST /mail/items/checkin': { body: [item(2), item(3)] } }));
  const { user } = await open();
  scan('FIRST-00001');
  fireEvent.keyDown(window, { code: 'Digit2', key: '2', altKey: true });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Rack' }), 'Shelf B');
  fireEvent.change(screen.getByRole('textbox', { name: 'Sender' }), { target: { value: 'Mouser' } });
  scan('SECOND-00002');
  expect(screen.getByRole('button', { name: /^Box/ }).getAttribute('aria-pressed')).toBe('true');
  expect(within(rowWith('SECOND-00002')).getByText('Box · Shelf B · Mouser')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Check in 2 parcels/ }));
  await screen.findByText(/2 checked in/);
  expect(checkIns(calls)[0]!.body).toEqual([
    { trackingNumber: 'FIRST-00001' },
    { trackingNumber: 'SECOND-00002', packageType: { id: 12 }, location: { id: 22 }, sender: 'Mouser' },
  ]);
});

test('a number at the desk is shown with its place and not added; twice in the list likewise', async () => {
  known = [
    item(1),
    item(4, { currentQueue: 'PENDING', trackingNumber: 'WAITING-4' }),
    item(5, { currentQueue: 'OUT', trackingNumber: 'GONE-5' }),
  ];
  const calls = stubServer(base({ 'POST /mail/items/checkin': { body: [item(4), item(6)] } }));
  const { user } = await open();
  scan('number-1');
  const note = await within(rowWith('number-1')).findByText(/Already here since/);
  expect(note.textContent).toContain('Shelf A');
  expect(within(note).getByRole('link').getAttribute('href')).toBe('/mail/1');
  scan('WAITING-4');
  expect(await within(rowWith('WAITING-4')).findByText(/the check-in brings it back/)).toBeTruthy();
  scan('GONE-5');
  scan('gone 5');
  expect(screen.getAllByText('GONE-5 is in the list already.').length).toBeGreaterThan(0);
  expect(screen.getAllByRole('listitem').filter((row) => row.dataset.row)).toHaveLength(3);
  await user.click(screen.getByRole('button', { name: /Check in 2 parcels/ }));
  await screen.findByText(/2 checked in/);
  expect((checkIns(calls)[0]!.body as MailCheckIn[]).map((one) => one.trackingNumber)).toEqual([
    'WAITING-4',
    'GONE-5',
  ]);
  expect(rowWith('number-1')).toBeTruthy();
});

test('the recipient by keyboard: type, arrows, Enter, and back in the box', async () => {
  const calls = stubServer(base({ 'POST /mail/items/checkin': { body: [item(2)] } }));
  const { user, box } = await open();
  scan('PARCEL-1');
  await user.keyboard('{ArrowDown}');
  const field = screen.getByRole('combobox', { name: 'Recipient of PARCEL-1' });
  expect(document.activeElement).toBe(field);
  await user.type(field, 'ann');
  await screen.findByRole('option', { name: /Annika Berg/ });
  const option = screen.getByRole('option', { name: /Anna Kowalska/ });
  expect(option.textContent).toContain('B1 North');
  expect(option.textContent).toContain('2 here');
  await user.keyboard('{ArrowDown}{ArrowUp}{Enter}');
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(within(rowWith('PARCEL-1')).getByText('Anna Kowalska')).toBeTruthy();
  await user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText(/1 checked in/);
  expect(checkIns(calls)[0]!.body).toEqual([{ trackingNumber: 'PARCEL-1', toUser: { id: anna.id } }]);
});

test('Enter before the answer chooses nobody but the only match', async () => {
  stubServer(base());
  const { user } = await open();
  scan('PARCEL-1');
  await user.keyboard('{ArrowDown}');
  await user.type(screen.getByRole('combobox', { name: /Recipient of/ }), 'berg{Enter}');
  expect(await within(rowWith('PARCEL-1')).findByText('Annika Berg')).toBeTruthy();
});

test('a scan into the recipient field adds its row and gives the field back what was typed', async () => {
  stubServer(base());
  const { user } = await open();
  scan('PARCEL-1');
  await user.keyboard('{ArrowDown}');
  const field = screen.getByRole<HTMLInputElement>('combobox', { name: /Recipient of/ });
  fireEvent.input(field, { target: { value: 'Ann' } });
  await new Promise((resolve) => setTimeout(resolve, 200));
  // The characters reach the field, as they do before anybody knows that it is a scan.
  for (const key of 'PARCEL-0002') fireEvent.keyDown(field, { key });
  fireEvent.input(field, { target: { value: 'AnnPARCEL-0002' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(rowWith('PARCEL-0002')).toBeTruthy();
  expect(field.value).toBe('Ann');
});

test('a standing note has to be seen before the check-in', async () => {
  const calls = stubServer(base({ 'POST /mail/items/checkin': { body: [item(2)] } }));
  const { user, box } = await open();
  scan('PARCEL-1');
  await user.keyboard('{ArrowDown}');
  await user.type(screen.getByRole('combobox', { name: /Recipient of/ }), 'حسن');
  await user.click(await screen.findByRole('option', { name: new RegExp(layla.alerts[0]!) }));
  expect(within(rowWith('PARCEL-1')).getByText(layla.alerts[0]!)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Check in 1 parcel/ }));
  expect(checkIns(calls)).toHaveLength(0);
  const seen = screen.getByRole('button', { name: 'Seen' });
  expect(document.activeElement).toBe(seen);
  await user.click(seen);
  expect(document.activeElement).toBe(box);
  await user.click(screen.getByRole('button', { name: /Check in 1 parcel/ }));
  await waitFor(() => expect(checkIns(calls)).toHaveLength(1));
});

test('an error of one element lands on its row, and the rest keeps what was typed', async () => {
  const message = 'This person has left.';
  const calls = stubServer(
    base({ 'POST /mail/items/checkin': refusal(400, 'invalid', message, '[1].toUser') }),
  );
  const { user } = await open();
  for (const number of ['PARCEL-1', 'PARCEL-2', 'PARCEL-3']) scan(number);
  await user.click(screen.getByRole('button', { name: /Check in 3 parcels/ }));
  expect(await within(rowWith('PARCEL-2')).findByText(message)).toBeTruthy();
  expect(within(rowWith('PARCEL-1')).queryByText(message)).toBeNull();
  expect(screen.getByText(/Nothing was checked in/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Check in 3 parcels/ }));
  await waitFor(() => expect(checkIns(calls)).toHaveLength(2));
  const keys = checkIns(calls).map(({ headers }) => headers.get('idempotency-key'));
  expect(new Set(keys).size).toBe(2);
});

test('after a lost reply the same batch goes again under the same key, also after a reload', async () => {
  let lost = true;
  const calls = stubServer(
    base({
      'POST /mail/items/checkin': () => {
        if (lost) throw new TypeError('Failed to fetch');
        return { body: [item(2)] };
      },
    }),
  );
  const first = await open();
  scan('PARCEL-1');
  await first.user.click(screen.getByRole('button', { name: /Check in 1 parcel/ }));
  expect(await screen.findByText(/not confirmed yet/)).toBeTruthy();
  scan('PARCEL-2');
  expect(within(rowWith('PARCEL-1')).queryByRole('button', { name: 'Remove PARCEL-1' })).toBeNull();
  await first.user.click(await screen.findByRole('button', { name: /Try again now/ }));
  await waitFor(() => expect(checkIns(calls).length).toBeGreaterThanOrEqual(2));

  lost = false;
  forgetDraftStores();
  cleanup();
  await open();
  expect(await screen.findByText(/1 checked in/)).toBeTruthy();
  expect(screen.queryByText('PARCEL-1')).toBeNull();
  expect(rowWith('PARCEL-2')).toBeTruthy();
  const sent = checkIns(calls);
  expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
  expect(new Set(sent.map(({ body }) => JSON.stringify(body)))).toEqual(
    new Set([JSON.stringify([{ trackingNumber: 'PARCEL-1' }])]),
  );
});

test('whoever does not work at the desk is shown their parcels instead', async () => {
  stubServer(base({ 'GET /users/me': { body: someone } }));
  const { router } = await openApp('/mail/scan');
  expect(await screen.findByRole('heading', { level: 1, name: 'My parcels' })).toBeTruthy();
  expect(router.state.location.pathname).toBe('/parcels');
});
