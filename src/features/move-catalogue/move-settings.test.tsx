import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { moveAnswers } from '#src/directory/test-moves.ts';
// Compiled before any clock runs.
import '#src/features/settings/settings-page.tsx';
import '#src/ui/notices.tsx';
import './move-settings.tsx';

afterEach(() => vi.unstubAllGlobals());
const dates = { dateCreated: 1, dateUpdated: 1 };
const lamp = { id: 20, name: 'Lamps', sortOrder: 1, ...dates };
const type = {
  id: 30,
  name: 'New socket',
  description: '',
  type: '',
  product: lamp,
  defaultPriority: { id: 3, name: 'Normal', sortOrder: 3, color: {}, ...dates },
  SLAMinutes: 0,
  promises: [],
  estimatedTime: 30,
  totalOperatorsRequired: 1,
  priorityEnableForCustomer: true,
  dateRequiredEnabledForCustomer: false,
  assetRequest: false,
  approval: false,
  active: true,
  fields: [],
  ...dates,
};
const server = (more: Answers = {}) =>
  stubServer({
    ...moveAnswers,
    'GET /users/me': { body: { ...someone, siteAdmin: true } },
    'GET /service/catalogue': {
      body: { categories: [], products: [{ ...lamp, types: [type] }], priorities: [], centers: [] },
    },
    ...more,
  });
const writes = (calls: ReturnType<typeof server>) => calls.filter(({ method }) => method !== 'GET');

test('a task gets a field and the service request that it makes, and can be put back', async () => {
  const saved = { id: 1, name: 'Network', fields: [], ...dates };
  const calls = server({ 'PUT /move/settings/tasks/1': { body: saved } });
  const { user } = await openApp('/settings?tab=moves&part=tasks');
  await user.click(await screen.findByRole('button', { name: 'Change Network Services' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Change a task' }));
  await user.click(dialog.getByRole('button', { name: 'Add a field' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Name the field, or take it away')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Field 2' }), 'Sockets');
  await user.click(dialog.getByRole('button', { name: 'Move Sockets up' }));
  await user.selectOptions(
    dialog.getByRole('combobox', { name: 'Service request' }),
    await dialog.findByRole('option', { name: 'Lamps: New socket' }),
  );
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(writes(calls)).toHaveLength(2));
  const before = { code: 'pcType', name: 'PC Type' };
  expect(writes(calls).map(({ body }) => body)).toEqual([
    { name: 'Network Services', fields: [{ name: 'Sockets' }, before], serviceType: { id: 30 } },
    { name: 'Network Services', fields: [before], serviceType: null },
  ]);
});

test('what the server refuses to take out of use is told in the question', async () => {
  const calls = server({ 'DELETE /move/settings/tasks/1': refusal(409, 'move.in-use', 'It is in use.') });
  const { user } = await openApp('/settings?tab=moves&part=tasks');
  await user.click(await screen.findByRole('button', { name: 'Take Network Services out of use' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Take out of use' }));
  expect(await dialog.findByText('It is in use.')).toBeTruthy();
  await waitFor(() => expect(writes(calls)).toHaveLength(1));
});
