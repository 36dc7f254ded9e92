import { expect, test } from 'vitest';
import type { MoveBoard, MoveSpace } from '#contract/moves-board.ts';
import type { MoveItemTask } from '#contract/moves-work.ts';
import type { MoveRequest, MoveTask } from '#contract/moves.ts';
import { testServer } from '../../../test/app.ts';
import { moveDesk } from '../../../test/moves.ts';
import { make } from '../../../test/records.ts';

const server = await testServer();
const desk = await moveDesk(server);
const { admin, asker, mover, boss, manager, worker } = desk;
const task = (name: string) => desk.tasks.find((one) => one.name === name)!.id;
const [furniture, network] = [task('Furniture'), task('Network Services')];
const room = await desk.space(2);
const tasksValueMap = {
  [furniture]: { whiteBoard: true, notes: 'By the window', deskChair: '' },
  [network]: {},
};
const filed = (date = Date.UTC(2027, 2, 5)) =>
  desk.filed({ date, items: [desk.person(mover.id, { toRoom: { id: room }, tasksValueMap })] });
const list = (query: string, by = worker) => desk.get<MoveItemTask[]>(`/move/checklist?${query}`, by);

test('the teams have one list of what is to be done, and tick it off', async () => {
  const made = await filed();
  const item = made.items[0]!.id;
  expect(await list('done=false')).toEqual([]); // nobody has approved it
  expect(await list(`requestId=${made.id}`)).toHaveLength(2);
  await desk.step(made.id, 'approve', boss);
  const open = await list('done=false&orderBy=task.name');
  expect(open).toMatchObject([
    {
      request: { id: made.id, status: { code: 'apr' } },
      item: { id: item, user: { id: mover.id }, toRoom: { id: room } },
      task: { id: furniture },
      answers: [
        { code: 'whiteBoard', value: 'true' },
        { code: 'notes', value: 'By the window' },
      ],
      done: false,
    },
    { task: { id: network }, answers: [] },
  ]);
  const floor = open[0]!.item.toRoom!.floor;
  for (const [query, count] of [
    [`taskId=${network}`, 1],
    [`buildingId=${floor.building.id}`, 2],
    ['buildingId=999999', 0],
    [`until=${Date.UTC(2027, 2, 5)}`, 0],
    [`from=${Date.UTC(2027, 2, 5)}`, 2],
    ['search=FURN', 1],
  ] as const) {
    expect([query, (await list(query)).length]).toEqual([query, count]);
    expect([
      query,
      (await desk.get<{ count: number }>(`/move/checklist/count?${query}`, worker)).count,
    ]).toEqual([query, count]);
  }
  const path = `/move/items/${item}/tasks/${furniture}`;
  expect((await asker.call('PUT', path, { done: true })).statusCode).toBe(403);
  expect((await (await admin.person()).call('PUT', path, { done: true })).statusCode).toBe(404);
  const ticked = await worker.call('PUT', path, { done: true, note: 'Two chairs' });
  expect(ticked.json()).toMatchObject({ done: true, doneBy: { id: worker.id }, note: 'Two chairs' });
  expect((await desk.show(made.id)).tasks).toEqual({ total: 2, done: 1 });
  expect((await list('done=true')).map((line) => line.task.id)).toEqual([furniture]);
  expect((await worker.call('PUT', path, { done: false })).json()).toMatchObject({
    done: false,
    note: 'Two chairs',
  });
  const events = await desk.get<{ kind: string; note?: string }[]>(`/move/requests/${made.id}/events`);
  expect(events.slice(-2)).toMatchObject([
    { kind: 'task-done', note: expect.stringMatching(/^Furniture: /) },
    { kind: 'task-open' },
  ]);
  for (const [body, field] of [
    [{ done: 'perhaps' }, 'done'],
    [{ serviceRequest: { id: 999_999 } }, 'serviceRequest'],
    [{ note: {} }, 'note'],
  ] as const)
    expect(await worker.call('PUT', path, body)).toMatchObject({
      statusCode: 400,
      body: expect.stringContaining(field),
    });
  expect((await worker.call('PUT', `/move/items/${item}/tasks/999999`, { done: true })).statusCode).toBe(404);
});

