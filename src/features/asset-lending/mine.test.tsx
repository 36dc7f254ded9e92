import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HeldAsset } from '#contract/asset-confirmations.ts';
import type { AssetLoan } from '#contract/asset-loans.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import type { Answer } from './round-api.ts';
import { heldOf, lendableOf, loanOf } from './test-lending.ts';
// Compiled before any clock runs.
import './mine-page.tsx';

let held: HeldAsset[] = [];
let loans: AssetLoan[] = [];
/** As the server does: what is said stands in the list. */
const answered = (answers: readonly Answer[]) =>
  held.map((asset) => ({
    ...asset,
    asks: asset.asks.map((ask) => {
      const said = answers.find(({ id }) => id === ask.id);
      if (!said) return ask;
      const { answer: _answer, note: _note, ...rest } = ask;
      return { ...rest, ...(said.answer && { answer: said.answer }), ...(said.note && { note: said.note }) };
    }),
  }));
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /assets/mine': () => ({ body: held }),
    'GET /assets/loans': () => ({ body: loans }),
    'GET /assets/types': { body: [] },
    'PUT /assets/mine/answers': ({ body }) => {
      held = answered((body as { answers: Answer[] }).answers);
      return { body: held };
    },
    ...more,
  });
beforeEach(() => {
  held = [heldOf(1), heldOf(2), heldOf(3, { asks: [] })];
  loans = [];
});
afterEach(() => vi.unstubAllGlobals());

const row = async (name: string) => within((await screen.findByText(name)).closest('li')!);

test('one tap says that one has it, another that one has all, and each can be taken back', async () => {
  const calls = server();
  const { user } = await openApp('/assets/mine');
  expect(await screen.findByText('You are asked whether you have 2 assets.')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'I have it: Beamer 1' }));
  expect(await (await row('Beamer 1')).findByText('Have it')).toBeTruthy();
  expect(calls.at(-1)?.path === '/assets/mine/answers' || calls.some(({ method }) => method === 'PUT')).toBe(
    true,
  );
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(held[0]!.asks[0]!.answer).toBeUndefined());
  await user.click(await screen.findByRole('button', { name: 'I have all 2' }));
  await waitFor(() =>
    expect(held.flatMap(({ asks }) => asks.map(({ answer }) => answer))).toEqual(['have', 'have']),
  );
  expect(await screen.findByText('2 assets confirmed')).toBeTruthy();
});

test('what is damaged is said with a note; what the server refuses is said in the dialog', async () => {
  let refuse = true;
  server({
    'PUT /assets/mine/answers': ({ body }) => {
      if (refuse) return refusal(409, 'asset-loans.closed', 'This round is closed. Tell the asset center.');
      held = answered((body as { answers: Answer[] }).answers);
      return { body: held };
    },
  });
  const { user } = await openApp('/assets/mine');
  await user.click(await screen.findByRole('button', { name: 'Lost, damaged or not mine: Beamer 2' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What about Beamer 2?' }));
  await user.click(dialog.getByRole('radio', { name: 'Damaged' }));
  await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'The lamp');
  await user.click(dialog.getByRole('button', { name: 'Say so' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('This round is closed.');
  refuse = false;
  await user.click(dialog.getByRole('button', { name: 'Say so' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const said = await row('Beamer 2');
  expect([said.getByText('Damaged'), said.getByText('The lamp')]).toHaveLength(2);
});

test('loans with their date, reservations that are cancelled and brought back, and who is late', async () => {
  held = [];
  loans = [
    loanOf(5, { overdue: true, dueDate: Date.now() - 1000 }),
    loanOf(6, {
      state: 'reserved',
      waitsFor: { loan: 1, user: { id: 4, name: 'Jan Nowak' }, dueDate: Date.now() - 1000 },
    }),
  ];
  const reserved = loans[1]!;
  server({
    'PUT /assets/loans/6/cancel': () => {
      loans = loans.filter(({ id }) => id !== 6);
      return { body: { ...reserved, state: 'cancelled' } };
    },
    'PUT /assets/loans/6/undo': () => {
      loans = [...loans, reserved];
      return { body: reserved };
    },
  });
  const { user } = await openApp('/assets/mine');
  expect(await screen.findByText('You hold nothing')).toBeTruthy();
  const borrowed = within(await screen.findByRole('region', { name: /^Borrowed/ }));
  expect([borrowed.getByText('Overdue'), borrowed.getByText('Bring it to Asset Center')]).toHaveLength(2);
  expect(screen.getByText(/^Jan Nowak has not brought it back/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Cancel the reservation of Beamer 6' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: /^Reserved/ })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('region', { name: /^Reserved/ })).toBeTruthy();
});

test('the time comes first, what is free is reserved, and a refusal says who was quicker', async () => {
  let refuse = true;
  const calls = server({
    'GET /assets/lendable': {
      body: [
        lendableOf(1),
        lendableOf(2, {
          free: false,
          taken: [
            {
              loan: 9,
              state: 'reserved',
              user: { id: 4, name: 'Jan Nowak' },
              startDate: Date.now(),
              dueDate: Date.now() + 1000,
            },
          ],
        }),
      ],
    },
    'POST /assets/loans/reserve': () =>
      refuse
        ? refusal(409, 'asset-loans.taken', 'Beamer 1 is reserved for Jan Nowak.', 'asset')
        : { status: 201, body: loanOf(1, { state: 'reserved' }) },
  });
  const { user, router } = await openApp('/assets/mine?reserve=true');
  const dialog = within(await screen.findByRole('dialog', { name: 'Reserve something' }));
  expect(await dialog.findByRole('button', { name: 'Reserve Beamer 2' })).toHaveProperty('disabled', true);
  expect(dialog.getByText(/^Jan Nowak, /)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Reserve Beamer 1' }));
  expect((await dialog.findByRole('alert')).textContent).toBe('Beamer 1 is reserved for Jan Nowak.');
  refuse = false;
  await user.click(dialog.getByRole('button', { name: 'Reserve Beamer 1' }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
  const body = calls.findLast(({ method }) => method === 'POST')?.body as {
    startDate: number;
    dueDate: number;
  };
  expect([body, body.dueDate > body.startDate]).toEqual([
    expect.objectContaining({ asset: { id: 1 } }),
    true,
  ]);
});
