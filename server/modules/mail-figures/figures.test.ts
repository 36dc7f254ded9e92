import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MailStats } from '#contract/mail-stats.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';
import { periodOf } from './figures.ts';

const desk = mailDesk();
const HOUR = 3_600_000;
const stats = async (query = '') => {
  const answer = await desk.clerk.call('GET', `/stats/mail${query}`);
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return answer.json<MailStats>();
};
const day = (ms: number, timeZone = 'Europe/Warsaw') =>
  new Intl.DateTimeFormat('en-CA', { timeZone }).format(ms);

/** What happened, reckoned otherwise than by the view that the figures are made of. */
const EVENTS = `SELECT s.organisation_id, (s.date_created AT TIME ZONE o.time_zone)::date AS day, s.center_id,
    i.courier_id, s.code
  FROM mail_status s JOIN mail_item i ON i.id = s.mail_item_id JOIN organisation o ON o.id = s.organisation_id
  WHERE i.deleted_at IS NULL AND (s.code = 'out' OR (s.code = 'checkin' AND s.id = (
    SELECT min(first.id) FROM mail_status first WHERE first.mail_item_id = i.id AND first.code = 'checkin')))`;

/** What the tables keep against what the parcels and their statuses say. */
async function drift() {
  const kept = `SELECT organisation_id, day, center_id, checked_in, delivered FROM mail_day
    WHERE checked_in <> 0 OR delivered <> 0`;
  const reckoned = `SELECT organisation_id, day, center_id, count(*) FILTER (WHERE code = 'checkin')::int,
    count(*) FILTER (WHERE code = 'out')::int FROM (${EVENTS}) e GROUP BY 1, 2, 3`;
  const keptCouriers = `SELECT organisation_id, span, starts, center_id, courier_id, checked_in
    FROM mail_courier_count WHERE checked_in <> 0`;
  const reckonedCouriers = `SELECT organisation_id, span, date_trunc(span, day)::date, center_id, courier_id, count(*)::int
    FROM (${EVENTS}) e CROSS JOIN (VALUES ('day'), ('month')) s(span) WHERE code = 'checkin' GROUP BY 1, 2, 3, 4, 5`;
  const keptTimes = `SELECT organisation_id, day, center_id, n - 1, count FROM mail_delivery_time
    CROSS JOIN LATERAL unnest(counts) WITH ORDINALITY AS c(count, n) WHERE count <> 0`;
  const reckonedTimes = `SELECT s.organisation_id, (s.date_created AT TIME ZONE o.time_zone)::date, c.id,
      delivery_bucket(i.delivered_at - i.date_created), count(*)::int
    FROM mail_status s JOIN mail_item i ON i.id = s.mail_item_id JOIN organisation o ON o.id = s.organisation_id
    CROSS JOIN LATERAL (VALUES (0), (s.center_id)) c(id)
    WHERE i.deleted_at IS NULL AND s.code = 'out' GROUP BY 1, 2, 3, 4`;
  const differ = (a: string, b: string) => `((${a}) EXCEPT (${b})) UNION ALL ((${b}) EXCEPT (${a}))`;
  const days = await desk.server.owner.query(differ(kept, reckoned));
  const couriers = await desk.server.owner.query(differ(keptCouriers, reckonedCouriers));
  const times = await desk.server.owner.query(differ(keptTimes, reckonedTimes));
  return [...days.rows, ...couriers.rows, ...times.rows];
}

test('a desk without mail has thirty days of nothing, until today by its own clock', async () => {
  const admin = await desk.server.register();
  const found = (await admin.call('GET', '/stats/mail')).json<MailStats>();
  const today = day(Date.now());
  expect(found).toMatchObject({ until: today, couriers: [], centers: [] });
  expect(found).not.toHaveProperty('timeToDelivery');
  expect(found.days).toHaveLength(30);
  expect(found.days.at(-1)).toEqual({ day: today, checkedIn: 0, delivered: 0 });
  expect(found.days[0]!.day).toBe(found.from);
});

