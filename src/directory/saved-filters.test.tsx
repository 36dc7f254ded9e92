import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SavedFilter } from '#contract/saved-filters.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { keepingFilters } from './test-filters.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

/** A server that keeps filters. */
function keeping(first: SavedFilter[], more: Answers = {}) {
  const { answers, kept } = keepingFilters(first);
  const calls = stubServer({
    'GET /users/me': { body: someone },
    'GET /users': { body: [] },
    'GET /users/count': { body: { count: 0 } },
    'GET /users/types': { body: [] },
    'GET /centers': { body: [] },
    ...answers,
    ...more,
  });
  return { calls, kept };
}
const admins: SavedFilter = {
  id: 1,
  view: 'people',
  name: 'Admins',
  filters: { admins: true },
  dateCreated: 1,
  dateUpdated: 1,
};
const open = async (address: string) => {
  const app = await openApp(address);
  await app.user.click(await screen.findByRole('button', { name: 'Saved' }));
  return { ...app, list: await screen.findByRole('dialog', { name: /^Saved/ }) };
};

test('a filter is called up, saved under a name, deleted, and brought back', async () => {
  const { kept } = keeping([admins]);
  const { user, router, list } = await open('/people?space=with');
  await user.type(within(list).getByLabelText('Save these filters as'), 'With a desk{Enter}');
  await waitFor(() => expect(kept()).toContainEqual({ name: 'With a desk', filters: { space: 'with' } }));

  await user.click(screen.getByRole('button', { name: 'Saved' }));
  await user.click(await screen.findByRole('button', { name: 'Admins' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ admins: true }));

  await user.click(screen.getByRole('button', { name: 'Saved' }));
  await user.click(await screen.findByRole('button', { name: 'Delete Admins' }));
  await waitFor(() => expect(kept().map(({ name }) => name)).toEqual(['With a desk']));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(kept()).toContainEqual({ name: 'Admins', filters: { admins: true } }));
});

test('what the server refuses is taken back and told', async () => {
  keeping([admins], { 'DELETE /users/me/filters/1': refusal(503, 'busy', 'Try again in a moment.') });
  const { user, list } = await open('/people');
  await user.click(await within(list).findByRole('button', { name: 'Delete Admins' }));
  expect(await screen.findByText('Try again in a moment.')).toBeTruthy();
  expect(await screen.findByRole('button', { name: 'Admins' })).toBeTruthy();
});

test('what this device kept alone is brought over once; of one name what is there stays', async () => {
  const old = [
    { name: 'admins', filters: { space: 'with' } },
    { name: 'Nowhere', filters: { space: 'without', nonsense: 1 } },
  ];
  localStorage.setItem('atrium.people.filters.7', JSON.stringify(old));
  const { calls, kept } = keeping([admins]);
  await openApp('/people');
  await waitFor(() => expect(localStorage.getItem('atrium.people.filters.7')).toBeNull());
  expect(kept()).toEqual([
    { name: 'Admins', filters: { admins: true } },
    { name: 'Nowhere', filters: { space: 'without' } },
  ]);
  expect(calls.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});
