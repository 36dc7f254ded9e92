import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { AssetModel } from '#contract/assets-catalogue.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { keeping, notebooks, swift } from '#src/directory/test-assets.ts';
// Compiled before any clock runs.
import '#src/features/settings/settings-page.tsx';
import './asset-settings.tsx';

afterEach(() => vi.unstubAllGlobals());
const MANY = 3000;
const models: AssetModel[] = Array.from({ length: MANY }, (_, at) => ({
  ...swift,
  id: at + 1,
  name: `Model ${String(at + 1).padStart(4, '0')}`,
}));
const queryOf = ({ path }: Call) => new URLSearchParams(path.split('?')[1]);
const matching = (call: Call) => {
  const search = queryOf(call).get('search') ?? '';
  return models.filter(({ name }) => name.includes(search));
};
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: keeping(someone) },
    'GET /centers': { body: [] },
    'GET /assets/types': { body: [notebooks] },
    'GET /assets/models': (call) => {
      const [start, limit] = [Number(queryOf(call).get('startAt')), Number(queryOf(call).get('limit'))];
      return { body: matching(call).slice(start, start + limit) };
    },
    'GET /assets/models/count': (call) => ({ body: { count: matching(call).length } }),
    ...more,
  });

test('thousands of models: few are drawn, one is found and changed, and that is taken back', async () => {
  const calls = server({
    'PUT /assets/models/2750': ({ body }) => ({
      body: { ...models[2749], ...(body as object), type: notebooks },
    }),
  });
  const { user, router } = await openApp('/settings?tab=assets&part=models');
  expect(await screen.findByText('3,000 models')).toBeTruthy();
  expect((await screen.findAllByRole('row')).length).toBeLessThan(100);
  await user.type(screen.getByRole('searchbox', { name: 'Find models' }), 'l 2750');
  await waitFor(() => expect(router.state.location.search).toMatchObject({ part: 'models', find: 'l 2750' }));
  await user.click(await screen.findByRole('row', { name: /Model 2750/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Edit model' }));
  const maker = dialog.getByRole('textbox', { name: 'Manufacturer' });
  await user.clear(maker);
  await user.type(maker, 'Globex');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  const puts = () => calls.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  await waitFor(() => expect(puts()).toHaveLength(2));
  expect(puts()).toMatchObject([{ manufacturer: 'Globex' }, { manufacturer: 'Acme' }]);
});

test('a type is added with its code; one that models hang on is not removed, and the question says why', async () => {
  const calls = server({
    'POST /assets/types': ({ body }) => ({
      status: 201,
      body: { ...notebooks, ...(body as object), id: 32 },
    }),
    'DELETE /assets/types/31': refusal(409, 'assets.in-use', 'There are models of this type.'),
  });
  const { user } = await openApp('/settings?tab=assets');
  await user.click(await screen.findByRole('button', { name: 'New type' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New type' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(await dialog.findByText('Give it a name.')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Monitor');
  await user.type(dialog.getByRole('textbox', { name: 'Code' }), 'MON');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ method }) => method === 'POST')!.body).toMatchObject({
    name: 'Monitor',
    code: 'MON',
    sortOrder: 2,
  });

  await user.click(screen.getByRole('button', { name: 'Take Notebook out of use' }));
  const question = within(await screen.findByRole('dialog', { name: 'Remove Notebook?' }));
  await user.click(question.getByRole('button', { name: 'Remove' }));
  expect((await question.findByRole('alert')).textContent).toContain('There are models of this type.');
});
