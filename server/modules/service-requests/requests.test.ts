import { expect, test } from 'vitest';
import type { ServiceRequest, ServiceStats } from '#contract/service-requests.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { image } from '../../../test/tiny-image.ts';
import { serviceDesk } from '../../../test/service-requests.ts';

const server = await testServer();
const desk = await serviceDesk(server);
const { admin, manager, operator, second, asker, ask, draft } = desk;
const at = (id: number, more = '') => `/maintenance/requests/${id}${more}`;
const show = async (id: number, as: TestUser = admin) =>
  (await as.call('GET', at(id))).json<ServiceRequest>();
const step = async (id: number, name: string, as: TestUser = operator, body?: object) =>
  as.call('PUT', at(id, `/${name}`), body);
const count = async (query: string, as: TestUser) =>
  (await as.call('GET', `/maintenance/requests/count?${query}`)).json<{ count: number }>().count;
type Refusal = { error: { code: string; message: string; field?: string } };
const errorOf = (answer: { json(): unknown }) => (answer.json() as Refusal).error;

/** As the documents print it. */
const keys =
  'requestStatus requester requesterPrimaryContact type totalOperatorsNeeded dateRequired contact assetStatus dateUpdated center id' +
  ' fieldValue priority dateCreated scheduledTask operators attachments warning room fields completed supplies valueFields';

test('a new request has every documented attribute, and its center from the type', async () => {
  const request = await ask({ description: 'It <b>drips</b>' });
  expect(Object.keys(request)).toEqual(expect.arrayContaining(keys.split(' ')));
  expect(request).toMatchObject({
    requestStatus: { code: 'new' },
    requester: { id: asker.id },
    contact: { id: asker.id, email: asker.email },
    center: { id: desk.center },
    operators: [],
    attachments: [],
    supplies: [],
    fields: [],
    fieldValue: [],
    warning: {},
    completed: false,
    scheduledTask: false,
    description: 'It <b>drips</b>',
    type: { product: { category: { id: desk.category.id } }, defaultPriority: { id: desk.normal.id } },
  });
  expect(await show(request.id, asker)).toEqual(request);
});

test.each(['dateRequired', 'requester', 'type', 'priority', 'room'])('%s is required', async (name) => {
  for (const value of [undefined, null, '', {}]) {
    const answer = await asker.call('POST', '/maintenance/requests', draft({ [name]: value }));
    expect([value, answer.statusCode]).toEqual([value, 400]);
    expect(errorOf(answer).message).toContain(name);
  }
});

test('a type that needs an asset gets one, kept as it was sent', async () => {
  const type = await desk.type({ assetRequest: true });
  for (const asset of [undefined, null, {}]) {
    const answer = await asker.call('POST', '/maintenance/requests', draft({ type, asset }));
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, 'asset']);
  }
  const request = await ask({ type, asset: { id: '17', name: 'Copier 3' } });
  expect(request.asset).toEqual({ id: 17, name: 'Copier 3' });
});

test('the questions of a type are asked, checked and answered', async () => {
  const fields = [
    { code: 'colour', name: 'Colour', kind: 'choice', choices: ['red', 'blue'], required: true },
    { code: 'size', name: 'Size', kind: 'number' },
    { code: 'since', name: 'Since', kind: 'date' },
    { code: 'loud', name: 'Loud?', kind: 'yes-no' },
  ];
  const type = await desk.type({ fields });
  const attempt = async (fieldValue: object[]) =>
    asker.call('POST', '/maintenance/requests', draft({ type, fieldValue }));
  for (const [given, field] of [
    [[], 'fieldValue.colour'],
    [[{ code: 'colour', value: 'green' }], 'fieldValue.colour'],
    [
      [
        { code: 'colour', value: 'red' },
        { code: 'size', value: 'big' },
      ],
      'fieldValue.size',
    ],
    [
      [
        { code: 'colour', value: 'red' },
        { code: 'since', value: '2027-02-30' },
      ],
      'fieldValue.since',
    ],
    [[{ code: 'other', value: 1 }], 'fieldValue'],
  ] as const) {
    const answer = await attempt([...given]);
    expect([answer.statusCode, errorOf(answer).field]).toEqual([400, field]);
  }
  const answers = [
    { code: 'colour', value: 'red' },
    { code: 'size', value: 2.5 },
    { code: 'loud', value: true },
  ];
  const request = await ask({ type, fieldValue: answers });
  expect(request.fieldValue.map(({ code, value }) => [code, value])).toEqual([
    ['colour', 'red'],
    ['size', '2.5'],
    ['loud', 'true'],
  ]);
  expect(request.valueFields).toEqual(request.fieldValue);
  expect(request.fields.map(({ code }) => code)).toEqual(['colour', 'size', 'since', 'loud']);
});

