import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './hand-over-view.tsx';
import { annika, desk, item, queuesOf, working } from '#src/directory/test-desk.ts';

const known = [item(2, { toUser: annika, deliverTo: annika }), item(1)];
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('whoever shows their code collects all of it, also what is for a colleague', async () => {
  // jsdom draws nothing.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({
    fillRect() {},
    clearRect() {},
    beginPath() {},
    closePath() {},
    scale() {},
  } as never);
  const calls = stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /mail/desk': { body: desk },
    ...queuesOf(() => known),
    'GET /mail/resolve': { body: { kind: 'person', person: annika, items: known } },
    'PUT /mail/items/deliver': { body: [] },
  });
  const { user } = await openApp('/mail/deliver');
  await screen.findByRole('textbox', { name: 'Scan the parcels to hand over' });
  for (const key of [...'P-ABCDEFGH2345', 'Enter'])
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
  const rows = () => within(screen.getByRole('list', { name: 'Parcels' })).getAllByRole('listitem');
  await waitFor(() => expect(rows()).toHaveLength(2));
  await user.click(screen.getByRole('button', { name: 'Deliver 2 parcels' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Deliver 2 parcels of 2 people' }));
  expect(dialog.getByText('Annika Berg', { selector: 'p bdi' })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Deliver 2 parcels' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ method }) => method === 'PUT')!.body).toEqual([
    { id: 2, collectedBy: { id: 102 } },
    { id: 1, collectedBy: { id: 102 } },
  ]);
});
