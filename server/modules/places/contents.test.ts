import { expect, test } from 'vitest';
import type { Room } from '#contract/places.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';

const server = await testServer();
const HOUR = 3_600_000;

test('what goes with a place is counted before, and gone after', async () => {
  const own = await placesOf(server);
  const { send } = own;
  const type = await own.type('Office');
  const building = await own.building();
  const floor = await own.floor({ building: { id: building.id } });
  await own.floor({ name: '2', building: { id: building.id } });
  const rooms: Room[] = [];
  for (const name of ['A', 'B'])
    rooms.push(await own.room({ name, floor: { id: floor.id }, type: { id: type.id } }));
  const [room] = rooms as [Room];
  const sitter = await own.admin.person();
  const former = await own.admin.person();
  for (const { id } of [sitter, former]) await send('PUT', `/users/${id}`, { room: { id: room.id } });
  await send('DELETE', `/users/${former.id}`);
  const now = Date.now();
  await own.book(room.id, now - 3 * HOUR, now - 2 * HOUR);
  await own.book(room.id, now - HOUR, now + HOUR, 'checked_in');
  await own.book(room.id, now + 2 * HOUR, now + 3 * HOUR);
  await own.book(room.id, now + 4 * HOUR, now + 5 * HOUR, 'cancelled');
  await own.room({ name: 'elsewhere' });

  const of = (path: string) => send('GET', `${path}/contents`);
  const rest = { people: 1, bookings: 1 };
  expect(await of(`/buildings/${building.id}`)).toEqual({ floors: 2, rooms: 2, ...rest });
  expect(await of(`/floors/${floor.id}`)).toEqual({ floors: 0, rooms: 2, ...rest });
  expect(await of(`/rooms/${room.id}`)).toEqual({ floors: 0, rooms: 0, ...rest });
  expect(await of(`/rooms/types/${type.id}`)).toEqual({ floors: 0, rooms: 2, ...rest });

  await send('DELETE', `/rooms/${rooms[1]!.id}`);
  expect(await of(`/floors/${floor.id}`)).toEqual({ floors: 0, rooms: 1, ...rest });
  await send('DELETE', `/floors/${floor.id}`);
  expect(await of(`/buildings/${building.id}`)).toEqual({ floors: 1, rooms: 0, people: 0, bookings: 0 });
  expect((await own.admin.call('GET', `/floors/${floor.id}/contents`)).statusCode).toBe(404);
  expect((await own.admin.call('GET', '/buildings/0/contents')).statusCode).toBe(404);
});
