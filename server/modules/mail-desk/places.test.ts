import { describe, expect, test } from 'vitest';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
type Named = { id: number; name: string };
type Route = Named & { forShipping: boolean; stops: Named[] };
const errorOf = (answer: { json(): unknown }) =>
  (answer.json() as { error: { code: string; message: string; field?: string } }).error;
let serial = 0;
const name = () => `Place ${(serial += 1)}`;
const post = (path: string, body: unknown, as = desk.manager) => as.call('POST', `/mail/${path}`, body);
const put = (path: string, body: unknown, as = desk.manager) => as.call('PUT', `/mail/${path}`, body);
const remove = (path: string, as = desk.manager) => as.call('DELETE', `/mail/${path}`);
const add = async (path: string, body: object = {}) => {
  const answer = await post(path, { name: name(), ...body });
  expect(answer.statusCode).toBe(201);
  return answer.json<Route>();
};
const list = async (path: string) =>
  (await desk.clerk.call('GET', `/mail/${path}?limit=500`)).json<Named[]>();

describe('a route', () => {
  test('is added with its stops in order, changed in part, shown and taken out of use', async () => {
    const [a, b, c] = [await add('mailstops'), await add('mailstops'), await add('mailstops')];
    const route = await add('routes', { stops: [{ id: c!.id }, { id: a!.id }] });
    expect(route).toMatchObject({ forShipping: false, stops: [{ id: c!.id, name: c!.name }, { id: a!.id }] });
    const renamed = (await put(`routes/${route.id}`, { name: 'Evening' })).json<Route>();
    expect(renamed).toMatchObject({ name: 'Evening', stops: [{ id: c!.id }, { id: a!.id }] });
    const turned = { stops: [{ id: b!.id }, { id: c!.id }], forShipping: true };
    const changed = (await put(`routes/${route.id}`, turned)).json<Route>();
    expect(changed).toMatchObject({ forShipping: true, stops: [{ id: b!.id }, { id: c!.id }] });
    expect((await desk.employee.call('GET', `/mail/routes/${route.id}`)).json()).toEqual(changed);
    expect((await put(`routes/${route.id}`, { stops: [] })).json()).toMatchObject({ stops: [] });
    expect((await remove(`routes/${route.id}`)).json()).toEqual({ response: 'Successfully removed' });
    expect((await list('routes')).map(({ id }) => id)).not.toContain(route.id);
    for (const answer of [
      await desk.clerk.call('GET', `/mail/routes/${route.id}`),
      await put(`routes/${route.id}`, { name: 'x' }),
      await remove(`routes/${route.id}`),
    ])
      expect(answer.statusCode).toBe(404);
  });

  test('that parcels are on leaves those at the desk without one, and the delivered as they were', async () => {
    const stop = await add('mailstops');
    const route = await add('routes', { stops: [{ id: stop.id }] });
    const scan = () =>
      desk.scan({ trackingNumber: freshNumber(), recipientName: 'x', mailStop: { id: stop.id } });
    const [open, done] = [await scan(), await scan()];
    await desk.step(done.id, 'deliver');
    expect(open).toMatchObject({ route: { id: route.id } });
    expect((await remove(`routes/${route.id}`)).statusCode).toBe(200);
    const after = await desk.show(open.id);
    expect(after).not.toHaveProperty('route');
    expect(after.mailStop).toEqual(open.mailStop);
    expect(after.dateUpdated).toBeGreaterThan(open.dateUpdated);
    expect(await desk.show(done.id)).toMatchObject({ route: { id: route.id } });
    expect(await scan()).not.toHaveProperty('route');
  });

  test('deleted while a parcel is scanned for it, leaves no open parcel on it', async () => {
    const stop = await add('mailstops');
    const route = await add('routes', { stops: [{ id: stop.id }] });
    const scans = Array.from({ length: 6 }, () =>
      desk.scan({ trackingNumber: freshNumber(), mailStop: { id: stop.id } }),
    );
    await Promise.all([...scans, remove(`routes/${route.id}`)]);
    const left = await desk.clerk.call('GET', `/mail/items/count?routeId=${route.id}`);
    expect(left.json()).toEqual({ count: 0 });
  });

  test.each([
    ['without a name', {}, 400, 'name'],
    ['with an empty name', { name: ' ' }, 400, 'name'],
    ['with stops that are none', { name: 'x', stops: 7 }, 400, 'stops'],
    ['with an unknown stop', { name: 'x', stops: [{ id: 987_654_321 }] }, 400, 'stops[0]'],
  ])('%s is refused', async (_name, body, status, field) => {
    const answer = await post('routes', body);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([status, field]);
  });

  test('calls nowhere twice, and bears no name of another', async () => {
    const stop = { id: (await add('mailstops')).id };
    const twice = await post('routes', { name: name(), stops: [stop, stop] });
    expect([twice.statusCode, errorOf(twice).field]).toEqual([400, 'stops[1]']);
    const [one, other] = [await add('routes'), await add('routes')];
    const taken = await put(`routes/${other.id}`, { name: ` ${one.name.toUpperCase()}` });
    expect([taken.statusCode, errorOf(taken).field]).toEqual([409, 'name']);
    expect((await put(`routes/${one.id}`, { name: one.name })).statusCode).toBe(200);
    const race = name();
    const answers = await Promise.all([post('routes', { name: race }), post('routes', { name: race })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409]);
  });
});