test('a service request made from a task ticks it when it is completed', async () => {
  const serviceType = await make(desk.site, 'serviceType');
  const made = await filed();
  await desk.step(made.id, 'approve', boss);
  const path = `/move/items/${made.items[0]!.id}/tasks/${furniture}`;
  const asked = (body?: object) => manager.call('POST', `${path}/serviceRequest`, body);
  expect(await asked()).toMatchObject({ statusCode: 400, body: expect.stringContaining('type') });
  const edited = await manager.call('PUT', `/move/settings/tasks/${furniture}`, {
    serviceType: { id: serviceType },
  });
  expect(edited.json<MoveTask>().serviceType!.id).toBe(serviceType);
  const answer = await asked({});
  expect([answer.statusCode, answer.json<MoveItemTask>().serviceRequest?.state]).toEqual([201, 'new']);
  const { id } = answer.json<MoveItemTask>().serviceRequest!;
  expect((await asked()).statusCode).toBe(409);
  const request = await desk.get<{ description: string; room: { id: number } }>(
    `/maintenance/requests/${id}`,
  );
  expect(request).toMatchObject({
    room: { id: room },
    description: expect.stringContaining('White Board?: true'),
  });
  for (const step of ['accept', 'start', 'complete'])
    await admin.call('PUT', `/maintenance/requests/${id}/${step}`);
  const [line] = await list(`requestId=${made.id}&taskId=${furniture}`);
  expect(line).toMatchObject({
    done: true,
    doneAt: expect.any(Number),
    serviceRequest: { id, state: 'completed' },
  });
  expect((await desk.show(made.id)).tasks.done).toBe(1);
});

test('managers of the center change what is asked; a task out of use stays where it stands', async () => {
  const add = await manager.call('POST', '/move/settings/tasks', {
    name: 'Keys',
    fields: [{ name: 'Door No.?' }, { name: 'Door No.' }],
  });
  expect(add.json<MoveTask>()).toMatchObject({
    name: 'Keys',
    fields: [{ code: 'doorNo' }, { code: 'doorNo2' }],
  });
  const keys = add.json<MoveTask>();
  const [door, second] = keys.fields;
  const path = `/move/settings/tasks/${keys.id}`;
  const fields = [
    { code: 'doorNo2', name: 'Door' },
    { name: 'Floor', code: 'floor' },
  ];
  const renamed = (await manager.call('PUT', path, { name: 'Badges', fields })).json<MoveTask>();
  expect(renamed).toMatchObject({
    name: 'Badges',
    fields: [{ id: second!.id, code: 'doorNo2', name: 'Door' }, { code: 'floor' }],
  });
  for (const bad of [
    { fields: [door, door] },
    { fields: [{ code: 'doorNo2', name: '' }] },
    { name: ' ' },
    { serviceType: { id: 999_999 } },
  ])
    expect((await manager.call('PUT', path, bad)).statusCode).toBe(400);
  const made = await desk.filed({
    items: [desk.person(mover.id, { tasksValueMap: { [keys.id]: { floor: '1' } } })],
  });
  expect((await manager.call('DELETE', path)).statusCode).toBe(200);
  expect((await manager.call('DELETE', path)).statusCode).toBe(404);
  expect((await list(`requestId=${made.id}`)).map((line) => line.task.name)).toEqual(['Badges']);
  expect((await desk.get<MoveTask[]>('/move/tasks')).map(({ id }) => id)).not.toContain(keys.id);
  const { id } = desk.type('Employee Move');
  const before = desk.types.find((one) => one.id === id)!.fields;
  const more = [...before, { name: 'Start day' }];
  const type = (await manager.call('PUT', `/move/settings/types/${id}`, { fields: more })).json<{
    fields: { code: string }[];
  }>();
  expect(type.fields.at(-1)).toMatchObject({ code: 'startDay' });
  expect((await worker.call('PUT', `/move/settings/types/${id}`, { name: 'x' })).statusCode).toBe(403);
});

