import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './hand-over-view.tsx';
import { annika, desk, findPeople, item, queuesOf, working } from '#src/directory/test-desk.ts';

let known = [item(1)];
const base = (more: Answers = {}): Answers => ({
  'GET /users/me': { body: working(someone) },
  'GET /mail/desk': { body: desk },
  'GET /mail/recipients': ({ path }) => findPeople(path),
  ...queuesOf(() => known),
  ...more,
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
const scan = (text: string) => {
  for (const key of [...text, 'Enter']) fireEvent.keyDown(document.activeElement ?? document.body, { key });
};
const rows = () => within(screen.getByRole('list', { name: 'Parcels' })).getAllByRole('listitem');

test('parcels are gathered by scanning and by recipient, and handed over at once', async () => {
  // jsdom draws nothing.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    fillRect() {},
    clearRect() {},
    beginPath() {},
    closePath() {},
    scale() {},
  } as never);
  const other = { toUser: annika, deliverTo: annika };
  known = [item(4, other), item(3, { currentQueue: 'OUT' }), item(2), item(1)];
  const calls = stubServer(base({ 'PUT /mail/items/deliver': { body: [] } }));
  const { user, router } = await openApp('/mail/deliver');
  const box = await screen.findByRole('textbox', { name: 'Scan the parcels to hand over' });
  scan('number-4');
  await waitFor(() => expect(rows()).toHaveLength(1));
  scan('NUMBER3');
  expect(await screen.findByText(/NUMBER3 is not at the desk/)).toBeTruthy();
  await user.type(screen.getByRole('combobox'), 'kow');
  await user.click(await screen.findByRole('option', { name: /Anna Kowalska/ }));
  await waitFor(() => expect(rows()).toHaveLength(3));
  expect(router.state.location.search).toEqual({ person: 101 });
  expect(document.activeElement).toBe(box);
  await user.click(screen.getByRole('button', { name: 'Remove NUMBER2' }));
  await user.click(screen.getByRole('button', { name: 'Deliver 2 parcels' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Deliver 2 parcels of 2 people' }));
  expect(
    dialog.getByText('These parcels belong to several people. One signature will stand for all of them.'),
  ).toBeTruthy();
  await user.click(dialog.getByText('Somebody else'));
  await user.type(dialog.getByRole('combobox'), 'Tom');
  await user.click(await screen.findByRole('option', { name: /Not in the directory: “Tom”/ }));
  known = known.map((one) => (one.id === 2 ? one : { ...one, currentQueue: 'OUT' as const }));
  await user.click(dialog.getByRole('button', { name: 'Deliver 2 parcels' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ method }) => method === 'PUT')!.body).toEqual([
    { id: 4, collectedByName: 'Tom' },
    { id: 1, collectedByName: 'Tom' },
  ]);
  expect(await screen.findByText('Scan what is being collected')).toBeTruthy();
});