test('a parcel arrives once, whatever way it takes, and is delivered where it is', async () => {
  const before = await stats();
  const number = freshNumber();
  const { id, courier } = await desk.scan({ trackingNumber: number });
  await desk.step(id, 'checkout');
  await desk.scan({ trackingNumber: number });
  await desk.step(id, 'transfer', { center: { id: desk.farCenter } });
  await desk.admin.call('POST', '/mail/items/checkin', {
    trackingNumber: number,
    center: { id: desk.farCenter },
  });
  await desk.admin.call('PUT', `/mail/items/${id}/deliver`, {});
  const after = await stats();
  const last = (found: MailStats) => found.days.at(-1)!;
  expect(last(after)).toMatchObject({
    checkedIn: last(before).checkedIn + 1,
    delivered: last(before).delivered + 1,
  });
  expect(after.centers).toEqual([
    { center: { id: desk.center, name: expect.any(String) }, checkedIn: 1, delivered: 0 },
    { center: { id: desk.farCenter, name: 'Far Mail Center' }, checkedIn: 0, delivered: 1 },
  ]);
  expect(after.couriers).toEqual([{ courier: { id: courier.id, name: courier.name }, checkedIn: 1 }]);
  const far = await stats(`?centerId=${desk.farCenter}`);
  expect(last(far)).toMatchObject({ checkedIn: 0, delivered: 1 });
  expect(far.couriers).toEqual([]);
  expect((await stats(`?centerId=${desk.center}`)).timeToDelivery).toBeUndefined();
});

test('another courier, a removal and another zone move what was counted', async () => {
  const couriers = (await desk.admin.call('GET', '/mail/desk')).json<{ couriers: { id: number }[] }>()
    .couriers;
  const { id, courier } = await desk.scan({ trackingNumber: freshNumber() });
  const other = couriers.find((one) => one.id !== courier.id)!;
  const count = async (of: number) =>
    (await stats()).couriers.find((entry) => entry.courier.id === of)?.checkedIn ?? 0;
  const [here, there] = [await count(courier.id), await count(other.id)];
  await desk.clerk.call('PUT', `/mail/items/${id}`, { courier: { id: other.id } });
  expect([await count(courier.id), await count(other.id)]).toEqual([here - 1, there + 1]);
  await desk.manager.call('DELETE', `/mail/items/${id}`);
  expect([await count(courier.id), await count(other.id)]).toEqual([here - 1, there]);
  const zone = (name: string) =>
    desk.server.owner.query(
      'UPDATE organisation SET time_zone = $2 WHERE id = (SELECT organisation_id FROM app_user WHERE id = $1)',
      [desk.admin.id, name],
    );
  await zone('Pacific/Kiritimati');
  expect(await drift()).toEqual([]);
  expect((await stats()).until).toBe(day(Date.now(), 'Pacific/Kiritimati'));
  await zone('Europe/Warsaw');
  expect(await drift()).toEqual([]);
});

test('after any work of the desk the figures are what the parcels say, and a rebuild changes nothing', async () => {
  const numbers = Array.from({ length: 4 }, freshNumber);
  const couriers = (await desk.admin.call('GET', '/mail/desk')).json<{ couriers: { id: number }[] }>()
    .couriers;
  const number = fc.constantFrom(...numbers);
  const step = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('checkin' as const),
        batch: fc.array(number, { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('deliver', 'checkout', 'pending', 'transfer', 'courier', 'remove'),
        number,
      }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
      for (const one of steps) {
        if ('batch' in one) {
          await desk.admin.call(
            'POST',
            '/mail/items/checkin',
            one.batch.map((trackingNumber) => ({ trackingNumber })),
          );
          continue;
        }
        const found = await desk.admin.call(
          'GET',
          `/mail/items?search=${encodeURIComponent(one.number)}&orderByType=desc`,
        );
        const [item] = found.json<{ id: number }[]>();
        if (!item) continue;
        const path = `/mail/items/${item.id}`;
        const courier = couriers[Math.floor(item.id + one.kind.length) % couriers.length]!;
        if (one.kind === 'courier') await desk.admin.call('PUT', path, { courier: { id: courier.id } });
        else if (one.kind === 'remove') await desk.admin.call('DELETE', path);
        else {
          const body = one.kind === 'transfer' ? { center: { id: desk.farCenter } } : {};
          await desk.admin.call('PUT', `${path}/${one.kind}`, body);
        }
      }
      expect(await drift()).toEqual([]);
    }),
    { numRuns: 8 },
  );
  await desk.server.owner.query('SELECT rebuild_mail_figures(id) FROM organisation');
  expect(await drift()).toEqual([]);
});

