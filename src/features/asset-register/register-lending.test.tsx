import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openApp, someone, stubServer } from '#src/app/test-support.tsx';
import { assetOf, keeping, notebooks, swift } from '#src/directory/test-assets.ts';
// Compiled before any clock runs.
import './asset-page.tsx';
import './code-pictures.tsx';
import './register-page.tsx';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

test('managers let everybody reserve what is chosen, with a way back; the page leads to lending', async () => {
  const kind = { id: 41, name: 'Swift 14' };
  const loan = {
    id: 5,
    state: 'out',
    startDate: 1,
    dueDate: 2,
    overdue: true,
    notes: '',
    home: {},
    center: kind,
    user: someone,
    dateCreated: 1,
    dateUpdated: 1,
    asset: {
      id: 3,
      name: 'Notebook 3',
      model: kind,
      type: kind,
      condition: 'good',
      lendable: true,
      removed: false,
    },
  };
  const known = [assetOf(1), assetOf(2), assetOf(3)];
  const calls = stubServer({
    'GET /users/me': { body: keeping(someone) },
    'GET /assets': { body: known },
    'GET /assets/count': { body: { count: 3 } },
    'GET /assets/types': { body: [notebooks] },
    'GET /assets/models': { body: [swift] },
    'GET /buildings': { body: [] },
    'GET /rooms': { body: [] },
    'GET /maintenance/requests': { body: [] },
    'GET /assets/3': { body: known[2] },
    'GET /assets/3/history': { body: [] },
    'PUT /assets/lendable': { body: { count: 1, ids: [2] } },
    'GET /assets/loans': { body: [loan] },
  });
  const { user, router } = await openApp('/assets');
  for (const name of [/NW-1\b/, /NW-2\b/]) await user.click(await screen.findByRole('checkbox', { name }));
  await user.click(screen.getByRole('button', { name: 'Lending' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Everybody may reserve them' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(calls.filter(({ method }) => method === 'PUT').map(({ path, body }) => [path, body])).toEqual([
      ['/assets/lendable', { assets: [{ id: 1 }, { id: 2 }], lendable: true }],
      ['/assets/lendable', { assets: [{ id: 2 }], lendable: false }],
    ]),
  );
  await router.navigate({ to: '/assets/$assetId', params: { assetId: 3 } });
  const back = await screen.findByRole('link', { name: 'Take back' });
  expect(back.getAttribute('href')).toBe('/assets/loans?open=5');
});
