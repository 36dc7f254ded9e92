import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { projectRoot } from '#server/lib/root.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const checkIn = (body: unknown, headers = {}) =>
  desk.clerk.call('POST', '/mail/items/checkin', body, { headers });
const stored = async () =>
  (await desk.admin.call('GET', '/mail/items/count')).json<{ count: number }>().count;
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;

describe('one scan', () => {
  test('an object is answered by an object, with every default filled in', async () => {
    const trackingNumber = freshNumber();
    const item = await desk.scan({ trackingNumber, toUser: { id: desk.employee.id } });
    expect(item).toMatchObject({
      itemType: 'INBOUND',
      currentQueue: 'IN',
      deliveryType: 'Other',
      trackingNumber,
      originalTrackingNumber: trackingNumber,
      toUser: { id: desk.employee.id },
      deliverTo: { id: desk.employee.id },
      courier: { code: 'OTHER' },
      center: { name: 'Mail Center' },
      comments: [],
      statuses: [
        { type: { code: 'checkin' }, enteredBy: { id: desk.clerk.id }, center: { name: 'Mail Center' } },
      ],
    });
    expect(item.statuses).toHaveLength(1);
    expect(item).not.toHaveProperty('duplicate');
    expect(item).not.toHaveProperty('packageType');
    expect(item.dateCreated).toBe(item.dateUpdated);
    expect(await desk.show(item.id)).toEqual(item);
  });

  test('everything that is said is kept, ids as text and a number as tracking number too', async () => {
    const { employee, clerk, farCenter, admin } = desk;
    const stop = await desk.insert('mail_stop', { name: 'Loading bay' });
    const round = await desk.insert('mail_route', { name: 'Morning round' });
    const rack = await desk.insert('mail_location', { name: 'Rack 7', sort_order: 7 });
    const types = (await clerk.call('GET', '/mail/packageTypes')).json<{ id: number; code: string }[]>();
    const answer = await admin.call('POST', '/mail/items/checkin', {
      itemType: 'INTEROFFICE',
      deliveryType: 'Express',
      trackingNumber: 351987984,
      toUser: { id: String(employee.id), name: 'ignored' },
      deliverTo: { id: clerk.id },
      fromUser: { id: admin.id },
      recipientName: 'Mr Hill',
      sender: 'Strickland Propane',
      center: { id: farCenter },
      route: { id: round },
      mailStop: { id: stop },
      location: { id: rack },
      packageType: { id: types[0]!.id },
      somethingUnknown: true,
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      itemType: 'INTEROFFICE',
      deliveryType: 'Express',
      trackingNumber: '351987984',
      toUser: { id: employee.id },
      deliverTo: { id: clerk.id },
      fromUser: { id: admin.id },
      recipientName: 'Mr Hill',
      sender: 'Strickland Propane',
      center: { id: farCenter, name: 'Far Mail Center' },
      route: { id: round, name: 'Morning round', forShipping: false },
      mailStop: { id: stop, name: 'Loading bay' },
      location: { id: rack, name: 'Rack 7', sortOrder: 7 },
      packageType: types[0],
    });
  });

  test('the stop is the person’s own, else that of their space, and brings its delivery route', async () => {
    const { owner } = desk.server;
    const [own, near] = [
      await desk.insert('mail_stop', { name: 'Own stop' }),
      await desk.insert('mail_stop', { name: 'Stop of the space' }),
    ];
    const shipping = await desk.insert('mail_route', { name: 'Shipping', for_shipping: true });
    const round = await desk.insert('mail_route', { name: 'Round' });
    for (const route of [shipping, round])
      await desk.insert('mail_route_stop', { mail_route_id: route, mail_stop_id: near, position: 1 });
    const building = await desk.insert('building', { name: 'Tower' });
    const floor = await desk.insert('floor', { building_id: building, name: '1' });
    const type = await desk.insert('room_type', { name: 'Office' });
    const room = await desk.insert('room', {
      floor_id: floor,
      room_type_id: type,
      name: '101',
      mail_stop_id: near,
    });
    const person = await desk.admin.person();
    await owner.query('UPDATE app_user SET room_id = $1 WHERE id = $2', [room, person.id]);
    const first = await desk.scan({ toUser: { id: person.id } });
    expect(first).toMatchObject({ mailStop: { id: near }, route: { id: round } });

    await owner.query('UPDATE app_user SET mail_stop_id = $1 WHERE id = $2', [own, person.id]);
    const second = await desk.scan({ toUser: { id: person.id } });
    expect(second).toMatchObject({ mailStop: { id: own } });
    expect(second).not.toHaveProperty('route');
  });

  test.each([
    ['nothing', {}],
    ['a type alone', { itemType: 'INBOUND' }],
    ['a blank number', { trackingNumber: ' \t ' }],
    ['emptied references', { toUser: {}, deliverTo: null, trackingNumber: null, recipientName: '  ' }],
  ])('%s names no parcel', async (_name, scan) => {
    const before = await stored();
    const [single, batch] = [await checkIn(scan), await checkIn([{ recipientName: 'Ann' }, scan])];
    expect([single.statusCode, batch.statusCode]).toEqual([400, 400]);
    expect(errorOf(single).message).toContain('trackingNumber');
    expect(errorOf(batch).field).toBe('[1]');
    expect(await stored()).toBe(before);
  });

  test('a courier is recognised for every valid number of the collection', async () => {
    const csv = readFileSync(
      resolve(projectRoot, '../shared/data/tracking-numbers/test-numbers.csv'),
      'utf8',
    );
    const rows = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
      .filter(([, , , , expected]) => expected === 'valid');
    expect(rows.length).toBeGreaterThan(100);
    const items = await desk.scanAll(rows.map((row) => ({ trackingNumber: row[5] })));
    expect(items.map((item) => item.courier.code)).toEqual(rows.map(([code]) => code!.toUpperCase()));
  });
});

