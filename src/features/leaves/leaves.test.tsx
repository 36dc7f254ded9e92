import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Leave } from '#contract/leaves.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { annual, awayOf, bookingOf, leaveOf, limitOf, person, previewOf } from './test-leaves.ts';
// Compiled before any clock runs.
import './approvals-page.tsx';
import './mine-page.tsx';
import './team-page.tsx';

let leaves: Leave[] = [];
const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: { ...someone, manager: person(9, 'Zoë Tailor') } },
    'GET /leaves': () => ({ body: leaves }),
    'GET /leaves/count': () => ({ body: { count: leaves.length } }),
    'GET /leaves/limits': { body: [limitOf(5)] },
    'GET /leaves/types': { body: [annual] },
    ...more,
  });
beforeEach(() => {
  leaves = [];
});
afterEach(() => vi.unstubAllGlobals());

test('the form says what a leave would mean, and shows the numbers where there are too few days', async () => {
  const full = 'Annual leave in 2027: 25 days, 20 days taken. This leave needs 8 days of that year.';
  const calls = server({
    'POST /leaves/preview': ({ body }) => {
      const { endDate, endsAtNoon } = body as { endDate: string; endsAtNoon: boolean };
      if (endDate === '2027-03-01') return { body: previewOf(endsAtNoon ? 0.5 : 1) };
      const conflicts = [{ code: 'leave.limit', field: 'endDate', message: full }];
      return { body: previewOf(8, { conflicts, releases: [bookingOf(3, 'Desk 3')] }) };
    },
    'POST /leaves': ({ body }) => {
      if ((body as { endDate: string }).endDate > '2027-03-05') return refusal(409, 'leave.limit', full);
      leaves = [leaveOf(11, { endDate: '2027-03-01', days: 0.5 })];
      return { status: 201, body: leaves[0] };
    },
    'POST /leaves/11/withdraw': () => {
      leaves = [leaveOf(11, { status: 'withdrawn', allowed: [] })];
      return { body: leaves[0] };
    },
  });
  const { user } = await openApp('/leave?year=2027&ask=new');
  const dialog = within(await screen.findByRole('dialog', { name: 'Ask for leave' }));
  await dialog.findByRole('option', { name: 'Annual leave' });
  await user.selectOptions(dialog.getByRole('combobox', { name: 'Type' }), 'Annual leave');
  fireEvent.change(dialog.getByLabelText('From'), { target: { value: '2027-03-01' } });
  const meaning = within(dialog.getByRole('region', { name: 'What this means' }));
  expect(await meaning.findByText('Days left in 2027: 5 now, 4 after this leave.')).toBeTruthy();

  fireEvent.change(dialog.getByLabelText('Until, included'), { target: { value: '2027-03-10' } });
  expect(await meaning.findByText('8 working days count.')).toBeTruthy();
  expect(meaning.getByText('Days left in 2027: 5. This leave needs 8.')).toBeTruthy();
  expect(meaning.getByText(/^Desk 3, /)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Send' }));
  expect((await dialog.findByText(full, { selector: '[role="alert"] *' })).textContent).toBe(full);

  fireEvent.change(dialog.getByLabelText('Until, included'), { target: { value: '2027-03-01' } });
  await user.click(dialog.getByRole('radio', { name: 'Morning' }));
  expect(await meaning.findByText('0.5 working days count.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Send' }));
  expect(await screen.findByText('Asked for Mar 1, 2027, morning. Zoë Tailor decides.')).toBeTruthy();
  expect(calls.findLast(({ method, path }) => method === 'POST' && path === '/leaves')?.body).toEqual({
    type: { id: 1 },
    startDate: '2027-03-01',
    endDate: '2027-03-01',
    startsAtNoon: false,
    endsAtNoon: true,
    note: '',
    delegate: null,
  });
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Withdrawn')).toBeTruthy();
});

