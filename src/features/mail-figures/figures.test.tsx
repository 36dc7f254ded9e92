import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MailStats } from '#contract/mail-stats.ts';
import { type Answers, openApp, refusal, someone, stubServer } from '#src/app/test-support.tsx';
import { anna, annika, desk, parametersOf, queuesOf, item, working } from '#src/directory/test-desk.ts';
import { dayOf, startOfDay } from '#src/lib/dates.ts';
import { addDays } from '#src/directory/figure-search.ts';
// Compiled before any clock runs.
import './figures-page.tsx';

const HOUR = 3_600_000;
const ZONE = 'Europe/Warsaw';
const today = dayOf(Date.now(), ZONE);
const streams: { onmessage?: (event: { data: string }) => void }[] = [];
let stats: MailStats;

/** Three parcels came and one left on each day asked for. */
const statsOf = (from: string, until: string): MailStats => {
  const days: MailStats['days'] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push({ day, checkedIn: 3, delivered: 1 });
  return {
    from,
    until,
    days,
    couriers: Array.from({ length: 10 }, (_, at) => ({
      courier: { id: at + 1, name: at === 0 ? '=UPS' : `Courier ${at + 1}` },
      checkedIn: 100 - at,
    })),
    centers: [{ center: { id: 1, name: 'Mail Center' }, checkedIn: 90, delivered: 30 }],
    timeToDelivery: { medianMs: 3 * HOUR, p90Ms: 52 * HOUR, days: [{ day: until, medianMs: 5 * HOUR }] },
  };
};
const nothing = (from: string, until: string): MailStats => ({
  from,
  until,
  days: [{ day: until, checkedIn: 0, delivered: 0 }],
  couriers: [],
  centers: [],
});