test('a stop taken out of use leaves its routes and open parcels', async () => {
  const [stop, other] = [await add('mailstops'), await add('mailstops')];
  const route = await add('routes', { stops: [{ id: stop.id }, { id: other.id }] });
  const item = await desk.scan({ trackingNumber: freshNumber(), mailStop: { id: stop.id } });
  expect((await put(`mailstops/${stop.id}`, { name: 'Renamed' })).json()).toEqual({
    id: stop.id,
    name: 'Renamed',
  });
  expect((await remove(`mailstops/${stop.id}`)).statusCode).toBe(200);
  const after = await desk.show(item.id);
  expect(after).not.toHaveProperty('mailStop');
  expect(after).toMatchObject({ route: { id: route.id } });
  const shown = (await desk.clerk.call('GET', `/mail/routes/${route.id}`)).json<Route>();
  expect(shown.stops).toEqual([{ id: other.id, name: other.name }]);
});

test('a rack belongs to a center that one manages', async () => {
  const rack = await add('locations', { sortOrder: 4, center: { id: desk.center } });
  expect(rack).toMatchObject({ sortOrder: 4 });
  expect((await put(`locations/${rack.id}`, { sortOrder: 2 })).json()).toMatchObject({
    name: rack.name,
    sortOrder: 2,
  });
  const far = { name: name(), center: { id: desk.farCenter } };
  expect((await post('locations', far)).statusCode).toBe(403);
  expect((await post('locations', far, desk.admin)).statusCode).toBe(201);
  const answer = await post('locations', { name: name(), center: { id: 987_654_321 } });
  expect([answer.statusCode, errorOf(answer).field]).toEqual([400, 'center']);
  const item = await desk.scan({ trackingNumber: freshNumber(), location: { id: rack.id } });
  expect((await remove(`locations/${rack.id}`)).statusCode).toBe(200);
  expect(await desk.show(item.id)).not.toHaveProperty('location');
});

test.each(['routes', 'mailstops', 'locations'])(
  '%s are kept by managers, each organisation its own',
  async (path) => {
    const { id } = await add(path);
    const stranger = await desk.server.register();
    for (const as of [desk.clerk, desk.employee]) {
      expect((await post(path, { name: name() }, as)).statusCode).toBe(403);
      expect((await put(`${path}/${id}`, { name: name() }, as)).statusCode).toBe(403);
      expect((await remove(`${path}/${id}`, as)).statusCode).toBe(403);
    }
    expect((await put(`${path}/${id}`, { name: name() }, stranger)).statusCode).toBe(404);
    expect((await remove(`${path}/${id}`, stranger)).statusCode).toBe(404);
    expect((await list(path)).map((place) => place.id)).toContain(id);
    const key = { headers: { 'idempotency-key': freshNumber() } };
    const body = { name: name() };
    const [first, second] = [
      await desk.manager.call('POST', `/mail/${path}`, body, key),
      await desk.manager.call('POST', `/mail/${path}`, body, key),
    ];
    expect(second.json()).toEqual(first.json());
  },
);

