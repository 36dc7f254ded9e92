import { expect, test } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import type { RoomType } from '#contract/places.ts';
import type { WhoIsIn } from '#contract/space-use.ts';
import type { TestUser } from '../../../test/app.ts';
import { dayOf, leaveDesk } from '../../../test/leaves.ts';
import { sendLeaveLetters } from './service.ts';

const desk = await leaveDesk();
const { admin, boss, deputy, colleague, places, send } = desk;
const HOUR = 3_600_000;
const roomTypes = await places.list<RoomType>('/rooms/types');
const typeId = (name: string) => roomTypes.find((one) => one.name === name)!.id;
const building = await places.building({ timeZone: 'UTC' });
const floor = await places.floor({ building: { id: building.id } });
let serial = 0;
const room = async (type: string) =>
  (
    await places.room({
      name: `Space ${(serial += 1)}`,
      floor: { id: floor.id },
      type: { id: typeId(type) },
      reservable: true,
      capacity: 1,
    })
  ).id;
const book = (by: TestUser, space: number, day: string, hour: number, hours: number) => {
  const startDate = Date.parse(`${day}T00:00Z`) + hour * HOUR;
  return send<Reservation>(
    by,
    'POST',
    '/reservations',
    {
      room: { id: space },
      user: { id: by.id },
      startDate,
      endDate: startDate + hours * HOUR,
      allDay: false,
    },
    201,
  );
};
const stateOf = async (id: number) => (await send<Reservation>(admin, 'GET', `/reservations/${id}`)).state;

test('an approved leave gives seats within it free, and cancelling books again what is still there', async () => {
  const employee = await desk.employee();
  const [seat, other, meeting] = [
    await room('Workstation'),
    await room('Workstation'),
    await room('Meeting Room'),
  ];
  const before = await book(employee, seat, dayOf(20, -3), 9, 8);
  // From noon on the first day: the morning is kept, and so is what goes on from it.
  const morning = await book(employee, seat, dayOf(20), 8, 3);
  const across = await book(employee, other, dayOf(20), 11, 4);
  const first = await book(employee, seat, dayOf(20), 13, 4);
  const second = await book(employee, seat, dayOf(20, 1), 9, 8);
  const talk = await book(employee, meeting, dayOf(20, 1), 10, 1);
  const span = [dayOf(20), dayOf(20, 2), { startsAtNoon: true, delegate: { id: deputy.id } }] as const;
  const preview = await send<{ releases: { id: number }[] }>(
    employee,
    'POST',
    '/leaves/preview',
    desk.bodyOf(...span),
  );
  const ids = [first.id, second.id];
  expect(preview.releases.map(({ id }) => id)).toEqual(ids);
  const asked = await desk.ask(employee, ...span);
  expect([asked.released, await stateOf(first.id)]).toEqual([[], 'booked']);
  const approved = await desk.step(boss, asked, 'approve');
  expect(approved.released.map(({ id }) => id)).toEqual(ids);
  const states = () =>
    Promise.all([before, morning, across, first, second, talk].map(({ id }) => stateOf(id)));
  expect(await states()).toEqual(['booked', 'booked', 'booked', 'cancelled', 'cancelled', 'booked']);

  const taken = await book(colleague, seat, dayOf(20, 1), 12, 1);
  const cancelled = await desk.step(employee, approved, 'cancel');
  expect(cancelled).toMatchObject({ status: 'cancelled', released: [], restored: [{ id: first.id }] });
  expect(cancelled.lost).toMatchObject([{ id: second.id, reason: expect.stringContaining('booked by') }]);
  expect([await stateOf(first.id), await stateOf(second.id), await stateOf(taken.id)]).toEqual([
    'booked',
    'cancelled',
    'booked',
  ]);
  // Once more: nothing happens twice.
  expect(await desk.step(employee, approved, 'cancel')).toEqual(cancelled);
});

test('who is in shows who is away, with the dates and not the type', async () => {
  const employee = await desk.employee();
  await desk.granted(employee, dayOf(22), dayOf(22, 3), { note: 'Wedding' });
  const answer = await colleague.call('GET', `/reservations/in?day=${dayOf(22, 1)}`);
  const { away } = answer.json<WhoIsIn>();
  expect(away).toMatchObject([{ id: employee.id, startDate: dayOf(22), endDate: dayOf(22, 3), me: false }]);
  expect(answer.body).not.toMatch(/Wedding|Annual/);
  const there = await send<WhoIsIn>(
    colleague,
    'GET',
    `/reservations/in?day=${dayOf(22, 1)}&buildingId=${building.id}`,
  );
  expect(there.away).toEqual([]);
});

test('in that time parcels and approvals go to who stands in as well', async () => {
  const manager = await admin.person({ reservation: 'MANAGER', move: 'MANAGER' });
  await desk.report(manager, boss);
  const standIn = await admin.person();
  const seat = await room('Office');
  await send(
    admin,
    'POST',
    '/reservations/rules',
    { room: { id: seat }, who: 'everybody', approval: true },
    201,
  );
  const wish = await book(colleague, seat, dayOf(23), 9, 1);
  const decide = (status: number) => send(standIn, 'PUT', `/reservations/${wish.id}/approve`, {}, status);
  await decide(403);
  const today = new Date().toISOString().slice(0, 10);
  const away = await desk.granted(manager, today, dayOf(1, 4), { delegate: { id: standIn.id } });
  expect(await decide(200)).toMatchObject({ approval: 'approved' });

  const clerk = await admin.person({ mail: 'OPERATOR' });
  const parcel = { trackingNumber: '1Z999AA10123456784', toUser: { id: manager.id } };
  expect((await clerk.call('POST', '/mail/items/checkin', parcel)).statusCode).toBeLessThan(300);
  const told = async () =>
    (await send<{ kind: string; to: { id: number } }[]>(clerk, 'GET', '/mail/notices?limit=500')).map(
      ({ kind, to }) => [kind, to.id],
    );
  expect(await told()).toEqual(
    expect.arrayContaining([
      ['arrival', manager.id],
      ['delegate', standIn.id],
    ]),
  );
  await desk.step(boss, away, 'cancel');
});

test('each step is written to whom it concerns, and who stands in learns no type', async () => {
  const employee = await desk.employee();
  await desk.server.owner.query('UPDATE leave_letter SET due = NULL');
  const asked = await desk.ask(employee, dayOf(24), dayOf(24, 1), {
    delegate: { id: deputy.id },
    note: 'Wedding',
  });
  await desk.step(boss, asked, 'approve');
  const sent: { to: string; subject: string; text: string }[] = [];
  const mailer = {
    ...desk.server.deps.mailer,
    send: async (message: (typeof sent)[number]) => void sent.push(message),
  };
  // A Wednesday noon, when everybody may be written to.
  const noon = new Date('2027-03-03T12:00Z');
  await sendLeaveLetters({ ...desk.server.deps, mailer }, undefined, noon);
  await sendLeaveLetters({ ...desk.server.deps, mailer }, undefined, noon);
  const to = (person: TestUser) => sent.filter((letter) => letter.to === person.email);
  expect(sent).toHaveLength(3);
  expect(to(boss)[0]!.text).toMatch(/asks for leave[\s\S]*Annual leave, days: 2[\s\S]*Wedding/);
  expect(to(employee)[0]!.text).toMatch(/was approved/);
  expect(to(deputy)[0]!.text).toMatch(/you stand in/);
  expect(to(deputy)[0]!.text).not.toMatch(/Annual|Wedding/);
});
