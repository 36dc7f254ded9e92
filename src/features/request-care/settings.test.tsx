import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import '#src/features/settings/settings-page.tsx';
import './request-settings.tsx';
import '#src/ui/notices.tsx';

const dates = { dateCreated: 1, dateUpdated: 1 };
const center = { id: 4, name: 'Facilities' };
const urgent = { id: 1, name: 'Urgent', sortOrder: 1, color: {}, ...dates };
const normal = { id: 3, name: 'Normal', sortOrder: 3, color: {}, ...dates };
const rooms = { id: 10, name: 'Rooms' };
const projector = { id: 20, name: 'Projector', sortOrder: 1, category: rooms, ...dates };
const flicker = {
  id: 30,
  name: 'It flickers',
  description: '',
  type: '',
  product: projector,
  defaultPriority: normal,
  SLAMinutes: 480,
  promises: [{ priority: { id: 1, name: 'Urgent' }, minutes: 60 }],
  estimatedTime: 30,
  totalOperatorsRequired: 1,
  priorityEnableForCustomer: true,
  dateRequiredEnabledForCustomer: false,
  assetRequest: false,
  approval: false,
  active: true,
  fields: [
    { id: 41, code: 'input', name: 'Which input?', kind: 'text', required: false, sortOrder: 1, choices: [] },
  ],
  ...dates,
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: { ...someone, siteAdmin: true } },
    'GET /maintenance/categories': {
      body: [{ ...rooms, center, sortOrder: 1, products: [projector], ...dates }],
    },
    'GET /maintenance/products': { body: [projector] },
    'GET /maintenance/types': { body: [flicker] },
    'GET /maintenance/priorities': { body: [urgent, normal] },
    'GET /service/hold-reasons': { body: [{ id: 50, name: 'Parts', center, sortOrder: 1, ...dates }] },
    'GET /service/catalogue': { body: { categories: [], products: [], priorities: [], centers: [center] } },
    'PUT /service/types/30': ({ body }) => ({ body: { ...flicker, name: (body as typeof flicker).name } }),
    ...more,
  });
const writes = (calls: ReturnType<typeof server>) =>
  calls.filter(({ method }) => method !== 'GET').map(({ body }) => body);
afterEach(() => vi.unstubAllGlobals());

test('a type is found, gets a promise and a question, and can be put back as it was', async () => {
  const calls = server();
  const { user } = await openApp('/settings?tab=requests');
  const find = await screen.findByRole('searchbox', { name: 'Find a category, product or type' });
  await user.type(find, 'xx');
  expect(await screen.findByText('Nothing has these words in its name')).toBeTruthy();
  await user.clear(find);
  await user.type(find, 'fl ro');
  await user.click(await screen.findByRole('link', { name: 'It flickers' }));

  const usual = within(await screen.findByRole('group', { name: 'Done within' }));
  expect(usual.getByRole<HTMLInputElement>('textbox', { name: 'Hours' }).value).toBe('8');
  await user.clear(usual.getByRole('textbox', { name: 'Hours' }));
  await user.clear(usual.getByRole('textbox', { name: 'Minutes' }));
  await user.type(usual.getByRole('textbox', { name: 'Minutes' }), '90');
  expect(screen.getByText('Within 1 hr 30 min of opening hours')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'New question' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(dialog.getByRole('textbox', { name: 'Question' }), 'Side?');
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Kind of answer' }), 'One of a list');
  await user.type(dialog.getByRole('textbox', { name: 'Choices' }), 'L{Enter}L');
  await user.click(dialog.getByRole('button', { name: 'Take over' }));
  expect(await dialog.findByText('The same choice is there twice')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Choices' }), ' R');
  const preview = within(dialog.getByRole('group', { name: 'How it is asked' }));
  expect(preview.getByRole('option', { name: 'L R' })).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Take over' }));

  await user.click(await screen.findByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(writes(calls)).toHaveLength(2));
  const old = { code: 'input', name: 'Which input?', kind: 'text', required: false, choices: [] };
  expect(writes(calls)).toMatchObject([
    {
      SLAMinutes: 90,
      promises: [{ priority: { id: 1 }, minutes: 60 }],
      fields: [old, { code: 'side', name: 'Side?', kind: 'choice', choices: ['L', 'L R'] }],
    },
    { SLAMinutes: 480, fields: [old] },
  ]);
});

test('what the server refuses to remove is told in the question', async () => {
  const calls = server({
    'DELETE /service/priorities/1': refusal(409, 'service.in-use', 'Something in it is offered.'),
  });
  const { user } = await openApp('/settings?tab=requests&part=priorities');
  const list = within(await screen.findByRole('list', { name: 'Priorities' }));
  expect(list.getByText('Place 1 · High')).toBeTruthy();
  expect(list.getByText('Place 3 · Low')).toBeTruthy();
  await user.click(list.getByRole('button', { name: 'Take Urgent out of use' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Remove' }));
  expect(await dialog.findByText('Something in it is offered.')).toBeTruthy();
  expect(writes(calls)).toHaveLength(1);
});
