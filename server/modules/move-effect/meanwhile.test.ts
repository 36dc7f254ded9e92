import { expect, test } from 'vitest';
import { openDatabase } from '#server/lib/database.ts';
import { moveHouse } from '../../../test/house-moves.ts';
import { takeDueMoves } from './service.ts';

const house = moveHouse();
const MINUTE = 60_000;

test('what goes between the approval and the date keeps the whole move from happening, with a sentence', async () => {
  const [from, to, spare] = [await house.desk(), await house.desk(), await house.desk()];
  const [stays, leaves] = [await house.sitter(from), await house.sitter(null)];
  const thing = await house.asset({ room: { id: from } });
  for (const [doomed, path, why] of [
    [{ who: leaves.id, to }, `/rooms/${to}`, /has been removed/],
    [{ who: leaves.id, to: spare }, `/users/${leaves.id}`, /has left already/],
    [{ type: 'equipment', asset: thing, to: spare }, `/assets/${thing}`, /in the register no more/],
  ] as const) {
    const fresh = await house.desk();
    const { id } = await house.ask([{ who: stays.id, to: fresh }, doomed]);
    await house.send('DELETE', path, undefined, 200);
    await house.run();
    expect((await house.show(id)).failure?.why).toMatch(why);
    expect(await house.seats(stays)).toEqual([from]);
    await house.send('DELETE', `/move/requests/${id}`, undefined, 200);
  }
});

test('of two due requests for one person the first goes first; a desk or an address that is taken meanwhile stops the rest', async () => {
  const [from, x, y] = [await house.desk(), await house.desk(), await house.desk()];
  const one = await house.sitter(from);
  const twice = [await house.ask([{ who: one.id, to: x }]), await house.ask([{ who: one.id, to: y }])];
  await house.run();
  expect(await house.seats(one)).toEqual([y]);
  for (const { id } of twice) expect((await house.show(id)).effectedAt).toBeGreaterThan(0);

  const [two, three] = [await house.sitter(null), await house.sitter(null)];
  const along = await house.sitter(null);
  const [, late] = [
    await house.ask([{ who: two.id, to: x }]),
    await house.ask([
      { who: along.id, to: from },
      { who: three.id, to: x },
    ]),
  ];
  const who = { firstName: 'Tom', lastName: 'Twin', email: 'twin@example.com' };
  const [first, second] = [
    await house.ask([{ type: 'new', who }]),
    await house.ask([{ type: 'new', who: { ...who, email: 'TWIN@example.com' } }]),
  ];
  await house.run();
  expect(await house.seats(two, three, along)).toEqual([x, undefined, undefined]);
  expect((await house.show(late.id)).failure?.why).toMatch(/room for 1/);
  expect((await house.show(first.id)).effectedAt).toBeGreaterThan(0);
  expect((await house.show(second.id)).failure?.why).toMatch(/has the e-mail address/);
});

test('re-opened, archived and taken by hand while the clock takes it, by two processes: one of them, and wholly', async () => {
  const other = openDatabase(house.server.deps.db.options);
  for (let n = 0; n < 4; n += 1) {
    const [from, to] = [await house.desk(), await house.desk()];
    const one = await house.sitter(from);
    const { id } = await house.ask([{ who: one.id, to }]);
    const path = `/move/requests/${id}`;
    const intrude = [
      house.admin.call('POST', `${path}/reopen`),
      house.admin.call('POST', `${path}/archive`),
      house.admin.call('POST', `${path}/effect`),
    ].slice(n % 3, (n % 3) + 2);
    await Promise.all([house.run(), takeDueMoves(other), ...intrude]);
    const shown = await house.show(id);
    const done = shown.effectedAt !== undefined;
    expect([shown.status.code === 'don', await house.seats(one)]).toEqual([done, [done ? to : from]]);
    if (!done) await house.send('DELETE', path, undefined, 200);
  }
  await other.close();
});

