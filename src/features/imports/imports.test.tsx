import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportOrder, ImportPreview } from '#contract/imports.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './import-page.tsx';

const admin = { ...someone, siteAdmin: true };
const preview = (change: Partial<ImportPreview> = {}): ImportPreview => ({
  rows: 2,
  create: 2,
  update: 0,
  skip: 0,
  columns: [
    { name: 'Vorname', samples: ['Ann', 'عمر'] },
    { name: 'Nachname', samples: ['One', 'Two'] },
    { name: 'Post', samples: ['a@x.example', 'b@x.example'] },
  ],
  mapping: { firstName: 0, lastName: 1 },
  errors: [],
  errorCount: 0,
  ...change,
});
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: admin },
    'POST /imports/people/preview': ({ body }) => {
      const { mapping } = body as ImportOrder;
      const errors = [{ row: 2, field: 'email', message: 'must not be empty' }];
      return {
        body: preview(mapping?.email === 2 ? { mapping } : { create: 0, errors, errorCount: 1 }),
      };
    },
    'POST /imports/people': { body: { create: 2, update: 0, skip: 0 } },
    ...more,
  });
const csv = 'Vorname;Nachname;Post\nAnn;One;a@x.example\nعمر;Two;b@x.example\n';
const file = (text = csv, name = 'people.csv') => new File([text], name, { type: 'text/csv' });
const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });
afterEach(() => vi.unstubAllGlobals());

test('a file goes from its columns over the check to the import, which repeats under one key', async () => {
  let failing = true;
  const calls = server({
    'POST /imports/people': () => {
      const answer = failing
        ? refusal(503, 'busy', 'The server is busy.')
        : { body: { create: 2, update: 0, skip: 0 } };
      failing = false;
      return answer;
    },
  });
  const { user } = await openApp('/imports/people');
  await user.upload(await screen.findByLabelText('CSV file'), file());
  const email = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'E-mail' });
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'First name' }).value).toBe('0');
  expect(screen.getByText('Ann · عمر')).toBeTruthy();
  expect(screen.getByText('Still without a column or a value: E-mail.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Import/ })).toBeNull();
  await user.selectOptions(email, 'Post');
  await user.click(await button('Check the file'));
  const report = within(await screen.findByRole('region', { name: 'What would happen' }));
  expect(report.getByText('To add').nextSibling?.textContent).toBe('2');
  await user.click(await button('Import 2'));
  expect(await screen.findByText('The server is busy.')).toBeTruthy();
  await user.click(await button('Import 2'));
  expect(await screen.findByText('2 added, 0 changed, 0 left as they were.')).toBeTruthy();
  const writes = calls.filter(({ method, path }) => method === 'POST' && path === '/imports/people');
  expect(writes.map(({ body }) => body)).toEqual(
    [1, 2].map(() => ({
      csv,
      mapping: { firstName: 0, lastName: 1, email: 2 },
      options: { existing: 'update', defaults: {} },
    })),
  );
  expect(new Set(writes.map(({ headers }) => headers.get('idempotency-key'))).size).toBe(1);
});

test('problems are listed by row, and keep the file from going in', async () => {
  const errors = [{ row: 3, field: 'email', column: 'Post', message: 'is in row 2 already' }];
  const body = preview({
    mapping: { firstName: 0, lastName: 1, email: 2 },
    create: 1,
    errors,
    errorCount: 1,
  });
  server({ 'POST /imports/people/preview': { body } });
  const { user } = await openApp('/imports/people');
  await user.upload(await screen.findByLabelText('CSV file'), file());
  expect(await screen.findByRole('row', { name: /3.*Post.*is in row 2 already/ })).toBeTruthy();
  expect(await button('Download the problems')).toBeTruthy();
  expect((await button('Import 1')).disabled).toBe(true);
});

test('a value for all rows stands in for a column, and a file that is none is told', async () => {
  const calls = server({
    'POST /imports/people/preview': ({ body }) =>
      (body as ImportOrder).csv.includes('"')
        ? refusal(400, 'import.csv', 'Row 2: A quotation mark is opened here and never closed.', 'csv')
        : { body: preview() },
  });
  const { user } = await openApp('/imports/people');
  await user.upload(await screen.findByLabelText('CSV file'), file('a\n"b'));
  expect(await screen.findByText(/Row 2: A quotation mark/)).toBeTruthy();
  await user.upload(screen.getByLabelText('CSV file'), file());
  await user.type(await screen.findByRole('textbox', { name: 'E-mail where empty' }), 'x@x.example');
  await user.click(await button('Check the file'));
  await waitFor(() =>
    expect((calls.at(-1)!.body as ImportOrder).options.defaults).toEqual({ email: 'x@x.example' }),
  );
});

test('bookings: rows that collide are left out, shown by kind of problem, and the rest goes in', async () => {
  const errors = Array.from({ length: 6000 }, (_, n) =>
    n === 0
      ? { row: 2, field: 'space', column: 'room', message: '“X” is no space', problem: 'unknown' as const }
      : {
          row: n + 2,
          field: 'start',
          column: 'start',
          message: `overlaps row ${n}`,
          problem: 'overlap' as const,
          rows: [n],
        },
  );
  const body = preview({
    rows: 7000,
    create: 1000,
    columns: [{ name: 'room', samples: ['.SD_805'] }],
    mapping: { space: 0, building: 0, start: 0, end: 0 },
    errors,
    errorCount: 6000,
  });
  const manager = {
    ...someone,
    permissions: [{ role: 'MANAGER', center: { id: 5, name: 'Rooms', code: 'R', module: 'reservation' } }],
  };
  const calls = server({
    'GET /users/me': { body: manager },
    'POST /imports/bookings/preview': { body },
    'POST /imports/bookings': {
      body: { create: 1000, update: 0, skip: 0, errors: errors.slice(0, 2), errorCount: 2 },
    },
  });
  const { user } = await openApp('/imports/bookings');
  const kinds = within(await screen.findByRole('navigation', { name: 'What to import' }));
  expect(kinds.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Bookings']);
  await user.upload(await screen.findByLabelText('CSV file'), file('room\n.SD_805', 'occupancy.csv'));
  expect(await screen.findByText('6000 rows are left out')).toBeTruthy();
  expect(screen.queryByRole('row', { name: /“X” is no space/ })).toBeTruthy();
  await user.click(await button(/Overlaps 5,999/));
  expect(screen.queryByRole('row', { name: /“X” is no space/ })).toBeNull();
  expect(screen.getByRole('row', { name: /3.*start.*overlaps row 1$/ })).toBeTruthy();

  await user.type(screen.getByLabelText('Weeks from where empty'), '2018-06-04');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Weekdays as numbers' }), 'Monday is 0');
  await user.click(await button('Check the file'));
  await waitFor(() =>
    expect((calls.at(-1)!.body as ImportOrder).options.defaults).toEqual({
      weeksFrom: '2018-06-04',
      weekdayNumbers: 'monday-0',
    }),
  );
  await user.click(await button('Import 1000'));
  expect(await screen.findByText('1000 added, 0 were there already, 2 left out.')).toBeTruthy();
  expect(screen.getByText('2 rows were left out')).toBeTruthy();
});

test('only administrators import, and only what there is', async () => {
  server({ 'GET /users/me': { body: someone } });
  const { router } = await openApp('/imports/people');
  await waitFor(() => expect(router.state.location.pathname).not.toBe('/imports/people'));
  document.body.replaceChildren();
  server();
  await openApp('/imports/cars');
  expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  expect(screen.queryByLabelText('CSV file')).toBeNull();
});
