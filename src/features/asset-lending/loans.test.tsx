import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { type Answers, type Call, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { assetOf, keeping } from '#src/directory/test-assets.ts';
import { borrower, lentAsset, loanOf, roundOf } from './test-lending.ts';
// Compiled before any clock runs.
import './loans-page.tsx';
import './rounds-page.tsx';

let loans: AssetLoan[] = [];
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: keeping(someone) },
    'GET /assets/loans': () => ({ body: loans }),
    'GET /assets/loans/count': () => ({ body: { count: loans.length } }),
    'GET /assets/loans/5': () => ({ body: loans[0] }),
    'GET /assets': { body: [] },
    'GET /rooms': { body: [] },
    ...more,
  });
const bodyOf = (calls: readonly Call[], path: string) =>
  calls.findLast((call) => call.method !== 'GET' && call.path === path)?.body;
beforeEach(() => {
  loans = [loanOf(5, { overdue: true })];
});
afterEach(() => vi.unstubAllGlobals());

test('a scan of what is out takes it back, with its condition and a note, and can be taken back itself', async () => {
  const calls = server({
    'GET /assets/lending/scan': { body: { asset: lentAsset(5), loan: loans[0], reservations: [] } },
    'PUT /assets/loans/5/return': () => ({ body: { ...loans[0], state: 'returned' } }),
    'PUT /assets/loans/5/undo': () => ({ body: loans[0] }),
  });
  const { user } = await openApp('/assets/loans');
  expect(await screen.findByRole('row', { name: /Beamer 5.*Zoë Tailor.*Overdue/ })).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Scan an asset' }), 'NW-5{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Take Beamer 5 back' }));
  await user.click(dialog.getByRole('radio', { name: 'Damaged' }));
  await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'No cable');
  await user.click(dialog.getByRole('button', { name: 'Take back' }));
  expect(await screen.findByText('Beamer 5 is back')).toBeTruthy();
  expect(bodyOf(calls, '/assets/loans/5/return')).toEqual({ condition: 'damaged', notes: 'No cable' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(bodyOf(calls, '/assets/loans/5/undo')).toEqual({}));
});

test('a scan of what is free lends it; what is missing and what the server says stands in the form', async () => {
  let refuse = true;
  const calls = server({
    'GET /assets/lending/scan': { body: { asset: lentAsset(8), reservations: [] } },
    'GET /assets/8': { body: assetOf(8, { name: 'Beamer 8' }) },
    'GET /users': { body: [{ ...borrower, color: '#2f6f4f' }] },
    'POST /assets/loans': () =>
      refuse
        ? refusal(409, 'asset-loans.taken', 'Beamer 8 is out with Jan Nowak.', 'asset')
        : { status: 201, body: loanOf(8) },
  });
  const { user } = await openApp('/assets/loans');
  await user.type(await screen.findByRole('textbox', { name: 'Scan an asset' }), 'NW-8{Enter}');
  const dialog = within(await screen.findByRole('dialog', { name: 'Lend' }));
  await user.click(dialog.getByRole('button', { name: 'Lend' }));
  expect(dialog.getByText('Choose who it is.')).toBeTruthy();
  await user.type(dialog.getByRole('combobox', { name: 'Borrower' }), 'zoe');
  await user.click(await screen.findByRole('option', { name: /Zoë Tailor/ }));
  await user.click(dialog.getByRole('button', { name: 'Lend' }));
  expect(await dialog.findByText('Beamer 8 is out with Jan Nowak.')).toBeTruthy();
  refuse = false;
  await user.click(dialog.getByRole('button', { name: 'Lend' }));
  expect(await screen.findByText('Beamer 8 handed over')).toBeTruthy();
  expect(bodyOf(calls, '/assets/loans')).toMatchObject({ asset: { id: 8 }, user: { id: borrower.id } });
});

test('an address lends the asset that it names', async () => {
  server({ 'GET /assets/8': { body: assetOf(8, { name: 'Beamer 8' }) } });
  await openApp('/assets/loans?open=new&asset=8');
  const dialog = within(await screen.findByRole('dialog', { name: 'Lend' }));
  await waitFor(() =>
    expect(dialog.getByRole<HTMLInputElement>('combobox', { name: 'Asset' }).value).toContain('Beamer 8'),
  );
});

test('a scan that no asset bears says so, and the list stays', async () => {
  server({ 'GET /assets/lending/scan': refusal(404, 'not-found', 'No asset bears this code.') });
  const { user } = await openApp('/assets/loans?tab=overdue');
  await user.type(await screen.findByRole('textbox', { name: 'Scan an asset' }), 'NOTHING{Enter}');
  expect(await screen.findByText('No asset bears this code.')).toBeTruthy();
  expect(screen.getByRole('link', { current: 'page', name: /^Overdue/ })).toBeTruthy();
});

test('an open loan is extended on the version that was seen, and its borrower is reminded', async () => {
  const calls = server({
    'PUT /assets/loans/5': () => ({ body: loans[0] }),
    'PUT /assets/loans/5/remind': () => ({ body: loans[0] }),
  });
  const { user } = await openApp('/assets/loans?open=5');
  await user.click(await screen.findByRole('button', { name: 'Remind now' }));
  expect(await screen.findByText('The borrower of Beamer 5 is written to')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Extend' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Until when may Beamer 5 stay out?' }));
  await user.click(dialog.getByRole('button', { name: '30 days' }));
  await user.click(dialog.getByRole('button', { name: 'Extend' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const call = calls.findLast(({ method, path }) => method === 'PUT' && path === '/assets/loans/5')!;
  expect(call.headers.get('if-match')).toBe('"5"');
  expect((call.body as { dueDate: number }).dueDate).toBeGreaterThan(Date.now() + 28 * 86_400_000);
});

test('a round shows what deviates and who has not answered, and is closed when asked again', async () => {
  let round = roundOf();
  const calls = server({
    'GET /assets/confirmations/3': () => ({ body: round }),
    'GET /assets/confirmations/3/answers': {
      body: [{ id: 1, asset: lentAsset(1), user: borrower, answer: 'lost', note: 'On the train' }],
    },
    'GET /assets/confirmations/3/people': {
      body: [{ user: borrower, assets: 2, answered: 1, deviations: 1 }],
    },
    'PUT /assets/confirmations/3/remind': () => ({ body: round }),
    'PUT /assets/confirmations/3/close': () => {
      round = roundOf({ closedAt: Date.now(), closedBy: { id: 7, name: 'Marta Kowalczyk' } });
      return { body: round };
    },
  });
  const { user } = await openApp('/assets/confirmations?open=3');
  const list = within(await screen.findByRole('list', { name: 'Answers' }));
  expect([list.getByText('Lost'), list.getByText('On the train')]).toHaveLength(2);
  await user.click(screen.getByRole('link', { name: '2 people' }));
  expect(await screen.findByText('1 of 2 answered')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remind now' }));
  expect(await screen.findByText('Those who have not answered are written to')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Close the round' }));
  const sure = within(await screen.findByRole('dialog', { name: 'Close this round?' }));
  expect(sure.getByText(/^One asset has no answer yet/)).toBeTruthy();
  await user.click(sure.getByRole('button', { name: 'Close the round' }));
  expect(await screen.findByText(/Closed by Marta Kowalczyk/)).toBeTruthy();
  expect(bodyOf(calls, '/assets/confirmations/3/close')).toEqual({});
  expect(screen.queryByRole('button', { name: 'Remind now' })).toBeNull();
});
