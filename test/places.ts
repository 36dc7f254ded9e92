import { expect } from 'vitest';
import type { Building, Floor, Room, RoomType } from '#contract/places.ts';
import type { TestServer, TestUser } from './app.ts';

export type Places = {
  admin: TestUser;
  organisation: number;
  /** Calls as the administrator and fails the test unless it is answered with this status. */
  send<T>(method: string, path: string, body?: unknown, status?: number): Promise<T>;
  list<T>(path: string): Promise<T[]>;
  ids(path: string): Promise<number[]>;
  building(fields?: object): Promise<Building>;
  floor(fields?: object): Promise<Floor>;
  room(fields?: object): Promise<Room>;
  type(name?: string): Promise<RoomType>;
  /** Books past the API; times in epoch milliseconds. */
  book(room: number, since: number, until: number, state?: string): Promise<void>;
};

/** A new organisation with helpers that make places; what is not said is made up. */
export async function placesOf(server: TestServer): Promise<Places> {
  const admin = await server.register();
  const { rows } = await server.owner.query<{ organisation: string }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [admin.id],
  );
  const organisation = Number(rows[0]!.organisation);
  const send: Places['send'] = async <T>(
    method: string,
    path: string,
    body?: unknown,
    status = method === 'POST' ? 201 : 200,
  ) => {
    const answer = await admin.call(method, path, body);
    expect([`${method} ${path}`, answer.statusCode, answer.body]).toEqual([
      `${method} ${path}`,
      status,
      expect.any(String),
    ]);
    return answer.json<T>();
  };
  const list = <T>(path: string) => send<T[]>('GET', path);
  const types = await list<RoomType>('/rooms/types');
  const self: Places = {
    admin,
    organisation,
    send,
    list,
    ids: async (path) => (await list<{ id: number }>(path)).map(({ id }) => id),
    building: (fields = {}) => send('POST', '/buildings', { name: 'House', ...fields }),
    floor: async (fields = {}) =>
      send('POST', '/floors', {
        name: '1st Floor',
        ...('building' in fields ? {} : { building: { id: (await self.building()).id } }),
        ...fields,
      }),
    room: async (fields = {}) =>
      send('POST', '/rooms', {
        name: '010211',
        type: { id: types[0]!.id },
        ...('floor' in fields ? {} : { floor: { id: (await self.floor()).id } }),
        ...fields,
      }),
    async type(name = 'Workstation') {
      return types.find((type) => type.name === name)!;
    },
    async book(room, since, until, state = 'booked') {
      await server.owner.query(
        `INSERT INTO reservation (organisation_id, center_id, room_id, user_id, during, state)
         VALUES ($1, (SELECT id FROM center WHERE organisation_id = $1 AND module = 'reservation'), $2, $3,
           tstzrange($4, $5), $6)`,
        [organisation, room, admin.id, new Date(since), new Date(until), state],
      );
    },
  };
  return self;
}
