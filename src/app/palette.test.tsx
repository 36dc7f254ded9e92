import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FindResult } from '#contract/find.ts';
import { type Answers, openApp, refusal, someone, stubServer } from './test-support.tsx';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

const leila: FindResult = { kind: 'person', id: 9, title: 'ليلى حسن', parts: ['Lawyer'], color: '#b0562c' };
const room: FindResult = {
  kind: 'space',
  id: 31,
  title: 'Kranich',
  parts: ['Meeting Room', '2nd floor'],
  reservable: true,
};
const parcel: FindResult = {
  kind: 'parcel',
  id: 5,
  title: '1Z999',
  parts: ['Marta'],
  state: 'IN',
  exact: true,
};
const known: Record<string, FindResult[]> = {
  kranich: [room],
  kra: [room],
  '1Z999': [parcel],
  ليلى: [leila],
};
const answers: Answers = {
  'GET /users/me': { body: someone },
  'GET /mail/items': { body: [] },
  'GET /find': ({ path }) => {
    const q = new URLSearchParams(path.split('?')[1]).get('q')!;
    return q.startsWith('broken') ? refusal(503, 'busy', 'Try again in a moment.') : { body: known[q] ?? [] };
  },
};
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const chosen = () => screen.getByRole('option', { selected: true }).textContent;

async function opened(more: Answers = {}) {
  const calls = stubServer({ ...answers, ...more });
  const app = await openApp('/profile');
  await screen.findByRole('heading', { level: 1 });
  fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
  const box = await screen.findByRole('combobox', { name: /Find people, spaces/ });
  return { ...app, calls, box };
}

test('Ctrl K opens it, the field has the focus, arrows and Enter go to a page; Escape gives the focus back', async () => {
  stubServer(answers);
  const { user, router } = await openApp('/profile');
  await screen.findByRole('heading', { level: 1 });
  const button = screen.getByRole('button', { name: 'Search or go to' });
  button.focus();
  await user.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('combobox', { name: /Find people/ });
  await waitFor(() => expect(document.activeElement).toBe(box));
  expect(screen.getByRole('group', { name: 'Actions' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(button));

  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox', { name: /Find people/ }), 'spaces');
  const pages = screen.getByRole('group', { name: 'Pages' });
  expect(within(pages).getAllByRole('option').length).toBeGreaterThan(1);
  const first = chosen();
  await user.keyboard('{ArrowDown}');
  expect(chosen()).not.toBe(first);
  await user.keyboard('{Home}');
  expect(chosen()).toBe(first);
  await user.keyboard('{End}{ArrowDown}');
  expect(chosen()).toBe(first);
  expect(screen.getByRole('option', { selected: true }).querySelector('mark')?.textContent).toBe('Spaces');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/spaces'));
  expect(screen.queryByRole('combobox', { name: /Find people/ })).toBeNull();
});

test('records come from the server in one call; what was chosen comes first the next time', async () => {
  const { user, router, calls, box } = await opened();
  await user.type(box, 'kranich');
  const spaces = await screen.findByRole('group', { name: 'Spaces' });
  expect(within(spaces).getByRole('option').textContent).toContain('Meeting Room · 2nd floor');
  expect(await screen.findByText('1 result')).toBeTruthy();
  const asked = calls.filter(({ path }) => path.startsWith('/find'));
  expect(asked.length).toBeLessThan(4);
  expect(new URLSearchParams(asked.at(-1)!.path.split('?')[1]).get('kinds')).toBe(
    'person,space,asset,parcel,request,move',
  );
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/bookings/space/31'));
  fireEvent.keyDown(document.body, { key: 'k', metaKey: true });
  const recent = await screen.findByRole('group', { name: 'Recent' });
  expect(within(recent).getByRole('option').textContent).toContain('Kranich');
});

test('a code comes before all else, another tab opens beside', async () => {
  const { user, box } = await opened();
  const openTab = vi.fn();
  vi.stubGlobal('open', openTab);
  await user.type(box, '1Z999');
  await screen.findByRole('group', { name: 'This code' });
  expect(chosen()).toContain('1Z999');
  await user.keyboard('{Control>}{Enter}{/Control}');
  expect(openTab).toHaveBeenCalledWith('/mail/5', '_blank', 'noopener');
  expect(screen.getByRole('combobox', { name: /Find people/ })).toBeTruthy();
});

test('without the server pages and actions still work, and it says what could not be searched', async () => {
  const { user, router, box } = await opened();
  await user.type(box, 'broken');
  expect((await screen.findByRole('alert')).textContent).toContain('Try again in a moment.');
  await user.clear(box);
  await user.type(box, 'ask for ser');
  expect(chosen()).toBe('Ask for service');
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.state.location.pathname).toBe('/requests/new'));
});

test('what one may not do, and what is switched off, is not offered', async () => {
  const few = { ...someone.organisation, features: ['mail' as const] };
  const { user, calls, box } = await opened({
    'GET /users/me': { body: { ...someone, organisation: few } },
  });
  expect(options()).toEqual([]);
  for (const text of ['Book a desk', 'Check in a parcel', 'Add a person', 'Couriers']) {
    await user.clear(box);
    await user.type(box, text);
    await waitFor(() => expect(screen.getByText(/^Nothing is called/)).toBeTruthy());
  }
  expect(calls.find(({ path }) => path.startsWith('/find'))!.path).toContain('person%2Cspace%2Cparcel');
});