test('cancelling says first what it tries, and then what came back and what is lost', async () => {
  const released = [bookingOf(3, 'Desk 3'), bookingOf(4, 'Desk 4')];
  leaves = [leaveOf(11, { status: 'approved', allowed: ['cancel'], released })];
  server({
    'POST /leaves/11/cancel': () => {
      const lost = [{ ...released[1]!, reason: 'Somebody else sits there.' }];
      leaves = [
        leaveOf(11, { status: 'cancelled', allowed: [], released: [], restored: [released[0]!], lost }),
      ];
      return { body: leaves[0] };
    },
  });
  const { user } = await openApp('/leave?year=2027');
  expect(await screen.findByText('5 days left')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: /^Cancel Annual leave/ }));
  const asked = within(await screen.findByRole('dialog', { name: 'Cancel this leave?' }));
  expect(asked.getByText(/until noon on the last day: 2.5 days go back to the balance\.$/)).toBeTruthy();
  expect(asked.getAllByRole('listitem').map(({ textContent }) => textContent?.split(',')[0])).toEqual([
    'Desk 3',
    'Desk 4',
  ]);
  await user.click(asked.getByRole('button', { name: 'Cancel leave' }));
  const result = within(await screen.findByRole('dialog', { name: 'The leave is cancelled' }));
  expect(result.getByText('One booking was booked again:')).toBeTruthy();
  expect(result.getByText(/^Desk 4, .*: Somebody else sits there\.$/)).toBeTruthy();
  await user.click(result.getAllByRole('button', { name: 'Close' }).at(-1)!);
  expect(await screen.findByText('Cancelled')).toBeTruthy();
});

test('a manager sees who else is away, declines with a reason and approves; the keyboard goes on', async () => {
  const amal = person(21, 'أمل الحسيني');
  leaves = [
    leaveOf(11, { user: amal, allowed: ['approve', 'reject'] }),
    leaveOf(12, { user: person(22, 'Jan Nowak'), allowed: ['approve', 'reject'] }),
  ];
  const decide = (id: number, status: Leave['status']) => {
    const leave = leaves.find((one) => one.id === id)!;
    leaves = leaves.filter((one) => one.id !== id);
    return { body: { ...leave, status, approver: undefined, allowed: [] } };
  };
  const calls = server({
    'POST /leaves/11/reject': () => decide(11, 'rejected'),
    'POST /leaves/12/approve': () => decide(12, 'approved'),
    'GET /users/21': { body: { ...someone, ...amal, manager: { id: 7 } } },
    'GET /users/7/reports': { body: [{ id: 101, name: 'Ada Byron', color: '#434fbf', reports: 0 }] },
    'GET /leaves/away': { body: [awayOf(1, 'Ada Byron')] },
  });
  const { user } = await openApp('/leave/approvals');
  expect(await screen.findByText(/^Ada Byron \(/)).toBeTruthy();
  await user.keyboard('j');
  await user.keyboard('d');
  expect(await screen.findByText('Say why: whoever asked reads it.')).toBeTruthy();
  expect(calls.some(({ path }) => path.endsWith('/reject'))).toBe(false);
  await user.keyboard('Everybody is away then');
  await user.click(screen.getByRole('button', { name: /^Decline the leave of أمل/ }));
  expect(await screen.findByText('The leave of أمل الحسيني is declined.')).toBeTruthy();
  expect(calls.find(({ path }) => path.endsWith('/reject'))?.body).toEqual({
    comment: 'Everybody is away then',
  });
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/of Jan Nowak/));
  await user.keyboard('a');
  expect(await screen.findByText('Nothing waits for you')).toBeTruthy();
});

test('the calendar of a team tells who is away on each day, half days too, and never why', async () => {
  const team = [awayOf(1, 'Ada Byron'), awayOf(2, 'Jan Nowak', { endsAtNoon: false })];
  server({
    'GET /users/7/reports': { body: [] },
    'GET /users/9/reports': {
      body: team.map(({ user: { id, name, color } }) => ({ id, name, color, reports: 0 })),
    },
    'GET /leaves/away': ({ path }) => ({ body: path.includes('userId=101%2C102') ? team : [] }),
  });
  const { user } = await openApp('/leave/team?date=2027-03-01');
  const cell = await screen.findByRole('gridcell', { name: 'Mon, Mar 1, 2027: 2 people are away' });
  cell.focus();
  await user.keyboard('{ArrowRight}');
  const day = within(await screen.findByRole('region', { name: 'Tue, Mar 2, 2027' }));
  expect(day.getByText('Away in the morning')).toBeTruthy();
  expect(day.getByText('Away all day')).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(document.activeElement?.textContent).toBe('Ada Byron');
});