describe('a batch', () => {
  test('is answered in its order; an empty one by nothing', async () => {
    const numbers = Array.from({ length: 30 }, freshNumber);
    const items = await desk.scanAll(numbers.map((trackingNumber) => ({ trackingNumber })));
    expect(items.map((item) => item.trackingNumber)).toEqual(numbers);
    expect(items.map((item) => item.id)).toEqual(items.map((item) => item.id).toSorted((a, b) => a - b));
    const nothing = await checkIn([]);
    expect([nothing.statusCode, nothing.json()]).toEqual([200, []]);
  });

  test.each([
    ['a person nobody knows', { toUser: { id: 987_654_321 } }, '[3].toUser'],
    ['a type there is not', { trackingNumber: 'x', itemType: 'PIGEON' }, '[3].itemType'],
    ['no object', 7, '[3]'],
    ['null', null, '[3]'],
    ['an array', [], '[3]'],
    ['an unknown center', { trackingNumber: 'x', center: { id: 987_654_321 } }, '[3].center'],
    ['a reference that is none', { trackingNumber: 'x', route: 5 }, '[3].route'],
    ['a number too long', { trackingNumber: '1'.repeat(201) }, '[3].trackingNumber'],
  ])('with %s is refused whole, and the element named', async (_name, bad, field) => {
    const before = await stored();
    const good = () => ({ trackingNumber: freshNumber() });
    const answer = await checkIn([good(), good(), good(), bad, good()]);
    expect(answer.statusCode).toBe(400);
    expect(errorOf(answer).field).toBe(field);
    expect(await stored()).toBe(before);
  });

  test('of more than 500 is refused', async () => {
    const answer = await checkIn(Array.from({ length: 501 }, () => ({ recipientName: 'Ann' })));
    expect(answer.statusCode).toBe(400);
  });

  test('goes to centers the caller works in, or not at all', async () => {
    const before = await stored();
    const scans = [{ recipientName: 'Ann' }, { recipientName: 'Ben', center: { id: desk.farCenter } }];
    expect((await checkIn(scans)).statusCode).toBe(403);
    expect(await stored()).toBe(before);
    expect((await desk.employee.call('POST', '/mail/items/checkin', scans)).statusCode).toBe(403);
    expect((await desk.admin.call('POST', '/mail/items/checkin', scans)).statusCode).toBe(200);
  });

  test('sent again with its key is done once', async () => {
    const before = await stored();
    const body = [{ recipientName: 'Ann' }, { recipientName: 'Ben' }];
    const key = { 'idempotency-key': `batch ${freshNumber()}` };
    const answers = [await checkIn(body, key), await checkIn(body, key)];
    expect(answers[1]!.json()).toEqual(answers[0]!.json());
    expect(answers[1]!.headers['idempotency-replayed']).toBe('true');
    expect(await stored()).toBe(before + 2);
  });
});

