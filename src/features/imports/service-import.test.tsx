import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportOrder, ImportPreview } from '#contract/imports.ts';
import { openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './import-page.tsx';

const manager = {
  ...someone,
  permissions: [{ role: 'MANAGER', center: { id: 5, name: 'Repairs', code: 'M', module: 'maintenance' } }],
};
const preview: ImportPreview = {
  rows: 2500,
  create: 2400,
  update: 0,
  skip: 0,
  columns: [{ name: 'unique_key', samples: ['4547561'] }],
  mapping: { externalId: 0, opened: 0 },
  defaults: { building: 'City Hall', space: 'Counter' },
  errors: [{ row: 7, field: 'closed', message: 'is before it was opened', problem: 'cell' }],
  errorCount: 1,
};
afterEach(() => vi.unstubAllGlobals());

test('tickets go in part by part, with what was chosen the last time, and on from where it broke', async () => {
  let broken = true;
  const calls = stubServer({
    'GET /users/me': { body: manager },
    'POST /imports/service-requests/preview': { body: preview },
    'POST /imports/service-requests': ({ body }) => {
      const { from } = (body as ImportOrder).part!;
      const fails = broken && from === 1000;
      if (fails) broken = false;
      return fails
        ? refusal(503, 'busy', 'The server is busy.')
        : { body: { create: 800, update: 0, skip: 0, errors: [], errorCount: 0 } };
    },
  });
  const { user } = await openApp('/imports/service-requests');
  const file = new File(['unique_key\n4547561'], 'tickets.csv', { type: 'text/csv' });
  await user.upload(await screen.findByLabelText('CSV file'), file);
  expect((await screen.findByLabelText<HTMLInputElement>('Space where empty')).value).toBe('Counter');
  await user.click(await screen.findByRole('button', { name: 'Import 2400' }));
  expect(await screen.findByText('The server is busy.')).toBeTruthy();
  expect(screen.getByText('1000 of 2500 rows')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Go on with the import' }));
  expect(await screen.findByText('2400 added, 0 were there already, 0 left out.')).toBeTruthy();
  const writes = calls.filter(({ path }) => path === '/imports/service-requests');
  expect(writes.map(({ body }) => (body as ImportOrder).part!.from)).toEqual([0, 1000, 1000, 2000]);
  const keys = writes.map(({ headers }) => headers.get('idempotency-key'));
  expect([keys[1] === keys[2], new Set(keys).size]).toEqual([true, 3]);
  expect((writes[0]!.body as ImportOrder).options.defaults).toEqual(preview.defaults);
});
