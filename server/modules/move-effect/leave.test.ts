import { expect, test } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import { foreseeable, moveHouse } from '../../../test/house-moves.ts';
import { inviteNewcomers } from './service.ts';

const house = moveHouse();
const HOUR = 3_600_000;

test('an exit ends bookings, flags what was lent and owned, redirects parcels, hands over people and decisions', async () => {
  const { admin, send } = house;
  const boss = await house.sitter(null);
  const desk = await house.desk();
  const leaver = await house.sitter(desk, { manager: { id: boss.id } });
  const report = await house.sitter(null, { manager: { id: leaver.id } });
  const centers = await send<{ id: number; module: string }[]>('GET', '/centers');
  const center = centers.find(({ module }) => module === 'reservation')!;
  await send('PUT', `/users/${leaver.id}/permissions`, [{ role: 'MANAGER', center: { id: center.id } }]);

  const bookable = await house.desk(4, { reservable: true });
  const strict = await house.desk(4, { reservable: true });
  await send('POST', '/reservations/rules', { room: { id: strict }, approval: true });
  const book = (by: typeof admin, room: number, since: number) =>
    by
      .call('POST', '/reservations', {
        room: { id: room },
        user: { id: by.id },
        startDate: since,
        endDate: since + HOUR,
        allDay: false,
      })
      .then((answer) => answer.json<Reservation>());
  const now = Date.now();
  const here = await book(leaver, bookable, now);
  await leaver.call('PUT', `/reservations/${here.id}/checkIn`);
  const ahead = await book(leaver, bookable, now + 48 * HOUR);
  await book(report, strict, now + 48 * HOUR);

  const owned = await house.asset({ owner: { id: leaver.id } });
  const lent = await house.asset({});
  await send('POST', '/assets/loans', {
    asset: { id: lent },
    user: { id: leaver.id },
    dueDate: now + 240 * HOUR,
  });
  const scan = (body: object) => send<{ id: number }>('POST', '/mail/items/checkin', body, 200);
  const parcel = await scan({ trackingNumber: 'leaver 1', toUser: { id: leaver.id } });
  const carried = await scan({
    trackingNumber: 'leaver 2',
    toUser: { id: report.id },
    deliverTo: { id: leaver.id },
  });

  const { id } = await house.ask([{ type: 'terminate', who: leaver.id }]);
  const before = await house.preview(id);
  await house.run();
  const [outcome] = await house.outcome(id);
  expect([outcome]).toEqual(before.items);
  expect(outcome).toMatchObject({
    account: 'deactivated',
    space: { before: { id: desk }, after: null },
    assets: [{ id: owned, how: 'to-return' }],
    bookings: [
      { id: here.id, how: 'ended' },
      { id: ahead.id, how: 'cancelled' },
    ],
    loans: [{ asset: { id: lent } }],
    parcels: [
      { id: parcel.id, how: 'redirected', to: { id: boss.id } },
      { id: carried.id, how: 'redirected', to: { id: report.id } },
    ],
    reports: [{ id: report.id, manager: { id: boss.id } }],
    approvals: [{ center: { id: center.id }, waiting: 1, to: { id: boss.id } }],
  });

  expect((await leaver.call('GET', '/users/me')).statusCode).toBe(401);
  expect((await admin.call('GET', `/users/${leaver.id}`)).statusCode).toBe(404);
  const states = await Promise.all(
    [here, ahead].map(async (one) => (await send<Reservation>('GET', `/reservations/${one.id}`)).state),
  );
  expect(states).toEqual(['checked_out', 'cancelled']);
  expect(await send('GET', `/mail/items/${parcel.id}`)).toMatchObject({
    toUser: { id: boss.id },
    deliverTo: { id: boss.id },
  });
  expect(await send('GET', `/mail/items/${carried.id}`)).toMatchObject({ deliverTo: { id: report.id } });
  expect(await send('GET', `/users/${report.id}`)).toMatchObject({ manager: { id: boss.id } });
  expect(await send('GET', `/users/${boss.id}/permissions`)).toMatchObject([
    { role: 'MANAGER', center: { id: center.id } },
  ]);
  const [loan] = await send<{ flag?: string }[]>('GET', `/assets/loans?userId=${leaver.id}`);
  expect(loan?.flag).toMatch(/has left/);
  const [line] = await send<{ note?: string }[]>('GET', `/assets/${owned}/history`);
  expect(line?.note).toMatch(/To be returned/);
});