test('the work goes its way, each operator with a status of their own', async () => {
  const type = await desk.type({ totalOperatorsRequired: 2, SLAMinutes: 60 });
  const { id, dueAt } = await ask({ type });
  expect(dueAt).toBeGreaterThan(Date.now());
  for (const name of ['start', 'hold', 'resume', 'complete'])
    expect([name, (await step(id, name)).statusCode]).toEqual([name, 409]);
  expect((await step(id, 'accept')).json()).toMatchObject({
    requestStatus: { code: 'accp' },
    operators: [{ id: operator.id, status: 'accepted' }],
  });
  // Again: nothing more happens.
  expect((await step(id, 'accept')).statusCode).toBe(200);
  expect((await step(id, 'accept', second)).statusCode).toBe(200);
  expect((await step(id, 'start')).json()).toMatchObject({ state: 'started' });
  const held = (await step(id, 'hold', operator, { note: 'No ladder' })).json<ServiceRequest>();
  expect(held).toMatchObject({ state: 'hold', hold: { note: 'No ladder' } });
  expect(held).not.toHaveProperty('dueAt');
  expect((await step(id, 'resume', second)).json()).toMatchObject({
    state: 'started',
    operators: [
      { id: operator.id, status: 'started' },
      { id: second.id, status: 'started' },
    ],
  });
  expect((await step(id, 'complete')).json()).toMatchObject({ state: 'started', completed: false });
  expect((await step(id, 'complete', second, { signature: image, signedBy: 'Ada' })).json()).toMatchObject({
    completed: true,
    requestStatus: { code: 'comp' },
    signature: { image: true },
    signedBy: 'Ada',
    promiseMet: true,
  });
  for (const name of ['accept', 'reject', 'start', 'hold', 'resume', 'complete'])
    expect([name, (await step(id, name)).statusCode]).toEqual([name, 409]);
  const events = (await asker.call('GET', at(id, '/events'))).json<{ kind: string }[]>();
  expect(events.map(({ kind }) => kind)).toEqual([
    'opened',
    'accepted',
    'accepted',
    'started',
    'held',
    'resumed',
    'part-completed',
    'completed',
  ]);
  const clock = (await asker.call('GET', at(id, '/clock'))).json<{ state: string; lines: unknown[] }>();
  expect(clock.state).toBe('met');
  expect(clock.lines.length).toBeGreaterThan(4);
  expect((await asker.call('PUT', at(id, '/rate'), { stars: 4 })).json()).toMatchObject({
    rating: { stars: 4 },
  });
  expect((await operator.call('PUT', at(id, '/rate'), { stars: 5 })).statusCode).toBe(403);
});

test('what needs an approval waits for it', async () => {
  const type = await desk.type({ approval: true, SLAMinutes: 60 });
  const { id, approval, ...request } = await ask({ type });
  expect([approval, request.dueAt]).toEqual(['awaiting', undefined]);
  expect(errorOf(await step(id, 'accept')).code).toBe('service.awaiting-approval');
  expect((await step(id, 'approve', operator)).statusCode).toBe(403);
  expect((await step(id, 'approve', manager)).json()).toMatchObject({
    approval: 'approved',
    dueAt: expect.any(Number),
  });
  expect((await step(id, 'approve', manager)).statusCode).toBe(409);
  expect((await step(id, 'accept')).statusCode).toBe(200);
  const declined = await ask({ type });
  expect((await step(declined.id, 'decline', manager, { note: 'Too dear' })).json()).toMatchObject({
    state: 'rejected',
    approval: 'declined',
    closingNote: 'Too dear',
  });
});

