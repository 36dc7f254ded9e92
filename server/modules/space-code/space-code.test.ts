import { expect, test } from 'vitest';
import type { DoorDisplay, SpaceCode } from '#contract/space-code.ts';
import { API } from '../../../test/app.ts';
import { HOUR, spaceBooking, type Refusal } from '../../../test/space-booking.ts';

const booking = spaceBooking();
type Made = { id: number; url: string; room: { id: number } };
const PUBLIC = 'http://localhost:3000';
const tokenOf = ({ url }: Made) => url.replace(`${PUBLIC}/display/`, '');
const look = (token: string, remoteAddress = '192.0.2.1') =>
  booking.server.app.inject({ url: `${API}/displays/${token}`, remoteAddress });

test('a display shows its space to whoever has the link, and nobody’s name, notes or guests', async () => {
  const { manager, employee, send, server } = booking;
  const room = await booking.space({ name: 'Otter' }, 'Etc/GMT');
  const made = await send<Made>(manager, 'POST', '/reservations/displays', { room: { id: room } });
  const since = Math.floor(Date.now() / 60_000) * 60_000;
  const secrets = { notes: 'Hush', guests: ['guest@example.com'], private: true };
  await booking.book(employee, room, since, 1, { name: 'Salary', ...secrets });
  const answer = await look(tokenOf(made));
  expect(answer.statusCode).toBe(200);
  const door = answer.json<DoorDisplay>();
  expect(door).toMatchObject({ space: { name: 'Otter' }, timeZone: 'Etc/GMT', code: `${PUBLIC}/s/${room}` });
  expect(door.bookings).toEqual([
    { startDate: since, endDate: since + HOUR, title: 'Busy', checkedIn: false },
  ]);
  expect(answer.body).not.toMatch(/Salary|Hush|guest|Person/);
  // The secret opens this and nothing else, and is nowhere to be read.
  const other = await server.app.inject({ url: `${API}/rooms/${room}/now?token=${tokenOf(made)}` });
  expect(other.statusCode).toBe(401);
  const { rows } = await server.owner.query('SELECT * FROM space_display');
  expect(JSON.stringify(rows)).not.toContain(tokenOf(made));
  expect(JSON.stringify(await send(manager, 'GET', '/reservations/displays'))).not.toContain(tokenOf(made));
});

test('a link can be renewed and taken away; a space has one, and only managers make it', async () => {
  const { manager, employee, send } = booking;
  const room = { id: await booking.space() };
  expect((await employee.call('POST', '/reservations/displays', { room })).statusCode).toBe(403);
  const first = await send<Made>(manager, 'POST', '/reservations/displays', { room });
  const twice = await manager.call('POST', '/reservations/displays', { room });
  expect(twice.json<Refusal>().error.code).toBe('space-code.display-exists');
  const second = await send<Made>(manager, 'PUT', `/reservations/displays/${first.id}/renew`);
  expect([(await look(tokenOf(first))).statusCode, (await look(tokenOf(second))).statusCode]).toEqual([
    404, 200,
  ]);
  await send(manager, 'DELETE', `/reservations/displays/${first.id}`);
  expect((await look(tokenOf(second))).statusCode).toBe(404);
  expect(await send(manager, 'GET', `/reservations/displays?roomId=${room.id}`)).toEqual([]);
});

test('guesses are limited, and a display that is right costs none of them', async () => {
  const { manager, send } = booking;
  const made = await send<Made>(manager, 'POST', '/reservations/displays', {
    room: { id: await booking.space() },
  });
  const [right, wrong] = [tokenOf(made), 'x'.repeat(27)];
  const from = '198.51.100.7';
  for (let at = 0; at < 100; at += 1) {
    expect((await look(wrong, from)).statusCode).toBe(404);
    if (at % 25 === 0) expect((await look(right, from)).statusCode).toBe(200);
  }
  expect((await look(wrong, from)).statusCode).toBe(429);
  expect((await look(right)).statusCode).toBe(200);
});

test('codes of chosen spaces, or of a floor, say where they lead', async () => {
  const { employee, send } = booking;
  const [one, two] = [await booking.space({ name: 'B' }), await booking.space({ name: 'A' })];
  const codes = await send<SpaceCode[]>(employee, 'GET', `/rooms/codes?roomId=${one},${two}`);
  expect(codes.map(({ name, url }) => [name, url])).toEqual([
    ['A', `${PUBLIC}/s/${two}`],
    ['B', `${PUBLIC}/s/${one}`],
  ]);
  const floor = await send<SpaceCode[]>(employee, 'GET', `/rooms/codes?floorId=${codes[0]!.floor.id}`);
  expect(floor.map(({ id }) => id)).toEqual(expect.arrayContaining([one, two]));
  expect((await employee.call('GET', '/rooms/codes')).statusCode).toBe(400);
});
