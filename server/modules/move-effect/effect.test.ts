import { expect, test } from 'vitest';
import { openDatabase } from '#server/lib/database.ts';
import type { Notice } from '#server/lib/events.ts';
import { foreseeable, moveHouse } from '../../../test/house-moves.ts';
import { takeDueMoves } from './service.ts';

const house = moveHouse();

test('three who change desks in a circle: people, stops, assets and parcels agree, and the preview had said so', async () => {
  const stops = [await house.stop(), await house.stop(), await house.stop()];
  const desks: number[] = [];
  for (const id of stops) desks.push(await house.desk(1, { mailStop: { id } }));
  const [a, b, c] = [
    await house.sitter(desks[0]!),
    await house.sitter(desks[1]!),
    await house.sitter(desks[2]!),
  ];
  await house.send('PUT', `/users/${a.id}`, { mailStop: { id: stops[0] } });
  const laptop = await house.asset({ owner: { id: a.id } });
  const screen = await house.asset({ room: { id: desks[0] } }, 'monitor');
  const table = await house.asset({ room: { id: desks[0] } }, 'furniture');
  const parcel = await house.send<{ id: number }>(
    'POST',
    '/mail/items/checkin',
    { trackingNumber: 'circle 1', toUser: { id: a.id } },
    200,
  );
  const elsewhere = await house.send<{ id: number }>(
    'POST',
    '/mail/items/checkin',
    { trackingNumber: 'circle 2', toUser: { id: a.id }, mailStop: { id: stops[2] } },
    200,
  );
  const { id } = await house.ask([
    { who: a.id, to: desks[1]! },
    { who: b.id, to: desks[2]! },
    { who: c.id, to: desks[0]! },
  ]);
  const before = await house.preview(id);
  expect(before.conflicts.map(({ kind }) => kind)).toEqual([]);
  const heard: Notice[] = [];
  const stopHearing = house.server.deps.events.subscribe(house.places.organisation, (one) => heard.push(one));
  await house.run();

  expect(await house.seats(a, b, c)).toEqual([desks[1], desks[2], desks[0]]);
  const outcome = await house.outcome(id);
  expect(foreseeable(outcome)).toEqual(foreseeable(before.items));
  expect(outcome[0]).toMatchObject({
    person: { id: a.id },
    space: { before: { id: desks[0] }, after: { id: desks[1] } },
    mailStop: { before: { id: stops[0] }, after: { id: stops[1] } },
    assets: [
      { id: laptop, how: 'with-owner', after: { room: { id: desks[1] }, owner: { id: a.id } } },
      { id: screen, how: 'placed', before: { room: { id: desks[0] } }, after: { room: { id: desks[1] } } },
    ],
    parcels: [
      { id: parcel.id, how: 'rerouted', mailStop: { before: { id: stops[0] }, after: { id: stops[1] } } },
    ],
  });
  expect(await house.send('GET', `/users/${a.id}`)).toMatchObject({ mailStop: { id: stops[1] } });
  expect(await house.send('GET', `/assets/${laptop}`)).toMatchObject({ owner: { id: a.id } });
  expect(await house.send('GET', `/assets/${screen}`)).toMatchObject({ room: { id: desks[1] } });
  expect(await house.send('GET', `/assets/${table}`)).toMatchObject({ room: { id: desks[0] } });
  expect(await house.send('GET', `/mail/items/${parcel.id}`)).toMatchObject({ mailStop: { id: stops[1] } });
  expect(await house.send('GET', `/mail/items/${elsewhere.id}`)).toMatchObject({
    mailStop: { id: stops[2] },
  });
  expect(await house.show(id)).toMatchObject({ status: { code: 'don' }, effectedAt: expect.any(Number) });
  await expect
    .poll(() => [...new Set(heard.map(({ topic }) => topic))].toSorted())
    .toEqual(['assets', 'mail', 'moves', 'notices', 'places', 'users']);
  stopHearing();
});

test('once more, by the clock, by hand and from two processes at once, changes nothing', async () => {
  const [old, next] = [await house.desk(), await house.desk()];
  const one = await house.sitter(old);
  const { id } = await house.ask([{ who: one.id, to: next }]);
  const other = openDatabase(house.server.deps.db.options);
  await Promise.all([house.run(), takeDueMoves(other), house.run()]);
  await other.close();
  const done = await house.show(id);
  await house.send('PUT', `/users/${one.id}`, { room: { id: old } });
  await house.run();
  await house.send('POST', `/move/requests/${id}/effect`, undefined, 200);
  expect(await house.show(id)).toEqual({ ...done, items: expect.anything() });
  expect(await house.seats(one)).toEqual([old]);
  const events = await house.send<{ kind: string }[]>('GET', `/move/requests/${id}/events`);
  expect(events.filter(({ kind }) => kind === 'effected')).toHaveLength(1);
});