test('of those who leave together, who is above both takes over, unless somebody is named', async () => {
  const [boss, heir] = [await house.sitter(null), await house.sitter(null)];
  const middle = await house.sitter(null, { manager: { id: boss.id } });
  const low = await house.sitter(null, { manager: { id: middle.id } });
  const scan = (body: object) => house.send<{ id: number }>('POST', '/mail/items/checkin', body, 200);
  const first = await scan({ trackingNumber: 'both 1', toUser: { id: low.id } });
  const second = await scan({ trackingNumber: 'both 2', toUser: { id: middle.id } });
  const { id, items } = await house.ask([
    { type: 'terminate', who: low.id },
    { type: 'terminate', who: middle.id },
  ]);
  const choices = `/move/items/${items[1]!.id}/heir`;
  expect((await house.admin.call('PUT', choices, { heir: { id: middle.id } })).statusCode).toBe(400);
  await house.send('PUT', choices, { heir: { id: heir.id } });
  await house.run();
  expect(
    (await house.outcome(id)).map(({ parcels }) => parcels.map(({ id: of, to }) => [of, to?.id])),
  ).toEqual([[[first.id, boss.id]], [[second.id, heir.id]]]);
});

test('the last site administrator stays', async () => {
  const { id } = await house.ask([{ type: 'terminate', who: house.admin.id }]);
  expect((await house.preview(id)).conflicts).toMatchObject([{ kind: 'last-admin', blocks: true, item: 0 }]);
  await house.run();
  expect((await house.show(id)).failure?.why).toMatch(/last site administrator/);
  await house.send('DELETE', `/move/requests/${id}`);
});

test('a new person’s account is opened on the date, with manager, space and stop, and they are invited', async () => {
  const stop = await house.stop();
  const desk = await house.desk(1, { mailStop: { id: stop } });
  const boss = await house.sitter(null);
  const who = {
    firstName: 'Nora',
    lastName: 'Neu',
    email: 'nora@example.com',
    phone: '17',
    manager: { id: boss.id },
  };
  const lacking = await house.ask([{ type: 'new', who: { firstName: 'No', lastName: 'Address' } }]);
  const { id } = await house.ask([{ type: 'new', who, to: desk }]);
  const before = await house.preview(id);
  expect(before.items[0]).toMatchObject({
    account: 'opened',
    person: { name: 'Nora Neu', email: 'nora@example.com' },
    manager: { before: null, after: { id: boss.id } },
    mailStop: { before: null, after: { id: stop } },
  });
  await house.run();
  const outcome = await house.outcome(id);
  expect(foreseeable(outcome)).toEqual(foreseeable(before.items));
  const made = outcome[0]!.person!.id!;
  expect(await house.send('GET', `/users/${made}`)).toMatchObject({
    name: 'Nora Neu',
    phone: '17',
    room: { id: desk },
    manager: { id: boss.id },
  });
  expect((await house.show(id)).items[0]).toMatchObject({ user: { id: made } });
  expect((await house.show(lacking.id)).failure?.why).toMatch(/needs an e-mail address/);
  await inviteNewcomers(house.server.deps);
  const invitation = () => house.send<{ invitedAt?: number }>('GET', `/users/${made}/invite`);
  const { invitedAt } = await invitation();
  expect(invitedAt).toBeGreaterThan(0);
  await inviteNewcomers(house.server.deps);
  expect((await invitation()).invitedAt).toBe(invitedAt);

  const again = await house.ask([{ type: 'new', who }]);
  expect((await house.preview(again.id)).conflicts).toMatchObject([{ kind: 'email-taken' }]);
});