test('others than the operators of the center are kept away', async () => {
  const request = await ask();
  const colleague = await admin.person();
  const { rows } = await server.owner.query<{ id: string }>(
    `INSERT INTO center (organisation_id, module, code, name)
     SELECT organisation_id, 'maintenance', 'far', 'Far' FROM center WHERE id = $1 RETURNING id`,
    [desk.center],
  );
  const far = await admin.person();
  await admin.call('PUT', `/users/${far.id}/permissions`, [
    { role: 'OPERATOR', center: { id: Number(rows[0]!.id) } },
  ]);
  for (const person of [colleague, far]) {
    expect((await person.call('GET', at(request.id))).statusCode).toBe(404);
    expect((await person.call('GET', at(request.id, '/comments'))).statusCode).toBe(404);
    expect((await step(request.id, 'accept', person)).statusCode).toBe(403);
    expect(await count('', person)).toBe(0);
  }
  expect((await colleague.call('POST', '/maintenance/requests', draft())).statusCode).toBe(403);
  // Who asked may change and cancel it while nobody works on it.
  const edited = await asker.call('PUT', at(request.id), {
    id: String(request.id),
    description: 'Now louder',
  });
  expect(edited.json()).toMatchObject({ description: 'Now louder' });
  await step(request.id, 'accept');
  expect((await asker.call('PUT', at(request.id), { description: 'x' })).statusCode).toBe(409);
  expect((await asker.call('DELETE', at(request.id))).statusCode).toBe(409);
  expect((await manager.call('DELETE', at(request.id))).json()).toEqual({ response: 'Successfully removed' });
  for (const [method, more] of [
    ['GET', ''],
    ['DELETE', ''],
    ['PUT', '/accept'],
    ['PUT', ''],
  ] as const)
    expect(
      (await admin.call(method, at(request.id, more), method === 'PUT' ? {} : undefined)).statusCode,
    ).toBe(404);
});

