import { expect, test } from 'vitest';
import type { MoveConflict } from '#contract/move-effect.ts';
import type { MoveRequest } from '#contract/moves.ts';
import { testServer } from '../../../test/app.ts';
import { placesOf } from '../../../test/places.ts';
import { campus, importCampus, restacking, settle } from '../../../test/restack.ts';
import { takeDueMoves } from './service.ts';

const [PEOPLE, MOVING] = [600, 300];

test('a campus of 814 spaces is restacked by one file: 300 of 600 people move, most of them to each other’s rooms', async () => {
  const server = await testServer();
  const { admin, organisation } = await placesOf(server);
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await admin.call(method, path, body);
    if (answer.statusCode >= 300) throw new Error(`${path} answered ${answer.statusCode}: ${answer.body}`);
    return answer.json<T>();
  };
  const spaces = campus();
  expect(spaces).toHaveLength(814);
  await importCampus(send, spaces);
  const rooms = spaces.filter(({ room }) => room);
  await settle(send, rooms, PEOPLE);
  const { csv, expected } = restacking(rooms, PEOPLE, MOVING);
  const { id, items } = await send<MoveRequest>('POST', '/move/groups', {
    csv,
    description: 'Restacking',
    date: Date.now(),
  });
  expect(items).toHaveLength(MOVING);
  const { conflicts } = await send<{ conflicts: MoveConflict[] }>('GET', `/move/requests/${id}/conflicts`);
  expect(conflicts).toEqual([]);
  await send('PUT', `/move/requests/${id}`, { approved: true });
  const before = await send<{ items: unknown }>('GET', `/move/requests/${id}/preview`);
  await takeDueMoves(server.deps.db);
  expect((await send<{ items: unknown }>('GET', `/move/requests/${id}/outcome`)).items).toEqual(before.items);

  const { rows } = await server.owner.query<{ email: string; room: string; sitting: number }>(
    `SELECT u.email, r.name AS room, (count(*) OVER (PARTITION BY r.id))::integer AS sitting
     FROM app_user u JOIN room r ON r.organisation_id = u.organisation_id AND r.id = u.room_id
     WHERE u.organisation_id = $1`,
    [organisation],
  );
  expect(rows.filter(({ sitting }) => sitting > 1)).toEqual([]);
  const seats = new Map(rows.map(({ email, room }) => [email, room]));
  expect(seats.size).toBe(PEOPLE);
  expect([...expected].filter(([email, room]) => seats.get(email) !== room)).toEqual([]);
});
