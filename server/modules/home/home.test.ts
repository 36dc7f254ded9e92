import { expect, test } from 'vitest';
import { HOME_PART, type Home } from '#contract/home.ts';
import type { TestUser } from '../../../test/app.ts';
import { DAY, HOUR, spaceBooking } from '../../../test/space-booking.ts';

type Row = { id: number };
const office = spaceBooking();
const homeOf = (by: TestUser) => office.send<Home>(by, 'GET', '/home');
const post = <T = Row>(by: TestUser, path: string, body: unknown) => office.send<T>(by, 'POST', path, body);
const countOf = async (by: TestUser, path: string) =>
  (await office.send<{ count: number }>(by, 'GET', path)).count;
const scan = (clerk: TestUser, person: TestUser, trackingNumber: string) =>
  office.send(clerk, 'POST', '/mail/items/checkin', { toUser: { id: person.id }, trackingNumber }, 200);
let serial = 0;
const fresh = (word: string) => `${word} ${(serial += 1)}`;

/** What may be asked for, and a draft of such a request. */
async function catalogue(more: object = {}) {
  const { admin } = office;
  const centers = await office.send<(Row & { module: string })[]>(admin, 'GET', '/centers');
  const center = centers.find(({ module }) => module === 'maintenance')!;
  const category = await post(admin, '/maintenance/categories', { name: fresh('Care'), center });
  const product = await post(admin, '/maintenance/products', { name: fresh('Thing'), category });
  const type = await post(admin, '/maintenance/types', { name: fresh('Repair'), product, ...more });
  const [priority] = await office.send<Row[]>(admin, 'GET', '/maintenance/priorities');
  const room = { id: await office.space() };
  return (requester: TestUser) => ({
    dateRequired: Date.now() + DAY,
    requester: { id: requester.id },
    type,
    priority,
    room,
  });
}
async function asset() {
  const { admin } = office;
  const type = await post(admin, '/assets/types', { name: fresh('Projectors') });
  const model = await post(admin, '/assets/models', { name: fresh('Beamer'), type });
  const one = await post(admin, '/assets', { model, room: { id: await office.space() } });
  await office.send(admin, 'PUT', '/assets/lendable', { assets: [one], lendable: true });
  return one;
}

test('whoever has nothing and runs nothing is answered with empty parts', async () => {
  const home = await homeOf(office.colleague);
  const { at, timeZone, desk, ...parts } = home;
  expect([timeZone, desk, Math.abs(at - Date.now()) < 60_000]).toEqual(['Europe/Warsaw', {}, true]);
  expect(Object.keys(parts).sort()).toEqual(
    [
      'bookings',
      'parcels',
      'requests',
      'loans',
      'holdings',
      'moves',
      'movesToApprove',
      'leaves',
      'leavesToApprove',
    ].sort(),
  );
  for (const part of Object.values(parts)) expect(part).toMatchObject({ total: 0, items: [] });
});

test('an employee: the beginning of each list by time, and how long it is', async () => {
  const { employee, colleague, admin } = office;
  const room = await office.space();
  for (let day = 9; day > 1; day -= 1) await office.book(employee, room, office.nine(day));
  await office.book(colleague, room, office.nine(10));
  const clerk = await admin.person({ mail: 'OPERATOR' });
  for (let n = 0; n < 3; n += 1) await scan(clerk, employee, fresh('box'));
  const draft = await catalogue();
  const request = await post(employee, '/maintenance/requests', draft(employee));
  const keeper = await admin.person({ asset: 'OPERATOR' });
  const borrowed = await asset();
  const loan = await post(keeper, '/assets/loans', {
    asset: borrowed,
    user: { id: employee.id },
    dueDate: Date.now() + DAY,
  });
  await post(keeper, '/assets/confirmations', {
    name: 'Spring',
    dueDate: Date.now() + 5 * DAY,
    people: [{ id: employee.id }],
  });

  const home = await homeOf(employee);
  const { bookings, parcels } = home;
  expect([bookings!.items.length, bookings!.total]).toEqual([HOME_PART, 8]);
  expect(bookings!.total).toBe(await countOf(employee, '/reservations/count'));
  const starts = bookings!.items.map(({ startDate }) => startDate);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(starts[0]).toBe(office.nine(2));
  expect([parcels!.total, parcels!.ready]).toEqual([3, 3]);
  expect(home.requests).toMatchObject({ total: 1, items: [{ id: request.id, state: 'new' }] });
  expect(home.loans).toMatchObject({ total: 1, items: [{ id: loan.id, state: 'out' }] });
  expect(home.holdings).toMatchObject({ total: 1, items: [{ id: borrowed.id }] });
  expect([home.assigned, home.bookingsToApprove, home.requestsToApprove]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);

  const [ask] = home.holdings!.items[0]!.asks;
  const answers = [{ id: ask!.id, answer: 'have' }];
  await office.send(employee, 'PUT', '/assets/mine/answers', { answers });
  expect((await homeOf(employee)).holdings).toEqual({ total: 0, items: [] });
});

