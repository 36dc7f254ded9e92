import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Difference } from '#contract/asset-audit-results.ts';
import type { AssetAudit } from '#contract/asset-audits.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { audit, difference, figures, managing, progress } from './test-audits.ts';
// Compiled before any clock runs.
import './audit-page.tsx';
import './audits-page.tsx';

let shown: AssetAudit = audit();
const server = (now: AssetAudit, more: Answers = {}) => {
  shown = now;
  return stubServer({
    'GET /users/me': { body: managing(someone) },
    'GET /assets/audits': { body: [now] },
    'GET /assets/audits/5': () => ({ body: shown }),
    'GET /assets/audits/5/progress': { body: progress() },
    'POST /assets/audits/preview': { body: { assets: 54, spaces: 14 } },
    ...more,
  });
};
const reconciling = (undecided: number) =>
  audit({ state: 'reconciling', undecided, figures: figures({ misplaced: 2, pending: 0 }) });
const withDifferences = (rows: Difference[], more: Answers = {}) => ({
  'GET /assets/audits/5/differences': { body: rows },
  'GET /assets/audits/5/differences/count': { body: { count: rows.length } },
  ...more,
});

test('the campaigns stand under their states, each with how far it is; who is in none is told so', async () => {
  server(audit({ figures: figures({ found: 2, misplaced: 1, expected: 5, removed: 1 }) }));
  await openApp('/assets/audits');
  const walked = within(await screen.findByRole('region', { name: 'Being walked' }));
  expect(walked.getByText('3 of 4 seen')).toBeTruthy();
  expect(walked.getByRole('link', { name: 'Walk: Yearly audit' })).toBeTruthy();
});

test('whoever is named in no campaign is told so', async () => {
  server(audit(), { 'GET /assets/audits': refusal(403, 'forbidden') });
  await openApp('/assets/audits');
  expect(await screen.findByRole('heading', { name: 'Nobody has asked you to audit' })).toBeTruthy();
});

test('a campaign is planned once it has a name; what the server refuses stands at its field', async () => {
  let refused = true;
  const calls = server(audit(), {
    'POST /assets/audits': () =>
      refused
        ? refusal(400, 'invalid', 'must be in the future', 'dueDate')
        : { status: 201, body: audit({ state: 'planned' }) },
  });
  const { user, router } = await openApp('/assets/audits/new');
  expect(await screen.findByText('Expects 54 assets in 14 spaces as of today.')).toBeTruthy();
  const plan = screen.getByRole('button', { name: 'Plan the audit' });
  await user.click(plan);
  expect(await screen.findByText(/^Give it a name/)).toBeTruthy();
  await user.click(screen.getByLabelText('Name'));
  await user.paste('Spring');
  await user.click(plan);
  expect(await screen.findByText('must be in the future')).toBeTruthy();
  refused = false;
  await user.click(plan);
  await waitFor(() => expect(router.state.location.pathname).toBe('/assets/audits/5'));
  expect(calls.filter(({ path }) => path === '/assets/audits').at(-1)?.body).toEqual({
    name: 'Spring',
    note: null,
    scope: { buildings: [], floors: [], spaces: [], types: [], owners: [] },
    auditors: [],
    dueDate: null,
  });
});

test('the progress of a floor is told in words; a space leads to the walk', async () => {
  server(audit(), { 'GET /assets/audits/5/assets': { body: [] } });
  const { user } = await openApp('/assets/audits/5?tab=progress');
  const list = within(await screen.findByRole('listbox', { name: 'Spaces of Ground floor' }));
  expect(list.getByRole('option', { name: /0\.02.*Begun · 1 of 2/ })).toBeTruthy();
  await user.click(list.getByRole('option', { name: /0\.03.*To be visited/ }));
  const walk = await screen.findByRole('link', { name: 'Walk here' });
  expect(walk.getAttribute('href')).toBe('/assets/audits/5/walk?space=12');
});

