import { describe, expect, test } from 'vitest';
import type { MailItem } from '#contract/mail.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
const put = (id: number, body: unknown, headers = {}) =>
  desk.clerk.call('PUT', `/mail/items/${id}`, body, { headers });
const edited = async (id: number, body: unknown) => (await put(id, body)).json<MailItem>();

describe('an edit', () => {
  test('changes what it names and nothing else, and adds no status', async () => {
    const item = await desk.scan({
      trackingNumber: freshNumber(),
      toUser: { id: desk.employee.id },
      sender: 'A',
    });
    const answer = await put(item.id, { id: String(item.id), sender: 'B', itemType: 'OUTBOUND' });
    expect(answer.statusCode).toBe(200);
    const after = answer.json<MailItem>();
    expect(after).toEqual({ ...item, sender: 'B', itemType: 'OUTBOUND', dateUpdated: after.dateUpdated });
    expect(after.dateUpdated).toBeGreaterThan(item.dateUpdated);
  });

  test('empties what may be empty; courier and delivery type fall back to what fits', async () => {
    const { employee, clerk } = desk;
    const [type] = (await clerk.call('GET', '/mail/packageTypes')).json<{ id: number }[]>();
    const catalogue = (await clerk.call('GET', '/mail/desk')).json<{
      couriers: { id: number; code: string }[];
    }>();
    const dhl = catalogue.couriers.find(({ code }) => code === 'DHL')!;
    const item = await desk.scan({
      trackingNumber: freshNumber(),
      toUser: { id: employee.id },
      fromUser: { id: clerk.id },
      packageType: type,
      courier: dhl,
      recipientName: 'Ann',
      sender: 'A',
      deliveryType: 'Express',
    });
    const after = await edited(item.id, {
      trackingNumber: '',
      toUser: {},
      fromUser: null,
      packageType: {},
      courier: {},
      recipientName: null,
      sender: null,
      deliveryType: null,
    });
    expect(after).toMatchObject({
      deliveryType: 'Other',
      courier: { code: 'OTHER' },
      originalTrackingNumber: item.trackingNumber,
    });
    const emptied = 'trackingNumber toUser deliverTo fromUser packageType recipientName sender'.split(' ');
    for (const name of emptied) expect(after).not.toHaveProperty(name);
  });

  test('of the recipient takes along what was derived from them, and leaves what was said', async () => {
    const { admin, server } = desk;
    const stops = [
      await desk.insert('mail_stop', { name: 'North' }),
      await desk.insert('mail_stop', { name: 'South' }),
    ];
    const rounds = [
      await desk.insert('mail_route', { name: 'North round' }),
      await desk.insert('mail_route', { name: 'South round' }),
    ];
    const people = [await admin.person(), await admin.person()];
    for (const n of [0, 1]) {
      await desk.insert('mail_route_stop', { mail_route_id: rounds[n], mail_stop_id: stops[n], position: 1 });
      await server.owner.query('UPDATE app_user SET mail_stop_id = $1 WHERE id = $2', [
        stops[n],
        people[n]!.id,
      ]);
    }
    const [north, south] = people.map(({ id }) => ({ id }));
    const place = (n: number) => ({ mailStop: { id: stops[n] }, route: { id: rounds[n] } });

    const derived = await desk.scan({ toUser: north });
    expect(await edited(derived.id, { toUser: south })).toMatchObject({
      toUser: south,
      deliverTo: south,
      ...place(1),
    });
    expect(await edited(derived.id, { deliverTo: north })).toMatchObject({
      toUser: south,
      deliverTo: north,
      ...place(0),
    });
    // Now somebody else takes it in: a new recipient does not change that.
    const { id } = await desk.scan({ toUser: south, deliverTo: north });
    expect(await edited(id, { toUser: { id: desk.employee.id } })).toMatchObject({
      deliverTo: north,
      ...place(0),
    });

    const said = await desk.scan({ toUser: north, mailStop: { id: stops[1] }, route: { id: rounds[0] } });
    expect(await edited(said.id, { toUser: south })).toMatchObject({
      mailStop: { id: stops[1] },
      route: { id: rounds[0] },
    });
    const unknown = await desk.scan({ recipientName: 'Nord' });
    expect(await edited(unknown.id, { toUser: north })).toMatchObject({ recipientName: 'Nord', ...place(0) });
    expect(await edited(unknown.id, { mailStop: { id: stops[1] } })).toMatchObject(place(1));
  });

  test('of a delivered parcel corrects it and leaves it delivered', async () => {
    const item = await desk.scan({ trackingNumber: freshNumber() });
    await desk.step(item.id, 'deliver');
    const after = await edited(item.id, { sender: 'Late' });
    expect(after).toMatchObject({ currentQueue: 'OUT', sender: 'Late' });
    expect(after.statuses).toHaveLength(2);
  });

  test.each([
    ['another id', { id: 1 }, 'id'],
    ['an empty center', { center: {} }, 'center'],
    ['a type there is not', { itemType: 'PIGEON' }, 'itemType'],
    ['an unknown person', { toUser: { id: 987_654_321 } }, 'toUser'],
    ['an unknown courier', { courier: { id: 987_654_321 } }, 'courier'],
    ['a text where an object belongs', { location: 'Rack 1' }, 'location'],
  ])('with %s is refused', async (_name, body, field) => {
    const item = await desk.scan({ trackingNumber: freshNumber() });
    const answer = await put(item.id, { sender: 'must not be kept', ...body });
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
    expect(await desk.show(item.id)).toEqual(item);
  });

  test('to a number another open parcel has is a conflict; to its own in other spelling is none', async () => {
    const [one, other] = await desk.scanAll([{ trackingNumber: 'Taken 1' }, { trackingNumber: 'Taken 2' }]);
    const answer = await put(other!.id, { trackingNumber: 'TAKEN1' });
    expect(answer.statusCode).toBe(409);
    expect(errorOf(answer)).toMatchObject({ code: 'mail.number-in-use', field: 'trackingNumber' });
    expect(await edited(one!.id, { trackingNumber: 'taken-1' })).toMatchObject({
      trackingNumber: 'taken-1',
      originalTrackingNumber: 'Taken 1',
    });
    await desk.step(one!.id, 'deliver');
    expect((await put(other!.id, { trackingNumber: 'TAKEN1' })).statusCode).toBe(200);
  });

  test('that met another change is told whose it was', async () => {
    const item = await desk.scan({ trackingNumber: freshNumber() });
    const tag = { 'if-match': `"${item.dateUpdated}"` };
    const first = await put(item.id, { sender: 'First' }, tag);
    expect(first.statusCode).toBe(200);
    const second = await desk.manager.call(
      'PUT',
      `/mail/items/${item.id}`,
      { sender: 'Second' },
      { headers: tag },
    );
    expect(second.statusCode).toBe(409);
    expect(errorOf(second).code).toBe('mail.changed-meanwhile');
    expect(errorOf(second).message).toMatch(/^Person \d+ changed this parcel on \d+ /);
    expect(await desk.show(item.id)).toEqual(first.json());
    const newTag = { 'if-match': `W/"${first.json<MailItem>().dateUpdated}"` };
    expect((await put(item.id, { sender: 'Third' }, newTag)).statusCode).toBe(200);
    expect((await put(item.id, { sender: 'Fourth' }, { 'if-match': '*' })).statusCode).toBe(200);
    expect((await put(item.id, { sender: 'Fifth' }, { 'if-match': 'nonsense' })).statusCode).toBe(409);
  });
});

