import { expect, test } from 'vitest';
import type { Category, CategoryItem } from '#contract/cost-centers.ts';
import type { WhoIsIn } from '#contract/space-use.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();
const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const ask = (query: string, by = it.employee) => it.send<WhoIsIn>(by, 'GET', `/reservations/in?${query}`);

test('each person is one line with all of theirs, the caller first, and no titles', async () => {
  const [desk, room] = [await it.space(), await it.space()];
  const nine = it.nine(20);
  await it.book(it.colleague, room, nine, 1, { name: 'Merger', private: true });
  await it.book(it.colleague, desk, nine + 2 * HOUR, 1, { name: 'Talk' });
  await it.book(it.employee, desk, nine);
  const gone = await it.book(it.manager, desk, nine + 4 * HOUR);
  await it.send(it.manager, 'PUT', `/reservations/${gone.id}/cancel`);
  const body = await it.employee.call('GET', `/reservations/in?day=${dayOf(nine)}`);
  expect(body.body).not.toMatch(/Merger|Talk|Busy/);
  const found = body.json<WhoIsIn>();
  expect(found).toMatchObject({ day: dayOf(nine), count: 2, here: 0 });
  expect(found.people.map(({ id, me }) => [id, me])).toEqual([
    [it.employee.id, true],
    [it.colleague.id, false],
  ]);
  expect(
    found.people[1]!.bookings.map(({ space, startDate, state }) => [space.id, startDate, state]),
  ).toEqual([
    [room, nine, 'expected'],
    [desk, nine + 2 * HOUR, 'expected'],
  ]);
  expect(found.people[1]!.bookings[0]).toMatchObject({
    timeZone: 'Europe/Warsaw',
    space: { floor: { building: { name: 'Europe/Warsaw' } } },
  });
  const second = await ask(`day=${dayOf(nine)}&limit=1&startAt=1`, it.colleague);
  expect([second.count, second.people.map(({ id }) => id)]).toEqual([2, [it.employee.id]]);
  expect((await ask(`day=${dayOf(nine)}&search=nobody`)).count).toBe(0);
  const [{ space } = { space: undefined }] = found.people[0]!.bookings;
  expect((await ask(`day=${dayOf(nine)}&floorId=${space!.floor.id}`)).count).toBe(2);
  expect((await ask(`day=${dayOf(nine)}&buildingId=999999`)).count).toBe(0);
});

test('somebody is expected, here, and has left', async () => {
  const person = await it.admin.person();
  const now = Date.now();
  const since = now - 60_000;
  const booked = await it.book(person, await it.space(), since, 1);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(since);
  const seen = async () => {
    const { here, people } = await ask(`day=${day}`, person);
    return [here, people[0]!.bookings.map(({ state }) => state)];
  };
  expect(await seen()).toEqual([0, ['expected']]);
  await it.send(person, 'PUT', `/reservations/${booked.id}/checkIn`);
  expect(await seen()).toEqual([1, ['here']]);
  await it.send(person, 'PUT', `/reservations/${booked.id}/checkOut`);
  expect(await seen()).toEqual([0, ['left']]);
  await it.places.book(await it.space(), now - 3 * HOUR, now - 2 * HOUR, 'booked');
  const past = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(now - 3 * HOUR);
  const { people } = await ask(`day=${past}`, it.admin);
  expect(people[0]!.bookings.at(-1)!.state).toBe('missed');
});

test('my team is who has my manager, else who shares a cost center', async () => {
  const [boss, one, two, apart] = [
    await it.admin.person(),
    await it.admin.person(),
    await it.admin.person(),
    await it.admin.person(),
  ];
  const nine = it.nine(30);
  for (const person of [boss, one, two, apart]) await it.book(person, await it.space(), nine);
  const team = async (by: typeof one) =>
    (await ask(`day=${dayOf(nine)}&team=true`, by)).people.map(({ id }) => id).sort((a, b) => a - b);
  expect(await team(one)).toEqual([one.id]);
  const category = await it.places.send<Category>('POST', '/categories', { name: 'Cost centers' }, 200);
  const alpha = await it.places.send<CategoryItem>('POST', '/categories/items', {
    name: 'Alpha',
    category: { id: category.id },
  });
  for (const { id } of [one, apart])
    await it.server.owner.query(
      'INSERT INTO user_cost_center (organisation_id, user_id, item_id) VALUES ($1, $2, $3)',
      [it.places.organisation, id, alpha.id],
    );
  expect(await team(one)).toEqual([one.id, apart.id]);
  for (const { id } of [one, two])
    await it.send(it.admin, 'PUT', `/users/${id}`, { manager: { id: boss.id } });
  expect(await team(one)).toEqual([boss.id, one.id, two.id]);
  expect(await team(boss)).toEqual([boss.id, one.id, two.id]);
});

test('a day is that of the building, and what is no day is refused', async () => {
  const room = await it.space({}, 'Pacific/Auckland');
  // Nine in the evening by UTC is the next morning there.
  const evening = it.nine(40) + 12 * HOUR;
  await it.book(it.employee, room, evening);
  const house = (await ask(`day=${dayOf(evening + 24 * HOUR)}`)).people[0]!.bookings[0]!.space.floor.building
    .id;
  expect((await ask(`day=${dayOf(evening)}&buildingId=${house}`)).count).toBe(0);
  for (const query of ['', 'day=tomorrow', 'day=2027-02-30', 'day=0000-01-01']) {
    const { error } = await it.send<Refusal>(it.employee, 'GET', `/reservations/in?${query}`, undefined, 400);
    expect(error.field).toBe('day');
  }
});
