import { expect, test } from 'vitest';
import type { ServicePlan } from '#contract/service-requests-plans.ts';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { testServer } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';
import { timesAfter } from './plan-times.ts';
import { makePlannedRequests } from './service.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { manager, operator, asker } = desk;
const DAY = 86_400_000;
const start = `${new Date(Date.now() + 2 * DAY).toISOString().slice(0, 10)}T09:00`;
const draft = (body: object = {}) => ({
  name: 'Filters',
  type: { id: desk.plain.id },
  room: { id: desk.room.id },
  requester: { id: asker.id },
  rule: 'FREQ=DAILY;COUNT=3',
  start,
  ...body,
});
const send = async (body: object) => manager.call('POST', '/service/plans', draft(body));
const made = async () =>
  (await manager.call('GET', '/maintenance/requests?limit=500'))
    .json<ServiceRequest[]>()
    .filter(({ scheduledTask }) => scheduledTask);
const run = () => makePlannedRequests(server.deps.db);

test('each time of a plan makes one request, however often the clock looks', async () => {
  const plan = (await send({ daysAhead: 3, description: 'All of them' })).json<ServicePlan>();
  expect(plan).toMatchObject({
    requester: { id: asker.id },
    requests: 0,
    center: { id: desk.center },
    active: true,
  });
  // Two of three are within three days, counted from now.
  await Promise.all([run(), run(), run()]);
  await run();
  const requests = await made();
  const due = requests.map(({ dateRequired }) => dateRequired);
  expect(new Set(due).size).toBe(due.length);
  expect(due[0]).toBe(plan.nextRequired);
  expect(due.every((at) => at - 3 * DAY <= Date.now())).toBe(true);
  expect(requests[0]).toMatchObject({
    description: 'All of them',
    state: 'new',
    requester: { id: asker.id },
  });
  const now = (await manager.call('GET', `/service/plans/${plan.id}`)).json<ServicePlan>();
  expect(now.requests).toBe(due.length);
  expect(now.lastRequest?.required).toBe(Math.max(...due));
  // The clock set back, as by a restored backup: what was made is not made again.
  await server.owner.query(
    'UPDATE service_plan SET next_required = to_timestamp($1::bigint / 1000.0), next_due = now() WHERE id = $2',
    [plan.nextRequired, plan.id],
  );
  await run();
  expect((await made()).length).toBe(due.length);
});

test('what stands in the way is said, and the plan goes on', async () => {
  const type = await desk.type();
  const plan = (await send({ type, daysAhead: 2 })).json<ServicePlan>();
  await manager.call('DELETE', `/service/types/${type.id}`);
  await server.owner.query('UPDATE service_plan SET next_due = now() WHERE id = $1', [plan.id]);
  const before = (await made()).length;
  await run();
  const now = (await manager.call('GET', `/service/plans/${plan.id}`)).json<ServicePlan>();
  expect(now.problem).toContain('no longer');
  expect(now.nextRequired).toBeGreaterThan(plan.nextRequired!);
  expect((await made()).length).toBe(before);
});

test.each([
  [{ rule: 'FREQ=SECONDLY' }, 'rule'],
  [{ rule: 'every day' }, 'rule'],
  [{ rule: 'FREQ=DAILY;COUNT=1', start: '2020-01-01T09:00' }, 'rule'],
  [{ start: '2027-02-30T09:00' }, 'start'],
  [{ start: 'tomorrow' }, 'start'],
  [{ daysAhead: -1 }, 'daysAhead'],
  [{ type: { id: 999_999_999 } }, 'type'],
  [{ room: { id: 999_999_999 } }, 'room'],
  [{ name: ' ' }, 'name'],
])('%j is refused at %s', async (body, field) => {
  const answer = await send(body);
  expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([400, field]);
});

test('plans are the managers’ affair', async () => {
  for (const person of [operator, asker])
    expect((await person.call('POST', '/service/plans', draft())).statusCode).toBe(403);
});

test('nine stays nine when the clocks change', () => {
  const zone = 'Europe/Warsaw';
  const times = timesAfter({ rule: 'FREQ=WEEKLY', start: '2027-03-22T09:00:00', zone }, 0, 2);
  expect(times.map((at) => new Date(at).toISOString())).toEqual([
    '2027-03-22T08:00:00.000Z',
    '2027-03-29T07:00:00.000Z',
  ]);
});