describe('package types and couriers', () => {
  type Coded = Named & { code: string; sortOrder?: number };
  const deskOf = async () =>
    (await desk.clerk.call('GET', '/mail/desk')).json<{ packageTypes: Coded[]; couriers: Coded[] }>();

  test('are added with a code of their own, renamed and put in an order', async () => {
    const tube = (await post('packageTypes', { name: 'Tübe & roll', sortOrder: 9 })).json<Coded>();
    expect(tube).toMatchObject({ name: 'Tübe & roll', code: 'tuberoll', sortOrder: 9 });
    const renamed = (await put(`packageTypes/${tube.id}`, { name: 'Tube' })).json<Coded>();
    expect(renamed).toMatchObject({ name: 'Tube', code: 'tuberoll', sortOrder: 9 });
    const [box] = (await deskOf()).packageTypes;
    expect((await put('packageTypes/order', [{ id: tube.id }])).statusCode).toBe(200);
    expect((await deskOf()).packageTypes.slice(0, 2).map(({ id }) => id)).toEqual([tube.id, box!.id]);
    const unknown = await put('packageTypes/order', [{ id: tube.id }, { id: 987_654_321 }]);
    expect([unknown.statusCode, errorOf(unknown).field]).toEqual([400, '[1]']);
    const taken = await post('packageTypes', { name: ' BOX' });
    expect([taken.statusCode, errorOf(taken).field]).toEqual([409, 'name']);
    expect(errorOf(await post('couriers', {})).field).toBe('name');
    const names = ['順豐', '黑貓'];
    const added = await Promise.all(names.map((word) => post('couriers', { name: word })));
    expect(added.map((answer) => answer.json<Coded>().code).toSorted()).toEqual(['COURIER', 'COURIER2']);
  });

  test('out of use are offered no longer, stay on their parcels, and come back', async () => {
    const number = '1Z999AA10123456784';
    const ups = (await deskOf()).couriers.find(({ code }) => code === 'UPS')!;
    const item = await desk.scan({ trackingNumber: number, recipientName: 'x' });
    expect(item.courier.id).toBe(ups.id);
    expect((await remove(`couriers/${ups.id}`)).statusCode).toBe(200);
    expect((await deskOf()).couriers.map(({ code }) => code)).not.toContain('UPS');
    expect((await desk.show(item.id)).courier).toMatchObject({ id: ups.id, name: ups.name });
    // Clients repeat the whole of what they read.
    const same = await desk.clerk.call('PUT', `/mail/items/${item.id}`, {
      courier: { id: ups.id },
      sender: 'A',
    });
    expect(same.statusCode).toBe(200);
    await desk.step(item.id, 'deliver');
    const again = await desk.scan({ trackingNumber: number, recipientName: 'x' });
    expect(again.courier.code).toBe('OTHER');
    const heir = (await post('couriers', { name: 'UPS' })).json<Coded>();
    expect(heir.code).toBe('UPS');
    expect((await put(`couriers/${ups.id}/restore`, undefined)).statusCode).toBe(409);
    await put(`couriers/${heir.id}`, { name: 'Brown' });
    expect(errorOf(await put(`couriers/${ups.id}/restore`, undefined)).code).toBe('mail.code-taken');
    await remove(`couriers/${heir.id}`);
    expect((await put(`couriers/${ups.id}/restore`, undefined)).json()).toMatchObject({ id: ups.id });
    const other = (await deskOf()).couriers.find(({ code }) => code === 'OTHER')!;
    expect(errorOf(await remove(`couriers/${other.id}`)).code).toBe('mail.courier-needed');
  });
});