test('medians and 90th percentiles are the nearest rank, two per cent off at most', async () => {
  const organisation = await desk.server.register();
  const { rows } = await desk.server.owner.query<{ organisation: number; center: number; courier: number }>(
    `SELECT u.organisation_id AS organisation,
       (SELECT id FROM center c WHERE c.organisation_id = u.organisation_id AND module = 'mail') AS center,
       (SELECT min(id) FROM courier c WHERE c.organisation_id = u.organisation_id) AS courier
     FROM app_user u WHERE u.id = $1`,
    [organisation.id],
  );
  const { organisation: id, center, courier } = rows[0]!;
  // From a second to half a year.
  const took = fc.double({ min: 0, max: 7.2, noNaN: true }).map((power) => Math.round(10 ** (power + 3)));
  const until = Date.parse('2026-03-20T12:00:00Z');
  const [from, to] = [day(until - 3 * 24 * HOUR), day(until)];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(took, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 60 }),
      async (given) => {
        await desk.server.owner.query('DELETE FROM mail_item WHERE organisation_id = $1', [id]);
        await desk.server.owner.query('SELECT rebuild_mail_figures($1)', [id]);
        await desk.server.owner.query(
          `WITH given AS (
           SELECT n, to_timestamp((d ->> 'at')::float8 / 1000) AS at, ((d ->> 'took')::float8 * interval '1 ms') AS took
           FROM jsonb_array_elements($1) WITH ORDINALITY AS x(d, n)
         ), item AS (
           INSERT INTO mail_item (organisation_id, id, current_queue, center_id, courier_id, date_created, date_updated, delivered_at)
           SELECT $2, 1000000 + n, 'OUT', $3, $4, at - took, at, at FROM given
         )
         INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, date_created)
         SELECT $2, 1000000 + n, 'out', $3, $5, at FROM given`,
          [
            JSON.stringify(given.map(([ms, ago]) => ({ took: ms, at: until - ago * 24 * HOUR }))),
            id,
            center,
            courier,
            organisation.id,
          ],
        );
        const rank = (share: number, values: number[]) =>
          values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)]!;
        const near = (found: number, exact: number) =>
          expect(Math.abs(found - exact) / exact).toBeLessThanOrEqual(0.0201);
        const found = (
          await organisation.call('GET', `/stats/mail?from=${from}&until=${to}`)
        ).json<MailStats>();
        const all = given.map(([ms]) => ms);
        near(found.timeToDelivery!.medianMs, rank(0.5, all));
        near(found.timeToDelivery!.p90Ms, rank(0.9, all));
        for (const { day: one, medianMs } of found.timeToDelivery!.days)
          near(
            medianMs,
            rank(
              0.5,
              given.filter(([, ago]) => day(until - ago * 24 * HOUR) === one).map(([ms]) => ms),
            ),
          );
        expect(found.timeToDelivery!.days).toHaveLength(new Set(given.map(([, ago]) => ago)).size);
      },
    ),
    { numRuns: 25 },
  );
});

