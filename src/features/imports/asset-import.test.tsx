import { screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportOrder, ImportPreview } from '#contract/imports.ts';
import { openApp, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './import-page.tsx';

const manager = {
  ...someone,
  permissions: [{ role: 'MANAGER', center: { id: 5, name: 'Assets', code: 'A', module: 'asset' } }],
};
const preview: ImportPreview = {
  rows: 6000,
  create: 6000,
  update: 0,
  skip: 0,
  columns: [
    { name: 'Asset Tag', samples: ['T1'] },
    { name: 'Model', samples: ['M'] },
  ],
  mapping: { localUID: 0, model: 1 },
  errors: [],
  errorCount: 0,
  notices: [{ row: 2, column: 'Location', message: '“Yard” is no space; left out', problem: 'unknown' }],
  noticeCount: 1,
};
afterEach(() => vi.unstubAllGlobals());

test('assets: what is left out is told, the choices are sent along, and long files go in parts', async () => {
  const calls = stubServer({
    'GET /users/me': { body: manager },
    'POST /imports/assets/preview': { body: preview },
    'POST /imports/assets': { body: { create: 3000, update: 0, skip: 0 } },
  });
  const { user } = await openApp('/imports/assets');
  expect(await screen.findByRole('button', { name: 'Download a sample' })).toBeTruthy();
  const file = new File(['Asset Tag,Model\nT1,M'], 'assets.csv', { type: 'text/csv' });
  await user.upload(await screen.findByLabelText('CSV file'), file);
  expect(await screen.findByText('1 cells go in otherwise than the file says')).toBeTruthy();
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'People and spaces that are not there' }),
    'Leave the place out, and say so',
  );
  await user.click(screen.getByRole('button', { name: 'Check the file' }));
  await user.click(await screen.findByRole('button', { name: 'Import 6000' }));
  expect(await screen.findByText('6000 added, 0 changed, 0 left as they were.')).toBeTruthy();
  const writes = calls
    .filter(({ path }) => path === '/imports/assets')
    .map(({ body }) => body as ImportOrder);
  expect(writes.map(({ part }) => part)).toEqual([
    { from: 0, count: 5000 },
    { from: 5000, count: 5000 },
  ]);
  expect(writes[0]!.options.defaults).toEqual({ unknownPlaces: 'leave-out' });
});