test('parallel edits of one parcel lose no attribute', async () => {
  const item = await desk.scan({ trackingNumber: freshNumber() });
  const changes = { sender: 'A', recipientName: 'B', deliveryType: 'C', itemType: 'OUTBOUND' };
  const answers = await Promise.all(
    Object.entries(changes).map(([name, value]) => put(item.id, { [name]: value })),
  );
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
  expect(await desk.show(item.id)).toMatchObject(changes);
});

test('a removed parcel is gone for everybody and everything', async () => {
  const { id } = await desk.scan({ trackingNumber: freshNumber(), toUser: { id: desk.employee.id } });
  expect((await desk.employee.call('DELETE', `/mail/items/${id}`)).statusCode).toBe(403);
  expect((await desk.clerk.call('DELETE', `/mail/items/${id}`)).statusCode).toBe(403);
  const removed = await desk.manager.call('DELETE', `/mail/items/${id}`);
  expect([removed.statusCode, removed.json()]).toEqual([200, { response: 'Successfully removed' }]);
  expect((await desk.manager.call('DELETE', `/mail/items/${id}`)).statusCode).toBe(404);
  expect((await desk.employee.call('GET', `/mail/items/${id}`)).statusCode).toBe(404);
  expect((await put(id, { sender: 'x' })).statusCode).toBe(404);
  const ids = (await desk.admin.call('GET', '/mail/items/ids')).json<number[]>();
  expect(ids).not.toContain(id);
});

test('only those who work in a parcel’s center touch it', async () => {
  const far = (
    await desk.admin.call('POST', '/mail/items/checkin', {
      recipientName: 'Ann',
      center: { id: desk.farCenter },
    })
  ).json<MailItem>();
  expect((await put(far.id, { sender: 'x' })).statusCode).toBe(403);
  expect((await desk.manager.call('DELETE', `/mail/items/${far.id}`)).statusCode).toBe(403);
  expect((await desk.step(far.id, 'addComment', { comment: 'x' })).statusCode).toBe(403);
  expect(await desk.show(far.id)).toEqual(far);
  expect((await desk.clerk.call('GET', `/mail/items/${far.id}`)).statusCode).toBe(200);
});