test('periods', () => {
  const none = { from: undefined, until: undefined, centerId: undefined };
  expect(periodOf(none, '2026-03-01')).toEqual({ from: '2026-01-31', until: '2026-03-01', centers: null });
  expect(periodOf({ ...none, from: '2026-02-28' }, '2026-03-01')).toMatchObject({
    from: '2026-02-28',
    until: '2026-03-01',
  });
  expect(periodOf({ ...none, until: '2024-02-29' }, '2026-03-01')).toMatchObject({ from: '2024-01-31' });
});

test.each([
  ['from', '?from=2026-02-30'],
  ['from', '?from=yesterday'],
  ['until', '?until=2026-1-1'],
  ['from', '?from=2026-02-02&until=2026-02-01'],
  ['from', '?from=2024-01-01&until=2026-02-01'],
  ['from', '?from=0000-00-00'],
  ['centerId', '?centerId=all'],
])('a wrong %s is refused: %s', async (field, query) => {
  for (const path of ['/stats/mail', '/stats/mail.csv']) {
    const answer = await desk.clerk.call('GET', path + query);
    expect([answer.statusCode, answer.json()]).toEqual([400, { error: expect.objectContaining({ field }) }]);
  }
});

test('as CSV: a line a day', async () => {
  await desk.scan({ trackingNumber: freshNumber() });
  const { days } = await stats();
  const answer = await desk.clerk.call('GET', '/stats/mail.csv');
  expect(answer.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': expect.stringMatching(/^attachment; filename="mail-[\d-]+\.csv"$/),
  });
  const lines = answer.body.split('\r\n');
  expect(lines).toHaveLength(days.length + 2);
  expect(lines.at(-2)).toMatch(
    new RegExp(`^${days.at(-1)!.day},${days.at(-1)!.checkedIn},${days.at(-1)!.delivered},\\d*$`),
  );
});

test('couriers of any period add up, months read as months', async () => {
  const organisation = await desk.server.register();
  const { rows } = await desk.server.owner.query<{ organisation: number; center: number; courier: number }>(
    `SELECT u.organisation_id AS organisation,
       (SELECT id FROM center c WHERE c.organisation_id = u.organisation_id AND module = 'mail') AS center,
       (SELECT min(id) FROM courier c WHERE c.organisation_id = u.organisation_id) AS courier
     FROM app_user u WHERE u.id = $1`,
    [organisation.id],
  );
  const { organisation: id, center, courier } = rows[0]!;
  // One parcel each noon of a hundred days, over the turn of a year and of a leap February.
  await desk.server.owner.query(
    `WITH item AS (
       INSERT INTO mail_item (organisation_id, id, current_queue, center_id, courier_id, recipient_name, exception,
         date_created, date_updated)
       SELECT $1, 2000000 + n, 'IN', $2, $3, 'X', 'no-recipient', at, at
       FROM generate_series(1, 100) n, LATERAL (SELECT timestamptz '2023-11-30T12:00Z' + n * interval '1 day') d(at)
       RETURNING id, date_created
     )
     INSERT INTO mail_status (organisation_id, mail_item_id, code, center_id, entered_by, date_created)
     SELECT $1, id, 'checkin', $2, $4, date_created FROM item`,
    [id, center, courier, organisation.id],
  );
  const nth = (n: number) => day(Date.parse('2023-11-30T12:00:00Z') + n * 24 * HOUR);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 100 }),
      fc.integer({ min: 0, max: 99 }),
      async (start, more) => {
        const end = Math.min(100, start + more);
        const query = `?from=${nth(start)}&until=${nth(end)}`;
        const found = (await organisation.call('GET', `/stats/mail${query}`)).json<MailStats>();
        expect(found.couriers.map(({ checkedIn }) => checkedIn)).toEqual([end - start + 1]);
        expect(found.days.reduce((sum, { checkedIn }) => sum + checkedIn, 0)).toBe(end - start + 1);
      },
    ),
    {
      numRuns: 60,
      examples: [
        [1, 30],
        [1, 99],
        [32, 59],
        [2, 98],
      ],
    },
  );
});
