import { expect, test } from 'vitest';
import { DAY, HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const it = spaceBooking();

test('what cannot be booked is refused with a sentence and the attribute', async () => {
  const room = await it.space();
  const closed = await it.space({ reservable: false });
  const stranger = await it.server.register();
  const nine = it.nine();
  const cases: [Record<string, unknown>, number, string, RegExp][] = [
    [{ endDate: nine - HOUR }, 400, 'endDate', /later end/],
    [{ endDate: nine }, 400, 'endDate', /later end/],
    [{ endDate: nine + 3660 * DAY }, 400, 'endDate', /year/],
    [{ startDate: nine - 30 * DAY, endDate: nine - 29 * DAY }, 400, 'startDate', /past/],
    [{ startDate: Date.now() - HOUR, endDate: Date.now() + HOUR }, 400, 'startDate', /past/],
    [{ numberOfPeople: 500 }, 400, 'numberOfPeople', /room for 6.*larger space/],
    [{ numberOfPeople: -1 }, 400, 'numberOfPeople', /whole number/],
    [{ room: { id: closed } }, 400, 'room', /cannot be booked/],
    [{ room: { id: 999_999 } }, 400, 'room', /another one/],
    [{ center: { id: 999_999 } }, 400, 'center', /center/],
    [{ startDate: 'tomorrow' }, 400, 'startDate', /milliseconds/],
    [{ startDate: 1e300 }, 400, 'startDate', /milliseconds/],
    [{ endDate: null }, 400, 'endDate', /milliseconds/],
    [{ startDate: nine + 0.5 }, 400, 'startDate', /milliseconds/],
    [{ allDay: 'perhaps' }, 400, 'allDay', /allDay/],
    [{ guests: 'Bo' }, 400, 'guests', /guests/],
    [{ guests: [7] }, 400, 'guests[0]', /guests/],
    [{ notes: 'x'.repeat(100_000) }, 400, 'notes', /notes/],
    [{ user: { id: stranger.id } }, 400, 'user', /person/],
  ];
  for (const [more, status, field, sentence] of cases) {
    const answer = await it.employee.call('POST', '/reservations', it.body(room, nine, 1, more));
    const { error } = answer.json<Refusal>();
    expect([Object.keys(more), answer.statusCode, error.field]).toEqual([Object.keys(more), status, field]);
    expect(error.message).toMatch(sentence);
  }
  for (const missing of ['startDate', 'endDate', 'user', 'room', 'allDay'])
    for (const value of [undefined, null, '', {}]) {
      const answer = await it.admin.call(
        'POST',
        '/reservations',
        it.body(room, nine, 1, { [missing]: value }),
      );
      expect([missing, answer.statusCode]).toEqual([missing, 400]);
      expect(answer.json<Refusal>().error.message).toContain(missing);
    }
  const none = await it.send<unknown[]>(
    it.admin,
    'GET',
    `/reservations?roomId=${room}&showOnlyMyReservations=false`,
  );
  expect(none).toEqual([]);
});

test('a foreign space and a foreign booking are those of nobody', async () => {
  const room = await it.space();
  const made = await it.book(it.employee, room, it.nine());
  const stranger = await it.server.register();
  const body = { ...it.body(room, it.nine(9)), user: { id: stranger.id } };
  expect((await it.send<Refusal>(stranger, 'POST', '/reservations', body, 400)).error.field).toBe('room');
  for (const [method, path] of [
    ['GET', ''],
    ['PUT', ''],
    ['DELETE', ''],
    ['PUT', '/cancel'],
    ['PUT', '/checkIn'],
    ['PUT', '/checkOut'],
  ] as const)
    await it.send(
      stranger,
      method,
      `/reservations/${made.id}${path}`,
      method === 'GET' ? undefined : {},
      404,
    );
  for (const id of ['0', '-1', '1.5', 'x', '99999999999999999999'])
    await it.send(it.employee, 'GET', `/reservations/${id}`, undefined, 404);
});

test('employees book for themselves, managers for others, site administrators in the past too', async () => {
  const room = await it.space();
  await it.send(
    it.employee,
    'POST',
    '/reservations',
    { ...it.body(room, it.nine()), user: { id: it.colleague.id } },
    403,
  );
  await it.send(it.manager, 'POST', '/reservations', it.body(room, it.nine()));
  await it.send(it.manager, 'POST', '/reservations', it.body(room, it.nine(-9)), 400);
  await it.send(it.admin, 'POST', '/reservations', it.body(room, it.nine(-9)));
  const { id } = await it.book(it.colleague, room, it.nine(2));
  for (const name of ['cancel', 'checkIn', 'checkOut'])
    await it.send(it.employee, 'PUT', `/reservations/${id}/${name}`, undefined, 403);
  await it.send(it.employee, 'PUT', `/reservations/${id}/approve`, undefined, 403);
});

test('numeric strings are ids, and a repeated key books once', async () => {
  const room = await it.space();
  const body = { ...it.body(room, it.nine()), room: { id: String(room) }, allDay: 'False' };
  const headers = { 'idempotency-key': `key ${room}` };
  const [first, second] = [
    await it.employee.call('POST', '/reservations', body, { headers }),
    await it.employee.call('POST', '/reservations', body, { headers }),
  ];
  expect([first.statusCode, second.statusCode, second.headers['idempotency-replayed']]).toEqual([
    201,
    201,
    'true',
  ]);
  expect(second.body).toBe(first.body);
});
