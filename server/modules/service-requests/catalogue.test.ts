import { expect, test } from 'vitest';
import type {
  Priority,
  ServiceCatalogue,
  ServiceCategory,
  ServiceType,
} from '#contract/service-requests-catalogue.ts';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { admin, manager, asker } = desk;
const read = async <T>(path: string, as: TestUser = asker) => (await as.call('GET', path)).json<T>();
const status = async (method: string, path: string, body?: unknown, as = manager) =>
  (await as.call(method, path, body)).statusCode;

test('a new organisation can be asked for something at once', async () => {
  const { categories, priorities } = await read<ServiceCatalogue>('/service/catalogue');
  const offered = categories.flatMap(({ products }) => products.flatMap(({ types }) => types));
  expect(offered.length).toBeGreaterThan(10);
  expect(offered.every(({ fields, assetRequest }) => fields.length === 0 && !assetRequest)).toBe(true);
  expect(new Set(priorities.map(({ sortOrder }) => sortOrder <= 2))).toEqual(new Set([true, false]));
  expect((await read<unknown[]>('/service/hold-reasons')).length).toBeGreaterThan(2);
  await desk.ask({ type: { id: offered[0]!.id } });
});

test('what is sent of a type, a priority and a product is kept', async () => {
  const sent = {
    name: 'Thruster Repair',
    Product: { id: String(desk.product.id) },
    type: 'ship',
    SLAMinutes: 90,
    estimatedTime: 15,
    totalOperatorsRequired: 2,
    priorityEnableForCustomer: 'false',
    dateRequiredEnabledForCustomer: false,
    assetRequest: true,
    defaultPriority: { id: desk.urgent.id },
    promises: [{ priority: { id: desk.urgent.id }, minutes: 30 }],
  };
  const answer = await manager.call('POST', '/maintenance/types/', sent);
  expect(answer.statusCode).toBe(201);
  const { Product: _capital, ...rest } = sent;
  expect(answer.json()).toMatchObject({
    ...rest,
    priorityEnableForCustomer: false,
    product: { id: desk.product.id },
    defaultPriority: { id: desk.urgent.id, sortOrder: 1 },
    fields: [],
  });
  const { id } = answer.json<ServiceType>();
  expect(await read(`/maintenance/types/${id}`)).toEqual(answer.json());
  const color = { red: 102, green: 51, blue: 153 };
  const priority = (
    await manager.call('POST', '/maintenance/priorities', { name: 'Now', sortOrder: 1, color })
  ).json();
  expect(priority).toMatchObject({ name: 'Now', sortOrder: 1, color });
  const category = { id: desk.category.id };
  await desk.post('/maintenance/products', { name: 'Arwing', category, sortOrder: 4 });
  const { products } = await read<ServiceCategory>(`/maintenance/categories/${category.id}`);
  expect(products).toEqual([
    expect.objectContaining({ name: 'Arwing', sortOrder: 4 }),
    expect.objectContaining({ id: desk.product.id }),
  ]);
});

test.each(['types', 'categories', 'products', 'priorities'])(
  '%s: counted, refused without what is required, not changed at the documented address',
  async (list) => {
    const path = `/maintenance/${list}`;
    const all = await read<{ id: number }[]>(`${path}?limit=500`);
    expect(await read(`${path}/count/`)).toEqual({ count: all.length });
    expect(await status('POST', path, {})).toBe(400);
    expect(await status('POST', path, {}, asker)).toBe(403);
    for (const method of ['PUT', 'DELETE'])
      expect([404, 405]).toContain(await status(method, `${path}/${all[0]!.id}`, {}, admin));
    for (const id of ['0', '-1', '1.5', 'x', '99999999999999999999'])
      expect(await status('GET', `${path}/${id}`)).toBe(404);
  },
);

test('a type out of use is offered no longer, and open requests of it go on', async () => {
  const type = await desk.type({ name: 'Old' });
  const request = await desk.ask({ type });
  expect(await status('DELETE', `/service/types/${type.id}`)).toBe(200);
  expect(await status('DELETE', `/service/types/${type.id}`)).toBe(404);
  expect((await asker.call('POST', '/maintenance/requests', desk.draft({ type }))).statusCode).toBe(400);
  for (const step of ['accept', 'start', 'complete']) {
    const answer = await desk.operator.call('PUT', `/maintenance/requests/${request.id}/${step}`);
    expect([step, answer.statusCode]).toEqual([step, 200]);
    expect(answer.json<ServiceRequest>().type.name).toBe('Old');
  }
  // What something in use hangs on stays.
  expect(await status('DELETE', `/service/categories/${desk.category.id}`)).toBe(409);
  const paused = await desk.type({ active: false });
  expect((await asker.call('POST', '/maintenance/requests', desk.draft({ type: paused }))).statusCode).toBe(
    400,
  );
});

test('a dropped question keeps the answers it was given', async () => {
  const question = (code: string) => ({ code, name: code });
  const type = await desk.type({ fields: [question('one'), question('two')] });
  const fieldValue = [{ code: 'one', value: 'A' }];
  const { id } = await desk.ask({ type, fieldValue });
  const changed = await manager.call('PUT', `/service/types/${type.id}`, { fields: [question('two')] });
  expect(changed.json<ServiceType>().fields.map(({ code }) => code)).toEqual(['two']);
  const request = await read<ServiceRequest>(`/maintenance/requests/${id}`);
  expect([request.fields.length, request.fieldValue[0]?.value]).toEqual([1, 'A']);
});

test('the earliest date goes by type, urgency and the hours of the center', async () => {
  const [slow, fast] = [await desk.type({ SLAMinutes: 120 }), await desk.type({ SLAMinutes: 60 })];
  const earliest = async (
    type: number | string,
    center: number | string = desk.center,
    priority = desk.normal.id,
  ) =>
    asker.call(
      'GET',
      `/maintenance/priorities/${priority}/earliestRequiredDate/?typeId=${type}&centerId=${center}`,
    );
  const time = async (type: number) => (await earliest(type)).json<{ time: number }>().time;
  const none = await time(desk.plain.id);
  expect(none).toBeGreaterThan(Date.now() - 1000);
  expect(none).toBeLessThan(Date.now() + 8 * 86_400_000);
  expect((await time(slow.id)) - (await time(fast.id))).toBeGreaterThanOrEqual(60 * 60_000 - 1000);
  for (const answer of [await earliest(''), await earliest(slow.id, ''), await earliest(999_999_999)])
    expect([400, 404]).toContain(answer.statusCode);
  expect((await earliest(slow.id, desk.center, 999_999_999)).statusCode).toBe(404);
  // A date before that is taken, with a warning.
  const { warning } = await desk.ask({ type: slow, dateRequired: Date.now() - 1000 });
  expect(warning).toMatchObject({ code: 'before-earliest', earliest: expect.any(Number) });
});

test('a priority put elsewhere in the order takes its requests along', async () => {
  const priority = (
    await manager.call('POST', '/maintenance/priorities', { name: 'Later', sortOrder: 7 })
  ).json<Priority>();
  const { id } = await desk.ask({ priority });
  const high = async () =>
    (await read<ServiceRequest[]>('/maintenance/requests?priority=high')).map((one) => one.id);
  expect(await high()).not.toContain(id);
  await manager.call('PUT', `/service/priorities/${priority.id}`, { sortOrder: 2 });
  expect(await high()).toContain(id);
  const stats = await read<{ highPriorityCount: number }>('/maintenance/requests/stats');
  expect(stats.highPriorityCount).toBe((await high()).length);
});
