import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { CenterHours } from '#contract/center-hours.ts';
import type { Me } from '#contract/users.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
// Compiled before any clock runs.
import './settings-page.tsx';
import '#src/ui/notices.tsx';

const mail = { id: 1, name: 'Mail Center', module: 'mail' as const, code: 'mail' };
const repairs = { id: 2, name: 'Repairs', module: 'maintenance' as const, code: 'maintenance' };
let kept: CenterHours;
const weekday = (day: number) => ({ weekday: day, opens: 480, closes: 1080 });
const server = (me: Partial<Me> = { siteAdmin: true }, more: Answers = {}) => {
  kept = {
    id: 2,
    name: 'Repairs',
    timeZone: 'Europe/Warsaw',
    hours: [1, 2, 3, 4, 5].map(weekday),
    holidays: [{ day: '2099-01-06', name: 'Epiphany' }],
  };
  return stubServer({
    'GET /users/me': { body: { ...someone, ...me } },
    'GET /centers': { body: [mail, repairs] },
    'GET /centers/1/hours': { body: { ...kept, id: 1, name: 'Mail Center' } },
    'GET /centers/2/hours': () => ({ body: kept }),
    'PUT /centers/2/hours': ({ body }) => ({ body: (kept = { ...kept, ...(body as object) }) }),
    ...more,
  });
};
const puts = (calls: ReturnType<typeof server>) =>
  calls.filter(({ method }) => method === 'PUT').map(({ body }) => body);
const open = async (address = '/settings?tab=centers&center=2') => {
  const app = await openApp(address);
  return { ...app, form: within(await screen.findByRole('form', { name: 'Repairs' })) };
};
afterEach(() => vi.unstubAllGlobals());

test('hours of a day are changed, copied to the weekdays and saved whole, and can be taken back', async () => {
  const calls = server();
  const { user, form } = await open();
  fireEvent.change(form.getByLabelText('Monday, span 1, until'), { target: { value: '12:00' } });
  await user.click(form.getByRole('button', { name: 'Add hours on Monday' }));
  expect(form.getByLabelText<HTMLInputElement>('Monday, span 2, from').value).toBe('13:00');
  await user.click(form.getByRole('button', { name: 'Copy to weekdays: Monday' }));
  await user.click(form.getByRole('button', { name: 'Remove span 2 of Friday' }));
  expect(document.activeElement).toBe(form.getByRole('button', { name: 'Add hours on Friday' }));
  await user.click(form.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(puts(calls)).toHaveLength(2));
  const morning = { opens: 480, closes: 720 };
  expect(puts(calls)[0]).toEqual({
    hours: [
      ...[1, 2, 3, 4].flatMap((day) => [
        { weekday: day, ...morning },
        { weekday: day, opens: 780, closes: 1020 },
      ]),
      { weekday: 5, ...morning },
    ],
  });
  expect(puts(calls)[1]).toEqual({ hours: [1, 2, 3, 4, 5].map(weekday) });
});

test('times that cannot be are said at the span, and nothing is sent', async () => {
  const calls = server();
  const { user, form } = await open();
  fireEvent.change(form.getByLabelText('Tuesday, span 1, until'), { target: { value: '07:00' } });
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect((await form.findByRole('alert')).textContent).toBe('Must end after it begins.');
  expect(document.activeElement).toBe(form.getByLabelText('Tuesday, span 1, from'));
  expect(puts(calls)).toEqual([]);
  // Until 00:00 is until midnight.
  fireEvent.change(form.getByLabelText('Tuesday, span 1, until'), { target: { value: '00:00' } });
  await user.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(puts(calls)).toHaveLength(1));
  expect(kept.hours[1]).toEqual({ weekday: 2, opens: 480, closes: 1440 });
});

test('holidays are typed in, read from a calendar file, and removed', async () => {
  const calls = server();
  const { user, form } = await open();
  const year = new Date().getFullYear() + 1;
  fireEvent.change(form.getByLabelText('Day'), { target: { value: '2099-01-06' } });
  await user.type(form.getByLabelText('Name of the holiday'), 'Again{Enter}');
  expect(form.getByRole('alert').textContent).toBe('This day is a holiday already.');
  fireEvent.change(form.getByLabelText('Day'), { target: { value: '2099-12-25' } });
  await user.type(form.getByLabelText('Name of the holiday'), ' noon{Enter}');
  await user.click(form.getByRole('button', { name: /^Remove Epiphany/ }));
  const event = `BEGIN:VEVENT\nUID:1\nDTSTART;VALUE=DATE:${year}0501\nSUMMARY:Labour Day\nEND:VEVENT`;
  const file = new File([`BEGIN:VCALENDAR\nVERSION:2.0\n${event}\nEND:VCALENDAR`], 'days.ics');
  await user.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
  expect(await form.findByText('Labour Day')).toBeTruthy();
  await user.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(puts(calls)).toEqual([
      {
        holidays: [
          { day: `${year}-05-01`, name: 'Labour Day' },
          { day: '2099-12-25', name: 'Again noon' },
        ],
      },
    ]),
  );
});

test('a holiday that is typed and not added is saved with the rest, and half of one is asked about', async () => {
  const calls = server();
  const { user, form } = await open();
  await user.type(form.getByLabelText('Name of the holiday'), 'Founding day');
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect(form.getByRole('alert').textContent).toBe('Give the day and its name.');
  await waitFor(() => expect(document.activeElement).toBe(form.getByLabelText('Day')));
  expect(puts(calls)).toEqual([]);
  fireEvent.change(form.getByLabelText('Day'), { target: { value: '2099-12-25' } });
  await user.click(form.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(puts(calls)).toEqual([
      {
        holidays: [
          { day: '2099-01-06', name: 'Epiphany' },
          { day: '2099-12-25', name: 'Founding day' },
        ],
      },
    ]),
  );
});

test('who runs a center sets its hours and no others, and keeps what was typed when refused', async () => {
  const calls = server(
    { permissions: [{ role: 'MANAGER', center: repairs }] },
    { 'PUT /centers/2/hours': refusal(403, 'forbidden', 'You are not allowed to do this.') },
  );
  const { user, form } = await open('/settings?center=2&tab=centers');
  expect(screen.queryByRole('button', { name: /Mail Center/ })).toBeNull();
  expect(screen.queryByRole('link', { name: 'Organisation' })).toBeNull();
  await user.click(form.getByRole('button', { name: 'Remove span 1 of Monday' }));
  await user.click(form.getByRole('button', { name: 'Save' }));
  expect((await form.findByRole('alert')).textContent).toBe('You are not allowed to do this.');
  expect(form.queryByLabelText('Monday, span 1, from')).toBeNull();
  expect(puts(calls)).toHaveLength(1);
});