test('what one scanned oneself is left out of what one decides on, with the reason', async () => {
  const rows = [difference(1), difference(2, { mayDecide: false })];
  const calls = server(
    reconciling(2),
    withDifferences(rows, { 'PUT /assets/audits/5/decide': { body: { decided: 1, own: 0, undecided: 1 } } }),
  );
  const { user } = await openApp('/assets/audits/5?tab=differences');
  expect(await screen.findByText('You scanned 1 of these yourself')).toBeTruthy();
  expect(screen.getByText(/^You may not decide on what you scanned/)).toBeTruthy();
  await user.click(await screen.findByRole('checkbox', { name: /Notebook 1/ }));
  await user.click(screen.getByRole('checkbox', { name: /Notebook 2/ }));
  expect(screen.getByText('2 selected, 1 of them scanned by you')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Reject 1' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Reject 1 difference?' }));
  await user.click(dialog.getByRole('button', { name: 'Reject 1' }));
  expect(calls.some(({ method }) => method === 'PUT')).toBe(false);
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'On loan');
  await user.click(dialog.getByRole('button', { name: 'Reject 1' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({
    decision: 'rejected',
    assets: [{ id: 1 }],
    reason: 'On loan',
  });
});

test('a refusal to decide is shown in the words of the server', async () => {
  const words = 'You scanned this asset yourself. Somebody else has to decide about it.';
  server(
    reconciling(1),
    withDifferences([difference(1)], {
      'PUT /assets/audits/5/decide': refusal(403, 'asset-audits.own-scan', words),
    }),
  );
  const { user } = await openApp('/assets/audits/5?tab=differences&kind=misplaced');
  await user.click(await screen.findByRole('button', { name: 'Accept 1' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Accept 1 difference?' }));
  await user.click(dialog.getByRole('button', { name: 'Accept 1' }));
  expect((await dialog.findByRole('alert')).textContent).toBe(words);
});

test('a campaign closes once all is decided, and is locked from then on', async () => {
  server(reconciling(1), {
    'PUT /assets/audits/5/close': () => {
      shown = audit({
        state: 'closed',
        closedBy: { id: 9, name: 'Ola Nowak' },
        closedAt: 1_700_000_000_000,
        may: { manage: true, scan: false },
      });
      return { body: shown };
    },
  });
  const { user, queryClient } = await openApp('/assets/audits/5');
  await user.click(await screen.findByRole('button', { name: 'Close' }));
  expect(await screen.findByRole('button', { name: 'Show the differences' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  shown = reconciling(0);
  await queryClient.invalidateQueries();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Close the audit?' }));
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  expect(await screen.findByText(/^Closed by Ola Nowak on .* It is locked/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Walk again' })).toBeNull();
});

test('an unknown label is dismissed with a reason', async () => {
  const room = { id: 11, name: '0.02', floor: { id: 2, name: 'Ground' }, building: { id: 1, name: 'House' } };
  const tag = {
    id: 31,
    tag: 'WHAT-1',
    state: 'open',
    room,
    scans: 2,
    firstAt: 1,
    lastAt: 1,
    by: { id: 99, name: 'Anna' },
    note: '',
  };
  const calls = server(audit(), {
    'GET /assets/unknown-tags': { body: [tag] },
    'PUT /assets/unknown-tags/31/dismiss': { body: { ...tag, state: 'dismissed', reason: 'Private' } },
  });
  const { user } = await openApp('/assets/audits/5?tab=inbox');
  const line = within(await screen.findByRole('listitem', { name: 'WHAT-1' }));
  expect(line.getByText(/scanned 2 times/)).toBeTruthy();
  await user.click(line.getByRole('button', { name: 'Dismiss' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Dismiss WHAT-1' }));
  await user.click(dialog.getByRole('button', { name: 'Dismiss' }));
  expect(await dialog.findByText('Say why.')).toBeTruthy();
  await user.type(dialog.getByRole('textbox', { name: 'Reason' }), 'Private');
  await user.click(dialog.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(calls.find(({ method }) => method === 'PUT')?.body).toEqual({ reason: 'Private' });
});