test('an exit without anybody above hands on to nobody, and says so', async () => {
  const leaver = await house.sitter(null);
  const report = await house.sitter(null, { manager: { id: leaver.id } });
  const owned = await house.asset({ owner: { id: leaver.id } });
  const parcel = await house.send<{ id: number }>(
    'POST',
    '/mail/items/checkin',
    { trackingNumber: 'orphan 1', toUser: { id: leaver.id } },
    200,
  );
  const { id } = await house.ask([{ type: 'terminate', who: leaver.id }]);
  await house.run();
  const [outcome] = await house.outcome(id);
  expect(outcome).toMatchObject({
    parcels: [{ id: parcel.id, how: 'nobody' }],
    reports: [{ id: report.id, manager: null }],
    assets: [{ id: owned, name: expect.stringMatching(/./), how: 'to-return' }],
  });
  // Whoever keeps the register finds what has to come back, until it has.
  const left = () => house.send<{ id: number }[]>('GET', '/assets?placed=left');
  expect((await left()).map((asset) => asset.id)).toEqual([owned]);
  await house.send('PUT', `/assets/${owned}`, { owner: null });
  expect(await left()).toEqual([]);
});

test('a day is one of the organisation’s, the short one of spring too', async () => {
  await house.server.owner.query("UPDATE organisation SET time_zone = 'Europe/Berlin' WHERE id = $1", [
    house.places.organisation,
  ]);
  const [x, y] = [await house.desk(), await house.desk()];
  const [a, b] = [await house.sitter(x), await house.sitter(y)];
  const first = await house.ask([{ who: a.id, to: y }], { date: Date.UTC(2027, 2, 27, 23, 0) });
  const blocking = async () =>
    (await house.preview(first.id)).conflicts.filter(({ blocks }) => blocks).map(({ kind }) => kind);
  const later = await house.ask([{ who: b.id, to: x }], { date: Date.UTC(2027, 2, 28, 21, 59) });
  expect(await blocking()).toEqual([]);
  await house.send('PUT', `/move/requests/${later.id}`, { date: Date.UTC(2027, 2, 28, 22, 0) });
  expect(await blocking()).toEqual(['target-full']);
});

test('done is what has taken effect: no status of a call, no hand in the database makes it so', async () => {
  const one = await house.sitter(await house.desk());
  const { id } = await house.ask([{ who: one.id, to: await house.desk() }], {
    date: Date.now() + MINUTE * 600,
  });
  const statuses = await house.send<{ id: number; code: string }[]>('GET', '/move/statuses');
  const done = { id: statuses.find(({ code }) => code === 'don')!.id };
  const refused = await house.admin.call('PUT', `/move/requests/${id}`, { status: done });
  expect(refused.json()).toMatchObject({ error: { code: 'move.by-effect' } });
  for (const set of [`move_status_id = ${done.id}`, 'effected_at = now()'])
    await expect(house.server.owner.query(`UPDATE move_request SET ${set} WHERE id = ${id}`)).rejects.toThrow(
      'done exactly when it has taken effect',
    );
});

test('by hand, a key answers a repeat as before, and is for one request only', async () => {
  const one = await house.sitter(null);
  const [{ id }, other] = [
    await house.ask([{ who: one.id, to: await house.desk() }], { date: null }),
    await house.ask([{ who: one.id, to: await house.desk() }], { date: null }),
  ];
  const effect = (request: number) =>
    house.admin.call('POST', `/move/requests/${request}/effect`, undefined, {
      headers: { 'idempotency-key': 'take it' },
    });
  const answers = await Promise.all([effect(id), effect(id), effect(id)]);
  expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(
    Array.from({ length: 3 }, () => [200, answers[0]!.body]),
  );
  expect((await effect(other.id)).statusCode).toBe(422);
  expect((await house.show(other.id)).effectedAt).toBeUndefined();
});
