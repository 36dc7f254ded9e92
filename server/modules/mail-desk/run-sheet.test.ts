import { beforeAll, describe, expect, test } from 'vitest';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const stops: number[] = [];
let route = 0;
let stray = 0;
beforeAll(async () => {
  for (const name of ['Alpha', 'Beta', 'Gamma', 'Stray'])
    stops.push(await desk.insert('mail_stop', { name }));
  route = await desk.insert('mail_route', { name: 'Round' });
  // Beta before Alpha: the order is the route's, not the alphabet's.
  for (const [position, stop] of [stops[1], stops[0], stops[2]].entries())
    await desk.insert('mail_route_stop', { mail_route_id: route, mail_stop_id: stop, position });
  stray = stops[3]!;
});

const sheet = async (query = '', id = route) =>
  (await desk.clerk.call('GET', `/mail/routes/${id}/run-sheet${query}`)).json<RunSheet>();
const bring = (mailStop: number | undefined, more: object = {}) =>
  desk.scan({
    trackingNumber: freshNumber(),
    toUser: { id: desk.employee.id },
    route: { id: route },
    ...(mailStop && { mailStop: { id: mailStop } }),
    ...more,
  });
const shape = ({ stops: calls }: RunSheet) =>
  calls.map(({ stop, remaining, delivered }) => [
    stop?.name,
    remaining.map(({ id }) => id),
    delivered.map(({ id }) => id),
  ]);

test('a route without parcels has an empty sheet, or all its stops in order', async () => {
  const empty = await desk.insert('mail_route', { name: 'Empty' });
  expect(await sheet('', empty)).toMatchObject({ stops: [], remaining: 0, delivered: 0 });
  expect(await sheet('?all=true', empty)).toMatchObject({ stops: [] });
  expect(shape(await sheet('?all=true'))).toEqual([
    ['Beta', [], []],
    ['Alpha', [], []],
    ['Gamma', [], []],
  ]);
});

test('shows what is to be brought where in the order of the round, and what was delivered today', async () => {
  const [alpha, beta, elsewhere, nowhere] = [
    await bring(stops[0]),
    await bring(stops[1]),
    await bring(stray),
    await bring(undefined),
  ];
  const cart = await bring(stops[0]);
  await desk.step(cart.id, 'checkout');
  const done = await bring(stops[0]);
  await desk.step(done.id, 'deliver', { outcome: 'stop' });
  const aside = await bring(stops[1]);
  await desk.step(aside.id, 'pending');
  const old = await bring(stops[1]);
  await desk.step(old.id, 'deliver');
  await desk.server.owner.query(
    `UPDATE mail_item SET delivered_at = now() - interval '25 hours' WHERE id = $1`,
    [old.id],
  );
  const found = await sheet();
  expect(shape(found)).toEqual([
    ['Beta', [beta.id], []],
    ['Alpha', [alpha.id, cart.id], [done.id]],
    ['Stray', [elsewhere.id], []],
    [undefined, [nowhere.id], []],
  ]);
  expect(found.stops.map(({ position }) => position)).toEqual([1, 2, 4, 5]);
  expect(found).toMatchObject({ route: { id: route, name: 'Round' }, remaining: 5, delivered: 1 });
  expect(found.stops[0]!.remaining[0]).toEqual(await desk.show(beta.id));
  const list = (await desk.clerk.call('GET', '/mail/run-sheets')).json<{ id: number }[]>();
  expect(list.find(({ id }) => id === route)).toMatchObject({ stops: 3, remaining: 5, delivered: 1 });
});

test('“today” is by the clock of the organisation', async () => {
  const item = await bring(stops[2]);
  await desk.step(item.id, 'deliver');
  const { owner } = desk.server;
  const midnight = `date_trunc('day', now() AT TIME ZONE 'Europe/Warsaw') AT TIME ZONE 'Europe/Warsaw'`;
  const delivered = async (moment: string) => {
    await owner.query(`UPDATE mail_item SET delivered_at = ${moment} WHERE id = $1`, [item.id]);
    return (await sheet()).stops.some((call) => call.delivered.some(({ id }) => id === item.id));
  };
  expect(await delivered(midnight)).toBe(true);
  expect(await delivered(`${midnight} - interval '1 ms'`)).toBe(false);
});

describe('while a sheet is open', () => {
  test('a parcel moved to another round or delivered elsewhere is gone next time; twice is told', async () => {
    const other = await desk.insert('mail_route', { name: 'Other' });
    const [moved, taken] = [await bring(stops[2]), await bring(stops[2])];
    const on = async () =>
      (await sheet()).stops
        .flatMap(({ remaining }) => remaining.map(({ id }) => id))
        .filter((id) => id >= moved.id);
    expect(await on()).toEqual([moved.id, taken.id]);
    await desk.clerk.call('PUT', `/mail/items/${moved.id}`, { route: { id: other } });
    await desk.step(taken.id, 'deliver');
    expect(await on()).toEqual([]);
    expect((await desk.step(moved.id, 'deliver')).statusCode).toBe(200);
    expect((await desk.step(taken.id, 'deliver')).statusCode).toBe(409);
  });

  test('of two people who deliver one parcel at once, one does and the other is told by whom', async () => {
    const { id } = await bring(stops[2]);
    const answers = await Promise.all(
      [desk.clerk, desk.manager].map((as) => as.call('PUT', `/mail/items/${id}/deliver`)),
    );
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    expect((await desk.show(id)).statuses.filter(({ type }) => type.code === 'out')).toHaveLength(1);
  });
});

test('is for the desk of the organisation, and of routes there are', async () => {
  const stranger = await desk.server.register();
  expect((await desk.employee.call('GET', `/mail/routes/${route}/run-sheet`)).statusCode).toBe(403);
  expect((await desk.employee.call('GET', '/mail/run-sheets')).statusCode).toBe(403);
  expect((await stranger.call('GET', `/mail/routes/${route}/run-sheet`)).statusCode).toBe(404);
  expect((await stranger.call('GET', '/mail/run-sheets')).json()).toEqual([]);
  for (const id of ['x', 0, 987_654_321])
    expect((await desk.clerk.call('GET', `/mail/routes/${id}/run-sheet`)).statusCode).toBe(404);
});
