import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { switchSingleKeys } from '#src/ui/shortcuts.ts';
import { openApp, someone, stubServer } from './test-support.tsx';

afterEach(() => {
  vi.unstubAllGlobals();
  switchSingleKeys(true);
});

const answers = {
  'GET /users/me': { body: someone },
  'GET /mail/items': { body: [] },
  'GET /move/requests': { body: [] },
  'GET /move/requests/count': { body: { count: 0 } },
};
const press = (key: string) => fireEvent.keyDown(document.body, { key });
const list = () => screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
const start = async (address: string) => {
  stubServer(answers);
  const app = await openApp(address);
  await screen.findByRole('heading', { level: 1 });
  return app;
};

test('"?" lists what keys do in this view, everywhere, and where "g" leads', async () => {
  const { user } = await start('/moves');
  press('?');
  const shown = await list();
  const here = within(shown).getByRole('region', { name: 'On this page' });
  expect(within(here).getByText('Add something new').closest('div')!.textContent).toContain('N');
  expect(within(here).getByText('Search')).toBeTruthy();
  const go = within(shown).getByRole('region', { name: 'Go to' });
  expect(within(go).getByText('People').closest('div')!.textContent).toBe('GPPeople');
  expect(within(go).queryByText('Mail desk')).toBeNull();
  // While it is open the view's keys are silent.
  press('n');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('My moves');
});

test('two keys go to a page, and the second means nothing else', async () => {
  const { router } = await start('/moves');
  press('g');
  press('n');
  expect(router.state.location.pathname).toBe('/moves');
  press('g');
  press('p');
  await waitFor(() => expect(router.state.location.pathname).toBe('/people'));
});

test('single keys can be switched off, by the mouse too; Ctrl K stays', async () => {
  const { user, router } = await start('/moves');
  await user.click(screen.getByRole('button', { name: /Your account/ }));
  await user.click(await screen.findByRole('menuitem', { name: /Keyboard shortcuts/ }));
  await user.click(within(await list()).getByRole('switch', { name: /Shortcuts of a single key/ }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  // Four keys at this pace would be a scanner's.
  for (const key of ['?', 'n']) press(key);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(router.state.location.pathname).toBe('/moves');
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  expect(await screen.findByRole('combobox', { name: /Find people/ })).toBeTruthy();
});
