import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Reservation } from '#contract/reservations.ts';
import { buildApp } from '#server/app.ts';
import { openDatabase, type Database } from '#server/lib/database.ts';
import { API, type TestUser } from '../../../test/app.ts';
import { HOUR, spaceBooking } from '../../../test/space-booking.ts';

const it = spaceBooking();
const QUARTER = HOUR / 4;
let apps: FastifyInstance[];
let second: Database;

// Two instances of the server with a pool each, as two processes on one database are.
beforeAll(async () => {
  second = openDatabase(it.server.deps.db.options);
  apps = [it.server.app, await buildApp({ ...it.server.deps, db: second })];
});
afterAll(async () => {
  await apps[1]?.close();
  await second?.close();
});

let turn = 0;
const call = async (by: TestUser, method: string, path: string, payload?: object) => {
  const headers = { 'x-auth-username': by.email, 'x-auth-password': by.password };
  const app = apps[(turn += 1) % 2]!;
  const answer = await app.inject({
    method: method as 'GET',
    url: API + path,
    headers,
    ...(payload && { payload }),
  });
  return { status: answer.statusCode, json: answer.json<Reservation>() };
};

/** Pairs of bookings that both keep others out of one space at one time; reckoned apart from the constraint. */
async function overlaps() {
  const { rows } = await it.server.owner.query(
    `WITH held AS (SELECT * FROM reservation WHERE deleted_at IS NULL AND (state IN ('booked', 'checked_in')
       OR state = 'checked_out' AND checked_out_at > lower(during)))
     SELECT a.id, b.id FROM held a JOIN held b ON a.room_id = b.room_id AND a.id < b.id AND a.organisation_id = b.organisation_id
       AND lower(a.during) < upper(b.during) AND lower(b.during) < upper(a.during)`,
  );
  return rows;
}

test('of two hundred at once for one slot, one gets it', async () => {
  const room = await it.space();
  const bodies = Array.from({ length: 200 }, (_, n) => it.body(room, it.nine() + (n % 4) * QUARTER));
  const answers = await Promise.all(bodies.map((body) => call(it.employee, 'POST', '/reservations', body)));
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(201), count(409)]).toEqual([1, 199]);
  expect(await overlaps()).toEqual([]);
});

const slot = { room: fc.nat(1), at: fc.nat(24), length: fc.integer({ min: 1, max: 8 }) };
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('book' as const), ...slot }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), which: fc.nat(30), ...slot }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('series' as const),
      ...slot,
      scope: fc.constantFrom('refuse', 'skip'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('shift' as const),
      which: fc.nat(30),
      by: fc.integer({ min: -4, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('cancel' as const, 'checkIn' as const, 'checkOut' as const, 'remove' as const),
      which: fc.nat(30),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What a booking may go through, from what to what. */
const ways = ['booked>checked_in', 'booked>cancelled', 'checked_in>checked_out', 'checked_in>cancelled'];

/** Whatever chance brings, a booking is used once, and one is cancelled. */
const usual: Step[][] = [
  [{ kind: 'book', room: 0, at: 0, length: 1 }],
  [{ kind: 'checkIn', which: 0 }],
  [
    { kind: 'checkOut', which: 0 },
    { kind: 'book', room: 1, at: 0, length: 1 },
  ],
  [{ kind: 'cancel', which: 1 }],
];

test('whatever is done at once, nothing overlaps, nothing breaks, and every step is a legal one', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
      async (batches) => {
        const rooms = [await it.space(), await it.space()];
        const made: Reservation[] = [];
        const since = it.nine(30);
        const times = (at: number, length: number) => ({
          startDate: since + at * QUARTER,
          endDate: since + (at + length) * QUARTER,
        });
        const take = (one: Step) => {
          const known = 'which' in one ? made[one.which % Math.max(1, made.length)] : undefined;
          const path = `/reservations/${known?.id ?? 999_999}`;
          switch (one.kind) {
            case 'book':
              return call(it.employee, 'POST', '/reservations', {
                ...it.body(rooms[one.room]!, since),
                ...times(one.at, one.length),
              });
            case 'series': {
              const start = new Date(since + one.at * QUARTER).toISOString().slice(0, 16);
              const body = {
                rule: 'FREQ=DAILY;COUNT=4',
                start,
                minutes: one.length * 15,
                onConflict: one.scope,
              };
              return call(it.employee, 'POST', '/reservations/series', {
                ...it.body(rooms[one.room]!, since),
                ...body,
              });
            }
            case 'move':
              return call(it.employee, 'PUT', path, {
                room: { id: rooms[one.room]! },
                ...times(one.at, one.length),
              });
            case 'shift': {
              const [startDate, endDate] = [
                (known?.startDate ?? since) + one.by * HOUR,
                (known?.endDate ?? since + HOUR) + one.by * HOUR,
              ];
              return call(it.employee, 'PUT', path, { startDate, endDate, scope: 'all' });
            }
            case 'remove':
              return call(it.employee, 'DELETE', path);
            default:
              return call(it.employee, 'PUT', `${path}/${one.kind}`);
          }
        };
        for (const batch of batches) {
          const answers = await Promise.all(batch.map(take));
          for (const { status, json } of answers) {
            expect([200, 201, 400, 404, 409]).toContain(status);
            if (status !== 201) continue;
            made.push(...((json as unknown as { reservations?: Reservation[] }).reservations ?? [json]));
          }
          expect(await overlaps()).toEqual([]);
        }
      },
    ),
    { numRuns: 12, examples: [[usual]] },
  );
  const { rows } = await it.server.owner.query<{ way: string }>(
    `SELECT DISTINCT changes -> 'state' ->> 0 || '>' || (changes -> 'state' ->> 1) AS way FROM audit_log
     WHERE kind = 'reservation' AND action = 'changed' AND changes ? 'state'`,
  );
  expect(rows.map(({ way }) => way).filter((way) => !ways.includes(way))).toEqual([]);
  expect(rows.length).toBeGreaterThan(2);
});

test('what writes past the server is stopped by the constraint, buffers included', async () => {
  const room = await it.space();
  await it.send(it.manager, 'POST', '/reservations/rules', { room: { id: room }, bufferAfter: 15 });
  const { endDate } = await it.book(it.employee, room, it.nine());
  const past = it.places.book(room, endDate + 14 * 60_000, endDate + HOUR);
  await expect(past).rejects.toMatchObject({ code: '23P01', constraint: 'reservation_once' });
  await it.places.book(room, endDate + 15 * 60_000, endDate + HOUR);
});
