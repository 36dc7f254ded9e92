import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { MailDesk } from '#contract/mail.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './settings-page.tsx';
import '#src/ui/notices.tsx';

const dates = { dateCreated: 1, dateUpdated: 1 };
const north = { id: 1, name: 'North', forShipping: false, ...dates };
const stops = ['Reception', 'Yard', 'Attic'].map((name, at) => ({ id: at + 1, name }));
const desk: MailDesk = {
  centers: [{ id: 1, name: 'Mail' }],
  packageTypes: [{ id: 1, name: 'Box', code: 'BOX', sortOrder: 1, ...dates }],
  couriers: [{ id: 1, name: 'UPS', code: 'UPS', ...dates }],
  routes: [north],
  mailStops: stops.map((stop) => ({ ...stop, routeIds: stop.id < 3 ? [1] : [] })),
  locations: [{ id: 1, name: 'Shelf A', sortOrder: 1, ...dates }],
};
const company = {
  id: 1,
  name: 'Northwind',
  country: 'PL',
  timeZone: 'Europe/Warsaw',
  features: ['mail'],
};
const server = (more: Answers = {}, siteAdmin = true) =>
  stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin } },
    'GET /organisation': { body: company },
    'GET /mail/desk': { body: desk },
    'GET /mail/routes/1': { body: { ...north, stops: stops.slice(0, 2) } },
    'PUT /mail/routes/1': { body: {} },
    ...more,
  });
const writes = (calls: ReturnType<typeof server>) =>
  calls.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => [method, path, body]);
afterEach(() => vi.unstubAllGlobals());

test('another name is saved, and the way back is offered', async () => {
  const calls = server({
    'PUT /organisation': ({ body }) => ({ body: { ...company, ...(body as object) } }),
  });
  const { user } = await openApp('/settings');
  const name = await screen.findByRole('textbox', { name: 'Name of the organisation' });
  await user.clear(name);
  await user.type(name, 'Northwind GmbH');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(writes(calls).map(([, , body]) => (body as { name: string }).name)).toEqual([
      'Northwind GmbH',
      'Northwind',
    ]),
  );
});

test('another tab asks before it throws away what was typed', async () => {
  server();
  const { user, router } = await openApp('/settings');
  await user.type(await screen.findByRole('textbox', { name: 'Name of the organisation' }), ' GmbH');
  await user.click(screen.getByRole('link', { name: 'Features' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.search).toEqual({});
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of the organisation' }).value).toBe(
    'Northwind GmbH',
  );
});

test('what the server refuses stands at its field, and what was typed stays', async () => {
  server({ 'PUT /organisation': refusal(400, 'invalid', 'name is taken', 'name') });
  const { user } = await openApp('/settings');
  const name = await screen.findByRole('textbox', { name: 'Name of the organisation' });
  await user.type(name, '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('name is taken')).toBeTruthy();
  expect((name as HTMLInputElement).value).toBe('Northwind!');
});

test('the arrow keys on a grip put stops in another order', async () => {
  const calls = server();
  const { user } = await openApp('/settings?tab=routes&route=1');
  const list = await screen.findByRole('list', { name: 'Stops of North' });
  within(list).getByRole('button', { name: 'Move Reception, now number 1' }).focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() =>
    expect(writes(calls)).toEqual([['PUT', '/mail/routes/1', { stops: [{ id: 2 }, { id: 1 }] }]]),
  );
  expect(screen.getByText('Reception is number 2 of 2 now.')).toBeTruthy();
});

test('a stop out of use comes back onto its routes, in their order', async () => {
  const calls = server({
    'DELETE /mail/mailstops/1': { body: { response: 'Successfully removed' } },
    'PUT /mail/mailstops/1/restore': { body: stops[0] },
  });
  const { user } = await openApp('/settings?tab=stops');
  await user.click(await screen.findByRole('button', { name: 'Take Reception out of use' }));
  const notice = (await screen.findByText(/^Reception is out of use/)).parentElement!;
  await user.click(within(notice).getByRole('button', { name: 'Undo' }));
  await waitFor(() =>
    expect(writes(calls)).toEqual([
      ['DELETE', '/mail/mailstops/1', undefined],
      ['PUT', '/mail/mailstops/1/restore', undefined],
      ['PUT', '/mail/routes/1', { stops: [{ id: 1 }, { id: 2 }] }],
    ]),
  );
});

test('settings are for site administrators', async () => {
  server({ 'GET /mail/items': { body: [] } }, false);
  const { router } = await openApp('/settings');
  expect(router.state.location.pathname).not.toBe('/settings');
});

test('package types are renamed and put in order; the courier of all others stays', async () => {
  const more = [
    { id: 1, name: 'Box', code: 'box', sortOrder: 1, ...dates },
    { id: 2, name: 'Bag', code: 'bag', sortOrder: 2, ...dates },
  ];
  const couriers = [...desk.couriers, { id: 2, name: 'Other', code: 'OTHER', ...dates }];
  const calls = server({
    'GET /mail/desk': { body: { ...desk, packageTypes: more, couriers } },
    'PUT /mail/packageTypes/order': { body: { ok: true } },
    'PUT /mail/packageTypes/2': { body: more[1] },
  });
  const { user } = await openApp('/settings?tab=packages');
  const list = await screen.findByRole('list', { name: 'Package types' });
  within(list).getByRole('button', { name: 'Move Bag, now number 2' }).focus();
  await user.keyboard('{ArrowUp}');
  await user.click(within(list).getByRole('button', { name: 'Change Bag' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Mail bag{Enter}');
  await waitFor(() =>
    expect(writes(calls)).toEqual([
      ['PUT', '/mail/packageTypes/order', [{ id: 2 }, { id: 1 }]],
      ['PUT', '/mail/packageTypes/2', { name: 'Mail bag' }],
    ]),
  );
  await user.click(screen.getByRole('link', { name: 'Couriers' }));
  expect(await screen.findByRole('button', { name: 'Take UPS out of use' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Take Other out of use' })).toBeNull();
});
