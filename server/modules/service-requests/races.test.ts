import { expect, test } from 'vitest';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { serviceDesk } from '../../../test/service-requests.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { admin, operator, second, asker } = desk;
const at = (id: number, more = '') => `/maintenance/requests/${id}${more}`;
const show = async (id: number) => (await admin.call('GET', at(id))).json<ServiceRequest>();
const kinds = async (id: number) =>
  (await admin.call('GET', at(id, '/events'))).json<{ kind: string }[]>().map(({ kind }) => kind);
const status = async (as: TestUser, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) =>
  (await as.call(method, path, body)).statusCode;

test('two operators take the same step at once: both are heard, and it is taken once each', async () => {
  const { id } = await desk.ask();
  const both = (step: string) =>
    Promise.all([operator, second].map((one) => status(one, 'PUT', at(id, `/${step}`))));
  expect(await both('accept')).toEqual([200, 200]);
  const accepted = await show(id);
  expect([accepted.state, accepted.operators.length]).toEqual(['accepted', 2]);
  expect(await both('start')).toEqual([200, 200]);
  expect((await show(id)).state).toBe('started');
  // One operator is needed: whoever is first completes it, and to the other it is done already.
  const done = await both('complete');
  expect(done.every((one) => one === 200 || one === 409)).toBe(true);
  expect(done).toContain(200);
  expect((await show(id)).state).toBe('completed');
  expect((await kinds(id)).filter((kind) => kind === 'completed')).toHaveLength(1);
});

test('a hold and an end at once leave it ended, with a log that says so', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const { id } = await desk.ask();
    for (const step of ['accept', 'start']) await operator.call('PUT', at(id, `/${step}`));
    const [held, ended] = await Promise.all([
      status(second, 'PUT', at(id, '/hold'), {}),
      status(operator, 'PUT', at(id, '/complete')),
    ]);
    expect(ended).toBe(200);
    expect([200, 409]).toContain(held);
    const request = await show(id);
    expect([request.state, request.hold]).toEqual(['completed', undefined]);
    const log = await kinds(id);
    expect(log.at(-1)).toBe('completed');
    expect(log.includes('held')).toBe(held === 200);
  }
});

test('strangers learn nothing of a request by its number, and add nothing', async () => {
  const { id } = await desk.ask();
  await operator.call('PUT', at(id, '/accept'));
  const stranger = await admin.person();
  const foreign = await server.register();
  for (const who of [stranger, foreign]) {
    for (const more of ['', '/comments', '/events', '/clock'])
      expect([more, await status(who, 'GET', at(id, more))]).toEqual([more, 404]);
    expect(await status(who, 'POST', at(id, '/addComment'), { comment: 'x' })).toBe(404);
    expect([403, 404]).toContain(await status(who, 'POST', at(id, '/looking')));
  }
  expect((await kinds(id)).filter((kind) => kind === 'comment')).toEqual([]);
});

test('a search finds what is rare and what stands everywhere, and nothing of others', async () => {
  const { id } = await desk.ask({ description: 'Radiator sings' });
  // More than the share of words that are looked up.
  await server.owner.query(
    `INSERT INTO service_request (organisation_id, center_id, requester_id, service_type_id, priority_id, room_id,
       description, date_required, rank, date_created, date_updated)
     SELECT organisation_id, center_id, requester_id, service_type_id, priority_id, room_id, 'Radiator ticks ' || n,
       date_required, rank, date_created, date_updated FROM service_request, generate_series(1, 60) n WHERE id = $1`,
    [id],
  );
  const found = async (search: string, as: TestUser = admin, more = '') => {
    const query = `search=${encodeURIComponent(search)}${more}`;
    const list = (await as.call('GET', `/maintenance/requests?limit=200&${query}`)).json<ServiceRequest[]>();
    const { count } = (await as.call('GET', `/maintenance/requests/count?${query}`)).json<{
      count: number;
    }>();
    expect(list).toHaveLength(count);
    return list.map(({ description }) => description);
  };
  expect(await found('radiator')).toHaveLength(61);
  expect(await found('RADIATOR', asker, '&state=new')).toHaveLength(61);
  expect(await found('sings')).toEqual(['Radiator sings']);
  expect(await found(`#${id}`)).toContain('Radiator sings');
  expect(await found(`50%_'%1$s`)).toEqual([]);
  expect(await found('radiator', await admin.person())).toEqual([]);
  expect(await found('radiator', await server.register())).toEqual([]);
  const late = (await admin.call('GET', '/maintenance/requests?open=true&orderBy=dueAt&limit=200')).json<
    ServiceRequest[]
  >();
  const { count } = (await admin.call('GET', '/maintenance/requests/count?open=true')).json<{
    count: number;
  }>();
  expect(late).toHaveLength(count);
});