beforeEach(() => {
  streams.length = 0;
  stats = statsOf(addDays(today, -29), today);
  vi.stubGlobal(
    'EventSource',
    class {
      onmessage = undefined;
      constructor() {
        streams.push(this);
      }
      close() {}
    },
  );
  // jsdom lays nothing out; the drawings want a width.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      told: ResizeObserverCallback;
      constructor(told: ResizeObserverCallback) {
        this.told = told;
      }
      observe() {
        const entry = { contentRect: { width: 900, height: 240 } } as ResizeObserverEntry;
        requestAnimationFrame(() => this.told([entry], this as never));
      }
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const server = (more: Answers = {}) =>
  stubServer({
    'GET /users/me': { body: working(someone) },
    'GET /mail/desk': { body: desk },
    ...queuesOf(() => [item(1, { dateCreated: Date.now() - 6 * 24 * HOUR }), item(2)]),
    'GET /stats/mail': () => ({ body: stats }),
    'GET /stats/leaderboards/check-ins': { body: [{ count: 70, user: anna }] },
    'GET /stats/leaderboards/deliveries': { body: [{ count: 20, user: annika }] },
    ...more,
  });
const asked = (calls: ReturnType<typeof server>, path = '/stats/mail?') =>
  Object.fromEntries(parametersOf(calls.filter((call) => call.path.startsWith(path)).at(-1)!.path));
const section = async (name: string) => within(await screen.findByRole('region', { name }));

test('the last thirty days, in numbers, drawings and tables; the boards say since when they count', async () => {
  const calls = server();
  await openApp('/mail/figures');
  const volume = await section('Volume by day');
  expect(asked(calls)).toEqual({ from: addDays(today, -29), until: today });
  expect(screen.getByRole('link', { name: 'Figures' }).getAttribute('aria-current')).toBe('page');
  const number = (name: string) => screen.getByText(name, { selector: 'dt' }).nextSibling?.textContent;
  expect(number('Checked in')).toBe('90');
  expect(number('Delivered')).toBe('30');
  expect(number('Median time to delivery')).toBe('3h');
  expect(number('90 percent within')).toBe('2d 4h');
  expect(await volume.findByRole('application', { name: 'Volume by day' })).toBeTruthy();
  const couriers = await section('By courier');
  expect(couriers.getAllByRole('rowheader')).toHaveLength(8);
  const centers = await section('By center');
  expect(centers.getByRole('row', { name: 'Mail Center 90 30' })).toBeTruthy();
  const board = await section('Most checked in');
  expect(await board.findByRole('row', { name: 'Anna Kowalska 70' })).toBeTruthy();
  expect(board.getByText(/^Since .+, until now, at all centers\.$/)).toBeTruthy();
  expect(asked(calls, '/stats/leaderboards/deliveries')).toEqual({
    modifiedOrCreatedAfter: String(startOfDay(addDays(today, -29), ZONE) - 1),
    limit: '10',
  });
});

test('what waits too long leads to the queue of it', async () => {
  server();
  const { user, router } = await openApp('/mail/figures');
  expect((await screen.findByText('Overdue at the desk')).nextSibling?.textContent).toMatch(/^[…1]/);
  await user.click(await screen.findByRole('link', { name: 'Show them' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/mail'));
  expect(router.state.location.search).toEqual({ olderThanDays: 5 });
});

test('each drawing is there as a table, and the rest of a long list on demand', async () => {
  server();
  const { user } = await openApp('/mail/figures');
  const volume = await section('Volume by day');
  await user.click(volume.getByRole('button', { name: 'As table', pressed: false }));
  const table = within(volume.getByRole('table', { name: 'Volume by day' }));
  expect(table.getAllByRole('rowheader')).toHaveLength(30);
  expect(volume.queryByRole('application')).toBeNull();
  await user.click(volume.getByRole('button', { name: 'As table', pressed: true }));
  expect(await volume.findByRole('application')).toBeTruthy();
  const time = await section('Time to delivery');
  await user.click(time.getByRole('button', { name: 'As table' }));
  expect(time.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['5h']);
  const couriers = await section('By courier');
  await user.click(couriers.getByRole('button', { name: 'Show all 10' }));
  expect(couriers.getAllByRole('rowheader')).toHaveLength(10);
});

test('period and center are in the address, and the server is asked for just these', async () => {
  const calls = server();
  const { user, router } = await openApp('/mail/figures?days=7&centerId=2');
  await section('Volume by day');
  expect(asked(calls)).toEqual({ from: addDays(today, -6), until: today, centerId: '2' });
  await user.click(screen.getByRole('button', { name: 'A year' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ days: 365, centerId: 2 }));
  await waitFor(() => expect(asked(calls).from).toBe(addDays(today, -364)));
  await user.selectOptions(screen.getByRole('combobox', { name: 'Center' }), 'All centers');
  await waitFor(() => expect(router.state.location.search).toEqual({ days: 365 }));
  await user.click(screen.getByRole('button', { name: '30 days' }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
});

test('days of one’s own: what makes no period is said and asks nothing', async () => {
  const calls = server();
  const { user, router } = await openApp('/mail/figures?from=2026-01-01&until=2026-01-31');
  await section('Volume by day');
  expect(asked(calls)).toEqual({ from: '2026-01-01', until: '2026-01-31' });
  const figures = () => calls.filter(({ path }) => path.startsWith('/stats/mail?')).length;
  const before = figures();
  fireEvent.change(screen.getByLabelText('From'), { target: { value: '2026-02-01' } });
  await user.click(screen.getByRole('button', { name: 'Show' }));
  expect(screen.getByRole('alert').textContent).toBe('The first day must not be later than the last.');
  expect(figures()).toBe(before);
  fireEvent.change(screen.getByLabelText('Until'), { target: { value: '2026-02-28' } });
  await user.click(screen.getByRole('button', { name: 'Show' }));
  await waitFor(() =>
    expect(router.state.location.search).toEqual({ from: '2026-02-01', until: '2026-02-28' }),
  );
  await waitFor(() => expect(asked(calls)).toEqual({ from: '2026-02-01', until: '2026-02-28' }));
});

test('tables are saved as files, all of their rows', async () => {
  server();
  const files: { name: string; text: Promise<string> }[] = [];
  let blob: Blob | undefined;
  URL.createObjectURL = (given) => {
    blob = given as Blob;
    return 'blob:1';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    files.push({ name: this.download, text: blob!.text() });
  });
  const { user } = await openApp('/mail/figures');
  await user.click(await screen.findByRole('button', { name: 'By courier: save as CSV' }));
  await user.click(screen.getByRole('button', { name: 'Volume by day: save as CSV' }));
  await user.click(screen.getByRole('button', { name: 'Time to delivery: save as CSV' }));
  expect(files.map(({ name }) => name)).toEqual([
    `mail-couriers-${stats.from}-${today}.csv`,
    `mail-volume-${stats.from}-${today}.csv`,
    `mail-time-to-delivery-${stats.from}-${today}.csv`,
  ]);
  const [couriers, volume, time] = await Promise.all(files.map(({ text }) => text));
  expect(couriers).toContain("Courier,Checked in\r\n'=UPS,100\r\n");
  expect(couriers!.trim().split('\r\n')).toHaveLength(11);
  expect(volume).toContain(`${today},3,1\r\n`);
  expect(time).toContain(`${today},300\r\n`);
});

test('a change of a parcel shows', async () => {
  server();
  await openApp('/mail/figures');
  const centers = await section('By center');
  expect(centers.getByRole('row', { name: 'Mail Center 90 30' })).toBeTruthy();
  stats = { ...stats, centers: [{ ...stats.centers[0]!, checkedIn: 91 }] };
  await act(async () => {
    for (const stream of streams)
      stream.onmessage?.({ data: JSON.stringify({ topic: 'mail', ids: [1], by: 99 }) });
    await new Promise((resolve) => setTimeout(resolve, 250));
  });
  expect(await centers.findByRole('row', { name: 'Mail Center 91 30' })).toBeTruthy();
});

test('no mail says so and shows a way on; no delivery has no time', async () => {
  stats = nothing(addDays(today, -29), today);
  server();
  const { user, router } = await openApp('/mail/figures?centerId=2');
  expect(await screen.findByRole('heading', { name: 'No mail in this period' })).toBeTruthy();
  expect(screen.getAllByText('No delivery')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Show a year' }));
  await waitFor(() => expect(router.state.location.search).toEqual({ days: 365 }));
});

test('a failure says what is wrong and can be tried again; a board fails alone', async () => {
  let broken = true;
  server({
    'GET /stats/mail': () => (broken ? refusal(500, 'oops', 'The database rests.') : { body: stats }),
    'GET /stats/leaderboards/deliveries': refusal(500, 'oops', 'No board now.'),
  });
  const { user } = await openApp('/mail/figures');
  expect(await screen.findByRole('heading', { name: 'The figures could not be loaded' })).toBeTruthy();
  expect(screen.getByText('The database rests.')).toBeTruthy();
  broken = false;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  const board = await section('Most delivered');
  expect((await board.findByRole('alert')).textContent).toContain('No board now.');
  expect(await (await section('Most checked in')).findByText('Anna Kowalska')).toBeTruthy();
});

test('who does not work at the desk is shown their own parcels', async () => {
  server({ 'GET /users/me': { body: someone }, 'GET /mail/my-parcels': { body: [] } });
  const { router } = await openApp('/mail/figures');
  await waitFor(() => expect(router.state.location.pathname).toBe('/parcels'));
});
