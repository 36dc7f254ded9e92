import { beforeAll, expect } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import { testServer, type TestServer, type TestUser } from './app.ts';
import { placesOf, type Places } from './places.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** An organisation in Warsaw with spaces, a manager of the reservation center and two employees. */
export type Booking = {
  server: TestServer;
  places: Places;
  admin: TestUser;
  manager: TestUser;
  employee: TestUser;
  colleague: TestUser;
  /** A reservable space for six, in a building of the zone; new each time. */
  space(fields?: object, zone?: string): Promise<number>;
  /** Nine o'clock UTC, so many days ahead. */
  nine(days?: number): number;
  /** The body of a booking for the person. */
  body(room: number, since: number, hours?: number, more?: object): Record<string, unknown>;
  /** Books as the person and fails the test unless it is answered with this status. */
  book(by: TestUser, room: number, since: number, hours?: number, more?: object): Promise<Reservation>;
  /** Calls and fails the test unless it is answered with this status. */
  send<T = Reservation>(
    by: TestUser,
    method: string,
    path: string,
    body?: unknown,
    status?: number,
  ): Promise<T>;
};
export type Refusal = { error: { code: string; message: string; field?: string } };

async function open(): Promise<Booking> {
  const server = await testServer();
  const places = await placesOf(server);
  const { admin } = places;
  const floors = new Map<string, number>();
  const send: Booking['send'] = async <T>(
    by: TestUser,
    method: string,
    path: string,
    body?: unknown,
    status = method === 'POST' ? 201 : 200,
  ) => {
    const answer = await by.call(method, path, body);
    expect([answer.statusCode, answer.body]).toEqual([status, answer.body]);
    return answer.json<T>();
  };
  const bodyFor = (user: number, room: number, since: number, hours: number, more: object) => ({
    room: { id: room },
    user: { id: user },
    startDate: since,
    endDate: since + hours * HOUR,
    allDay: false,
    ...more,
  });
  const employee = await admin.person();
  return {
    server,
    places,
    admin,
    manager: await admin.person({ reservation: 'MANAGER' }),
    employee,
    colleague: await admin.person(),
    async space(fields = {}, zone = 'Europe/Warsaw') {
      let floor = floors.get(zone);
      if (floor === undefined) {
        const building = await places.building({ name: zone, timeZone: zone });
        floor = (await places.floor({ building: { id: building.id } })).id;
        floors.set(zone, floor);
      }
      const name = `Room ${Math.random().toString(36).slice(2, 8)}`;
      return (await places.room({ name, floor: { id: floor }, capacity: 6, reservable: true, ...fields })).id;
    },
    nine: (days = 7) => (Math.floor(Date.now() / DAY) + days) * DAY + 9 * HOUR,
    body: (room, since, hours = 1, more = {}) => bodyFor(employee.id, room, since, hours, more),
    book: (by, room, since, hours = 1, more = {}) =>
      send(by, 'POST', '/reservations', bodyFor(by.id, room, since, hours, more)),
    send,
  };
}

/** Opens it before the file's tests; read its parts inside them only. */
export function spaceBooking(): Booking {
  const booking = {} as Booking;
  beforeAll(async () => {
    Object.assign(booking, await open());
  });
  return booking;
}
