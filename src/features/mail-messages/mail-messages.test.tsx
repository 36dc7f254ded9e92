import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MailPreferences } from '#contract/mail-notices.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { anna, queuesOf } from '#src/directory/test-desk.ts';
// Compiled before any clock runs.
import './messages-section.tsx';
import '#src/features/notices/notice-settings.tsx';
import '#src/ui/notices.tsx';

let kept: MailPreferences;
beforeEach(() => {
  kept = {
    arrival: true,
    reminders: true,
    remindAfterDays: 3,
    quietWeekdays: [6, 7],
    from: '07:00',
    until: '20:00',
  };
});
afterEach(() => vi.unstubAllGlobals());

const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: someone },
    'GET /users': { body: [anna] },
    ...queuesOf(() => []),
    'GET /notices/preferences': { body: { digestHour: 8, timeZone: 'Europe/Warsaw', kinds: [] } },
    'GET /mail/preferences': () => ({ body: kept }),
    'PUT /mail/preferences': ({ body }) => {
      const { delegate, ...rest } = body as Partial<MailPreferences>;
      const { delegate: _before, ...others } = kept;
      kept = { ...others, ...rest, ...(delegate && { delegate: anna }) };
      return { body: kept };
    },
    ...more,
  });
const puts = (calls: ReturnType<typeof server>) => calls.filter(({ method }) => method === 'PUT');
const open = async () => {
  const app = await openApp('/notices/settings');
  const form = within(await screen.findByRole('form', { name: 'When letters are sent' }));
  return { ...app, form };
};
const save = (form: ReturnType<typeof within>) => form.getByRole('button', { name: 'Save changes' });

test('reached from the parcels, from the profile and from old letters', async () => {
  server();
  for (const address of ['/parcels', '/profile', '/parcels/messages']) {
    const { user, router } = await openApp(address);
    if (address !== '/parcels/messages')
      await user.click((await screen.findAllByRole('link', { name: 'Notice settings' })).at(-1)!);
    expect(await screen.findByRole('form', { name: 'When letters are sent' })).toBeTruthy();
    expect(router.state.location.pathname).toBe('/notices/settings');
    document.body.replaceChildren();
  }
});

test('what is chosen is saved, said, and can be taken back', async () => {
  const calls = server();
  const { user, form } = await open();
  expect(form.getByRole('status').textContent).toBe('Everything is saved.');
  await user.click(form.getByRole('checkbox', { name: 'Friday' }));
  await user.click(form.getByRole('checkbox', { name: 'Saturday' }));
  fireEvent.change(form.getByLabelText('Remind me after how many days'), { target: { value: '5' } });
  fireEvent.change(form.getByLabelText('Until'), { target: { value: '18:30' } });
  await user.click(form.getByRole('button', { name: 'Choose a delegate' }));
  await user.type(form.getByRole('combobox', { name: 'Who collects for you' }), 'anna');
  await user.click(await screen.findByRole('option', { name: /Anna Kowalska/ }));
  expect(form.getByRole('status').textContent).toBe('Not saved yet.');
  await user.click(save(form));
  await waitFor(() => expect(form.getByRole('status').textContent).toBe('Everything is saved.'));
  expect(puts(calls)[0]?.body).toEqual({
    remindAfterDays: 5,
    quietWeekdays: [5, 7],
    from: '07:00',
    until: '18:30',
    delegate: { id: anna.id },
  });
  expect(form.getByText('Anna Kowalska')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(form.getByLabelText<HTMLInputElement>('Until').value).toBe('20:00'));
  expect(puts(calls)[1]?.body).toMatchObject({ quietWeekdays: [6, 7], delegate: null });
});

test('what the server would refuse is said at its field before it is sent', async () => {
  const calls = server();
  const { user, form } = await open();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await user.click(form.getByRole('checkbox', { name: day }));
  const days = form.getByLabelText('Remind me after how many days');
  fireEvent.change(days, { target: { value: '61' } });
  fireEvent.change(form.getByLabelText('From'), { target: { value: '20:00' } });
  await user.click(save(form));
  expect(await form.findByText(/Leave at least one day/)).toBeTruthy();
  expect(form.getByText('Give a whole number of days from 1 to 60.')).toBeTruthy();
  expect(form.getByText('Must be earlier than the end.')).toBeTruthy();
  expect(puts(calls)).toHaveLength(0);
  fireEvent.change(form.getByLabelText('Until'), { target: { value: '21:00' } });
  await waitFor(() => expect(form.queryByText('Must be earlier than the end.')).toBeNull());
});

test('a refusal stands at the field it names, and what was chosen stays', async () => {
  server({
    'PUT /mail/preferences': refusal(400, 'invalid', 'names no person of your organisation', 'delegate'),
  });
  kept = { ...kept, delegate: anna };
  const { user, form } = await open();
  await user.click(form.getByRole('checkbox', { name: 'Sunday' }));
  await user.click(save(form));
  expect((await form.findByRole('alert')).textContent).toBe('names no person of your organisation');
  expect(form.getByRole<HTMLInputElement>('checkbox', { name: 'Sunday' }).checked).toBe(false);
  await user.click(form.getByRole('button', { name: 'Remove' }));
  expect(form.queryByRole('alert')).toBeNull();
});

test('leaving with something unsaved is asked about', async () => {
  server();
  const { user, form, router } = await open();
  await user.click(form.getByRole('checkbox', { name: 'Sunday' }));
  await user.click(screen.getAllByRole('link', { name: 'My parcels' }).at(-1)!);
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave without saving?' }));
  await user.click(dialog.getByRole('button', { name: 'Stay here' }));
  expect(router.state.location.pathname).toBe('/notices/settings');
  expect(form.getByRole<HTMLInputElement>('checkbox', { name: 'Sunday' }).checked).toBe(false);
});

test('settings that cannot be loaded can be asked for again', async () => {
  let fails = true;
  server({ 'GET /mail/preferences': () => (fails ? refusal(500, 'x', 'Out of order.') : { body: kept }) });
  const { user } = await openApp('/notices/settings');
  expect(await screen.findByText('Out of order.')).toBeTruthy();
  fails = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('form', { name: 'When letters are sent' })).toBeTruthy();
});