test('comments are text in HTML, and internal ones stay inside', async () => {
  const { id } = await ask();
  const hostile = `<script>alert('1')</script> & "more"`;
  const first = await asker.call('POST', at(id, '/addComment'), { comment: hostile });
  const { comments } = first.json<{ comments: string }>();
  expect(comments).toMatch(
    /<div class='Content'>&lt;script&gt;alert\(&#39;1&#39;\).*&amp; &quot;more&quot;<\/div><\/div>$/,
  );
  expect(comments.match(/<div/g)!.length).toBe(comments.match(/<\/div>/g)!.length);
  expect(
    (await operator.call('PUT', at(id, '/addComment'), { comment: 'Hm', internal: true })).json(),
  ).toEqual({
    comments: expect.stringContaining('Hm'),
  });
  expect((await asker.call('POST', at(id, '/addComment'), { comment: 'x', internal: true })).statusCode).toBe(
    403,
  );
  const read = async (as: TestUser) =>
    (await as.call('GET', at(id, '/comments'))).json<{ content: string }[]>().map(({ content }) => content);
  expect([await read(asker), await read(operator)]).toEqual([[hostile], [hostile, 'Hm']]);
  expect([(await show(id, asker)).commentCount, (await show(id, operator)).commentCount]).toEqual([1, 2]);
  for (const comment of [undefined, '', ' ', 7])
    expect((await asker.call('POST', at(id, '/addComment'), { comment })).statusCode).toBe(400);
});

test('fifty pictures are taken, and one more is refused with a sentence', async () => {
  const { id } = await ask();
  const add = () => asker.call('POST', at(id, '/attachImage'), { image });
  const answers = await Promise.all(Array.from({ length: 51 }, add));
  const statuses = answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([50, 409]);
  const { attachments } = await show(id);
  expect(attachments.length).toBe(50);
  const file = (as: TestUser) => as.call('GET', `/files/${attachments[0]!.id}`);
  const stranger = await admin.person();
  expect([(await file(asker)).statusCode, (await file(stranger)).statusCode]).toEqual([200, 404]);
  const bad = await asker.call('POST', at(id, '/attachImage'), { image: 'PHN2Zz4=' });
  expect([bad.statusCode, errorOf(bad).field]).toEqual([400, 'image']);
});

test('lists and figures agree, for everybody', async () => {
  const late = await ask({ priority: { id: desk.urgent.id }, dateRequired: Date.now() - 1000 });
  const done = await ask({ dateRequired: Date.now() - 1000 });
  for (const name of ['accept', 'start', 'complete']) await step(done.id, name);
  const removed = await ask({ priority: { id: desk.urgent.id } });
  await step(removed.id, 'accept');
  await admin.call('DELETE', at(removed.id));
  await operator.call('PUT', '/maintenance/requests/assign', {
    requests: [{ id: late.id }],
    operators: [{ id: second.id }],
  });
  for (const person of [admin, manager, operator, second, asker, await admin.person()]) {
    for (const open of ['', 'open=true']) {
      const stats = (await person.call('GET', `/maintenance/requests/stats?${open}`)).json<ServiceStats>();
      expect(stats).toEqual({
        assignedCount: await count(`assigned=me&${open}`, person),
        highPriorityCount: await count(`priority=high&${open}`, person),
        lowPriorityCount: await count(`priority=low&${open}`, person),
        pastDueCount: await count(`pastDue=true&${open}`, person),
        totalCount: await count(open, person),
      });
    }
  }
  const ids = async (query: string, as: TestUser) =>
    (await as.call('GET', `/maintenance/requests/?${query}`)).json<ServiceRequest[]>().map(({ id }) => id);
  const overdue = await ids('pastDue=true', admin);
  expect([overdue.includes(late.id), overdue.includes(done.id)]).toEqual([true, false]);
  expect(await ids('assigned=me', second)).toContain(late.id);
  expect(await ids(`requestTypeId=${desk.plain.id}&priority=high&assigned=&search=`, admin)).toContain(
    late.id,
  );
  expect(await ids('priority=high&limit=1&orderBy=priority.sortOrder&orderByType=desc', admin)).toHaveLength(
    1,
  );
  const worded = await ask({ description: 'Łódź flackert' });
  expect(await ids(`search=${encodeURIComponent('łÓDŹ')}`, asker)).toEqual([worded.id]);
  expect(await ids(`modifiedOrCreatedAfter=${worded.dateUpdated - 1}&limit=1`, asker)).toEqual([worded.id]);
});

test('only operators of the center can be assigned, and all or none', async () => {
  const [one, two] = [await ask(), await ask()];
  const assign = (operators: number[], requests = [one.id, two.id]) =>
    manager.call('PUT', '/maintenance/requests/assign', {
      requests: requests.map((id) => ({ id })),
      operators: operators.map((id) => ({ id })),
    });
  expect(errorOf(await assign([operator.id, asker.id])).field).toBe('operators');
  expect((await show(one.id)).operators).toEqual([]);
  expect(errorOf(await assign([operator.id], [one.id, 999_999_999])).field).toBe('requests[1]');
  expect((await assign([operator.id, second.id])).json()).toEqual({ count: 2, ids: [one.id, two.id] });
  const changed = await manager.call('PUT', at(one.id, '/operators'), { remove: [{ id: second.id }] });
  expect(changed.json()).toMatchObject({ operators: [{ id: operator.id, status: 'assigned' }] });
  // One of several leaves it to the others; the last turns it down.
  expect((await step(two.id, 'reject', second)).json()).toMatchObject({ state: 'new' });
  expect((await step(two.id, 'reject', operator)).json()).toMatchObject({ state: 'rejected' });
  expect((await assign([operator.id])).statusCode).toBe(409);
});

test('who else has a request open is told for a minute', async () => {
  const { id } = await ask();
  const look = async (as: TestUser) =>
    (await as.call('POST', at(id, '/looking')))
      .json<{ others: { id: number }[] }>()
      .others.map((one) => one.id);
  expect([await look(operator), await look(second), await look(operator)]).toEqual([
    [],
    [operator.id],
    [second.id],
  ]);
  await second.call('DELETE', at(id, '/looking'));
  expect(await look(operator)).toEqual([]);
  expect((await asker.call('POST', at(id, '/looking'))).statusCode).toBe(403);
});

test('time and supplies are noted', async () => {
  const { id } = await ask();
  expect(
    (await operator.call('POST', at(id, '/time'), { minutes: 25, note: 'Ladder' })).json(),
  ).toMatchObject([{ user: { id: operator.id }, minutes: 25, note: 'Ladder' }]);
  const used = await operator.call('POST', at(id, '/supplies'), { name: 'Bulb', quantity: 2.5 });
  expect(used.json()).toMatchObject({ supplies: [{ name: 'Bulb', quantity: 2.5 }] });
  expect((await operator.call('POST', at(id, '/time'), { minutes: 0 })).statusCode).toBe(400);
});