test('more parcels than come with the page: those that are ready are counted as their list does', async () => {
  const person = await office.admin.person();
  const clerk = await office.admin.person({ mail: 'OPERATOR' });
  for (let n = 0; n < HOME_PART + 2; n += 1) await scan(clerk, person, fresh('box'));
  const { parcels } = await homeOf(person);
  expect([parcels!.items.length, parcels!.total, parcels!.ready]).toEqual([
    HOME_PART,
    HOME_PART + 2,
    await countOf(person, '/mail/items/count?mine=true&queue=IN'),
  ]);
});

test('a check-in is open when the rule of the booking says so', async () => {
  const person = await office.admin.person();
  const soon = Math.ceil(Date.now() / HOUR) * HOUR;
  await office.book(person, await office.space(), soon + 2 * HOUR);
  const { bookings, at } = await homeOf(person);
  expect(bookings!.items[0]!.checkInFrom).toBeGreaterThan(at);
  expect(bookings!.items[0]!.phase).toBe('upcoming');
});

test('decisions wait for whoever may take them, and for nobody else', async () => {
  const { admin, manager, employee } = office;
  const [boss, mover] = [await admin.person(), await admin.person()];
  await office.send(admin, 'PUT', `/users/${mover.id}`, { manager: { id: boss.id } });
  const draft = await catalogue({ approval: true });
  const request = await post(employee, '/maintenance/requests', draft(employee));
  const statuses = await office.send<(Row & { code: string })[]>(admin, 'GET', '/move/statuses');
  const types = await office.send<(Row & { typeCode: string; equipment: boolean })[]>(
    admin,
    'GET',
    '/move/requestTypes',
  );
  const type = types.find(({ typeCode, equipment }) => typeCode === 'move' && !equipment)!;
  const move = await post(employee, '/move/requests', {
    status: { id: statuses.find(({ code }) => code === 'pen')!.id },
    description: 'To the third floor',
    items: [{ type: { id: type.id }, user: { id: mover.id } }],
  });
  const [leaveType] = await office.send<(Row & { approvals: number })[]>(admin, 'GET', '/leaves/types');
  const day = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
  const leave = await post(mover, '/leaves', { type: leaveType, startDate: day(20), endDate: day(27) });

  const [bosses, movers, managers] = [await homeOf(boss), await homeOf(mover), await homeOf(manager)];
  expect(bosses.movesToApprove).toMatchObject({ total: 1, items: [{ id: move.id, itemCount: 1 }] });
  expect(bosses.leavesToApprove).toMatchObject({ total: 1, items: [{ id: leave.id, status: 'pending' }] });
  expect(movers.moves!.items.map(({ id }) => id)).toEqual([move.id]);
  expect(movers.leaves!.items.map(({ id }) => id)).toEqual([leave.id]);
  for (const other of [movers, managers])
    expect([other.movesToApprove!.total, other.leavesToApprove!.total]).toEqual([0, 0]);
  const service = await admin.person({ maintenance: 'MANAGER' });
  const waiting = await homeOf(service);
  expect(waiting.requestsToApprove!.items.map(({ id }) => id)).toContain(request.id);
  expect((await homeOf(await admin.person({ maintenance: 'OPERATOR' }))).requestsToApprove).toBeUndefined();
});