test('what is left of a space counts who sits there, who comes and who leaves by approved moves until the date', async () => {
  const [from, to] = [await desk.space(1), await desk.space(1)];
  const mover = await admin.person();
  await admin.call('PUT', `/users/${mover.id}`, { manager: { id: boss.id } });
  await admin.call('PUT', `/users/${mover.id}`, { room: { id: from } });
  const made = await desk.filed({
    date: Date.UTC(2030, 0, 2),
    items: [desk.person(mover.id, { toRoom: { id: to } })],
  });
  const left = async (more: string) => {
    const spaces = await desk.get<MoveSpace[]>(
      `/move/spaces?roomId=${from},${to}&left=0&orderBy=id&${more}`,
      asker,
    );
    return spaces.map((space) => [space.people, space.arriving, space.leaving, space.left]);
  };
  expect(await left(`date=${Date.UTC(2030, 0, 3)}`)).toEqual([
    [1, 0, 0, 0],
    [0, 0, 0, 1],
  ]);
  await desk.step(made.id, 'approve', boss);
  expect(await left(`date=${Date.UTC(2030, 0, 3)}`)).toEqual([
    [1, 0, 1, 1],
    [0, 1, 0, 0],
  ]);
  for (const query of [
    '',
    `date=${Date.UTC(2030, 0, 1)}`,
    `date=${Date.UTC(2030, 0, 3)}&requestId=${made.id}`,
  ])
    expect(await left(query)).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
  const free = await desk.get<MoveSpace[]>(`/move/spaces?roomId=${from},${to}`, asker);
  expect(free.map(({ id }) => id)).toEqual([to]);
});

test('the board has cards and counts in one answer, the table a row an item', async () => {
  const made = await filed(Date.UTC(2031, 0, 1));
  const [since, until] = [Date.UTC(2031, 0, 1), Date.UTC(2031, 0, 2)];
  const board = await desk.get<MoveBoard>(`/move/board?from=${since}&until=${until}`, asker);
  expect(board.counts).toEqual({ pen: 1, apr: 0, sub: 0, don: 0, '0': 0 });
  expect(board.cards).toMatchObject([
    {
      id: made.id,
      status: 'pen',
      people: 1,
      items: 1,
      tasks: { total: 2, done: 0 },
      conflicts: expect.any(Number),
      names: [expect.any(String)],
      to: [expect.any(String)],
    },
  ]);
  await desk.filed({ description: '=1+1', items: [] }, asker);
  const table = await asker.call('GET', '/move/requests.csv?search=%3D1');
  expect(table.headers['content-type']).toContain('text/csv');
  expect(table.body.split('\r\n')[1]).toContain(`,'=1+1,`);
  const rows = (await asker.call('GET', `/move/requests.csv?from=${since}&until=${until}`)).body.split(
    '\r\n',
  );
  expect(rows[1]).toContain('2031-01-01,Pending,no');
});

// What looks at every item once a request, and not once a list, runs into the time that a statement may take.
test('lists of thousands answer whoever looks, found by people and words', async () => {
  const { organisation } = desk.site;
  await server.owner.query(
    `WITH made AS (
       INSERT INTO move_request (organisation_id, center_id, requester_id, move_status_id, description, date)
       SELECT $1, (SELECT min(id) FROM center WHERE organisation_id = $1 AND module = 'move'), $2, $3, 'Bulk ' || n,
         now() + n * interval '1 hour' FROM generate_series(1, 10000) n RETURNING id)
     INSERT INTO move_item (organisation_id, move_request_id, nth, move_request_type_id, user_id, to_room_id)
     SELECT $1, id, 1, $4, $5, $6 FROM made`,
    [organisation, asker.id, desk.status('pen').id, desk.type('Employee Move').id, mover.id, room],
  );
  await server.owner.query('ANALYZE move_request, move_item');
  const page = await desk.get<MoveRequest[]>('/move/requests?limit=50&orderBy=date&startAt=5000', admin);
  for (const by of [asker, mover, boss]) {
    expect(await desk.get('/move/requests?search=bulk%2099&limit=50', by)).toHaveLength(50);
    expect(
      (await desk.get<{ count: number }>('/move/requests/count?statusCode=pen', by)).count,
    ).toBeGreaterThan(9999);
  }
  expect((await desk.get<MoveBoard>('/move/board?limit=100')).cards.length).toBeGreaterThan(99);
  expect(page).toHaveLength(50);
});