describe('a number scanned again', () => {
  test('while checked in is shown, and nothing is written', async () => {
    const first = await desk.scan({ trackingNumber: '1z 999 AA1 dup', recipientName: 'Ann' });
    const again = await desk.scan({ trackingNumber: '1Z999aa1DUP', recipientName: 'Ben' });
    expect(again).toEqual({ ...first, duplicate: true });
    expect(await desk.show(first.id)).toEqual(first);
  });

  test('in one batch is one parcel', async () => {
    const trackingNumber = freshNumber();
    const items = await desk.scanAll([{ trackingNumber }, { recipientName: 'Ann' }, { trackingNumber }]);
    expect(items[2]).toEqual({ ...items[0], duplicate: true });
    expect(items[0]).not.toHaveProperty('duplicate');
  });

  test.each(['pending', 'transfer', 'checkout'])('while %s brings it back', async (step) => {
    const trackingNumber = freshNumber();
    const rack = await desk.insert('mail_location', { name: 'Shelf' });
    const first = await desk.scan({ trackingNumber, sender: 'Propane', recipientName: 'Ann' });
    expect((await desk.step(first.id, step)).statusCode).toBe(200);
    const [back, twice] = await desk.scanAll([
      {
        trackingNumber: trackingNumber.toUpperCase(),
        location: { id: rack },
        toUser: { id: desk.employee.id },
      },
      { trackingNumber },
    ]);
    expect(back).toMatchObject({
      id: first.id,
      currentQueue: 'IN',
      trackingNumber,
      location: { id: rack },
      toUser: { id: desk.employee.id },
      deliverTo: { id: desk.employee.id },
      sender: 'Propane',
      recipientName: 'Ann',
    });
    expect(back).not.toHaveProperty('duplicate');
    expect(back!.statuses.map((status) => status.type.code)).toEqual(['checkin', step, 'checkin']);
    expect(twice).toEqual({ ...back, duplicate: true });
  });

  test('at another center moves it there, and off its rack', async () => {
    const trackingNumber = freshNumber();
    const rack = await desk.insert('mail_location', { name: 'Shelf' });
    const first = await desk.scan({ trackingNumber, location: { id: rack } });
    await desk.step(first.id, 'transfer', { center: { id: desk.farCenter } });
    const scan = { trackingNumber, center: { id: desk.farCenter } };
    const back = (await desk.admin.call('POST', '/mail/items/checkin', scan)).json<MailItem>();
    expect(back).toMatchObject({ id: first.id, currentQueue: 'IN', center: { id: desk.farCenter } });
    expect(back.statuses.at(-1)).toMatchObject({ type: { code: 'checkin' }, center: { id: desk.farCenter } });
    expect(back).not.toHaveProperty('location');
  });

  test('after delivery or removal is a new parcel', async () => {
    const trackingNumber = freshNumber();
    const first = await desk.scan({ trackingNumber });
    await desk.step(first.id, 'deliver');
    const second = await desk.scan({ trackingNumber });
    expect(second.id).not.toBe(first.id);
    expect(second).not.toHaveProperty('duplicate');
    await desk.manager.call('DELETE', `/mail/items/${second.id}`);
    const third = await desk.scan({ trackingNumber });
    expect([first.id, second.id]).not.toContain(third.id);
    expect(third).not.toHaveProperty('duplicate');
  });
});