test('the figures of what somebody runs are the counts of the lists that they lead to', async () => {
  const { admin, employee } = office;
  const [mail] = (await office.send<(Row & { module: string })[]>(admin, 'GET', '/centers')).filter(
    ({ module }) => module === 'mail',
  );
  const roles = { mail: 'OPERATOR', maintenance: 'OPERATOR', reservation: 'MANAGER', asset: 'OPERATOR' };
  const all = await admin.person(roles);
  await scan(all, employee, fresh('box'));
  await office.send(
    all,
    'POST',
    '/mail/items/checkin',
    { recipientName: 'Nobody of ours', trackingNumber: fresh('x') },
    200,
  );
  const { desk } = await homeOf(all);
  const items = (query: string) => countOf(all, `/mail/items/count?centerId=${mail!.id}&${query}`);
  expect(desk.mail!.exceptions).toBe(await countOf(all, '/mail/items/count?exception=true'));
  expect(desk.mail!.exceptions).toBeGreaterThan(0);
  expect(desk.mail!.desks).toHaveLength(1);
  expect(desk.mail!.desks[0]).toMatchObject({
    centerId: mail!.id,
    waiting: await items('queue=IN'),
    pending: await items('queue=PENDING'),
    transfer: await items('queue=TRANSFER'),
    checkout: await items('queue=CHECKOUT'),
  });
  expect(desk.mail!.days).toHaveLength(7);
  const requests = (query: string) => countOf(all, `/maintenance/requests/count?open=true&${query}`);
  expect(desk.service).toMatchObject({
    open: await requests(''),
    late: await requests('pastDue=true'),
    unassigned: await requests('unassigned=true'),
    mine: await requests('assigned=me'),
    awaiting: await requests('awaitingApproval=true'),
  });
  expect(desk.service!.open).toBeGreaterThan(0);
  expect(desk.service!.weeks.reduce((sum, { opened }) => sum + opened, 0)).toBeGreaterThan(0);
  const { day } = desk.bookings!;
  const use = await office.send<Home['desk']['bookings']>(
    all,
    'GET',
    `/stats/reservations?from=${day}&until=${day}`,
  );
  const { bookings, noShows, bookedOpenMs, openMs } = use!;
  expect(desk.bookings).toEqual({
    day,
    bookings,
    noShows,
    bookedOpenMs,
    openMs,
    awaiting: await countOf(all, '/reservations/count?awaitingApproval=true&showOnlyMyReservations=false'),
  });
  expect(desk.assets).toMatchObject({
    overdue: await countOf(all, '/assets/loans/count?state=out&overdue=true'),
    out: await countOf(all, '/assets/loans/count?state=out'),
    reserved: await countOf(all, '/assets/loans/count?state=reserved'),
    audits: { total: await countOf(all, '/assets/audits/count?state=open,reconciling'), items: [] },
  });
  expect(desk.assets!.out).toBeGreaterThan(0);
});

test('what the organisation has switched off is not told of; another organisation sees nothing of it', async () => {
  const stranger = await office.server.register('Elsewhere');
  const theirs = await homeOf(stranger);
  expect([theirs.bookings!.total, theirs.parcels!.total, theirs.desk.service!.open]).toEqual([0, 0, 0]);
  expect(theirs.desk.mail!.desks).toMatchObject([{ waiting: 0 }]);
  await office.send(stranger, 'PUT', '/organisation', { features: ['mail'] });
  const { at: _at, timeZone: _zone, desk, ...parts } = await homeOf(stranger);
  expect(Object.keys(parts)).toEqual(['parcels']);
  expect(Object.keys(desk)).toEqual(['mail']);
});