test('two requests that need each other’s desks are taken together; a chain in the order that works', async () => {
  const [x, y, free] = [await house.desk(), await house.desk(), await house.desk()];
  const [a, b] = [await house.sitter(x), await house.sitter(y)];
  const swaps = [await house.ask([{ who: a.id, to: y }]), await house.ask([{ who: b.id, to: x }])];
  expect((await house.preview(swaps[0]!.id)).conflicts).toEqual([]);
  await house.run();
  expect(await house.seats(a, b)).toEqual([y, x]);
  const chain = [await house.ask([{ who: a.id, to: x }]), await house.ask([{ who: b.id, to: free }])];
  await house.run();
  expect(await house.seats(a, b)).toEqual([x, free]);
  const done = await Promise.all([...swaps, ...chain].map(({ id }) => house.show(id)));
  expect(done.map(({ status }) => status.code)).toEqual(['don', 'don', 'don', 'don']);
});

test('a failure leaves everything as it was and says why, once; it goes when there is room', async () => {
  const [from, full] = [await house.desk(), await house.desk()];
  const [mover, stays, fresh] = [await house.sitter(from), await house.sitter(full), await house.desk()];
  const colleague = await house.sitter(null);
  const { id } = await house.ask([
    { who: colleague.id, to: fresh },
    { who: mover.id, to: full },
  ]);
  await house.run();
  await house.run();
  const failed = await house.show(id);
  expect(failed).toMatchObject({
    failure: { why: expect.stringContaining('room for 1') },
  });
  expect(await house.seats(mover, colleague)).toEqual([from, undefined]);
  const events = await house.send<{ kind: string }[]>('GET', `/move/requests/${id}/events`);
  expect(events.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
  await house.send('PUT', `/users/${stays.id}`, { room: null });
  await house.run();
  expect(await house.seats(mover, colleague)).toEqual([full, fresh]);
  const done = await house.show(id);
  expect([done.status.code, done.failure]).toEqual(['don', undefined]);
});

test('an error in the middle rolls everything back and is told', async () => {
  const [from, to] = [await house.desk(), await house.desk()];
  const mover = await house.sitter(from);
  const { id } = await house.ask([{ who: mover.id, to }]);
  const { owner } = house.server;
  await owner.query(`CREATE FUNCTION break_it() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF NEW.effected_at IS NOT NULL THEN RAISE 'broken'; END IF; RETURN NEW; END $$;
    CREATE TRIGGER break_it BEFORE UPDATE ON move_request FOR EACH ROW EXECUTE FUNCTION break_it()`);
  await expect(house.run()).rejects.toThrow('Moves did not take effect.');
  expect(await house.seats(mover)).toEqual([from]);
  expect((await house.show(id)).failure?.why).toMatch(/Nothing was changed/);
  await owner.query('DROP TRIGGER break_it ON move_request');
  await house.run();
  expect(await house.seats(mover)).toEqual([to]);
});

test('what is taken along can be chosen; equipment goes where it is sent, and names need not be registered', async () => {
  const [from, to] = [await house.desk(4), await house.desk()];
  const mover = await house.sitter(from);
  const [lamp, printer] = [
    await house.asset({ room: { id: from } }),
    await house.asset({ room: { id: from } }),
  ];
  const { id, items } = await house.ask([
    { who: mover.id, to },
    { type: 'equipment', asset: printer, to },
    { type: 'equipment', name: 'Three plants', to },
  ]);
  const first = await house.preview(id);
  expect(first.choices).toEqual([
    {
      item: items[0]!.id,
      asset: expect.objectContaining({ id: lamp }),
      type: 'Computer',
      taken: false,
      usual: false,
    },
  ]);
  const chosen = await house.send<typeof first>('PUT', `/move/items/${items[0]!.id}/assets`, {
    assets: [{ id: lamp }],
  });
  expect(chosen.choices[0]).toMatchObject({ taken: true, usual: false });
  await house.run();
  expect(await house.outcome(id)).toEqual(chosen.items);
  for (const asset of [lamp, printer])
    expect(await house.send('GET', `/assets/${asset}`)).toMatchObject({ room: { id: to } });
});
