import { expect, test } from 'vitest';
import type { MoveRequest } from '#contract/moves.ts';
import type { Message } from '#server/lib/mailer.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { moveDesk } from '../../../test/moves.ts';
import { sendMoveLetters } from './service.ts';

const server = await testServer();
const desk = await moveDesk(server);
const { admin, asker, mover, boss, manager, worker } = desk;
const other = await admin.person();
const put = (id: number, body: object, by: TestUser) => by.call('PUT', `/move/requests/${id}`, body);
const refused = (status: number, words: RegExp) => ({
  statusCode: status,
  body: expect.stringMatching(words),
});

test('anybody files; who manages nobody on it does not approve, by whatever way, and nothing changes', async () => {
  for (const body of [
    { approved: true },
    { status: desk.status('apr') },
    { status: desk.status('sub'), approved: true, approvedBy: { id: boss.id } },
    { status: desk.status('sub') },
    { status: desk.status('0') },
  ])
    expect(await desk.file(body)).toMatchObject(refused(403, /manager of everybody/));
  const made = await desk.filed();
  expect(made.allowed).toEqual(['edit', 'remove']);
  for (const body of [
    { approved: true },
    { status: desk.status('apr') },
    { approved: 'true', description: 'x' },
  ])
    expect(await put(made.id, body, asker)).toMatchObject(refused(403, /can approve/));
  expect(await desk.step(made.id, 'approve', asker)).toMatchObject(refused(403, /can approve/));
  expect(await desk.show(made.id, asker)).toEqual(made);
});

test('the manager of everybody who moves approves; the manager of one of two does not; managers of the center do', async () => {
  const [one, two] = [
    await desk.filed(),
    await desk.filed({ items: [desk.person(mover.id), desk.person(other.id)] }),
  ];
  expect((await desk.step(one.id, 'approve', boss)).json()).toMatchObject({
    approved: true,
    approvedBy: { id: boss.id },
    status: { code: 'apr' },
  });
  expect((await desk.step(two.id, 'approve', boss)).statusCode).toBe(403);
  expect((await desk.step(two.id, 'approve', worker)).statusCode).toBe(403);
  expect(
    (await desk.get<MoveRequest[]>('/move/requests?toApprove=true', boss)).map(({ id }) => id),
  ).not.toContain(two.id);
  expect(
    (await desk.get<MoveRequest[]>('/move/requests?toApprove=true', manager)).map(({ id }) => id),
  ).toContain(two.id);
  expect((await desk.step(two.id, 'approve', manager)).statusCode).toBe(200);
  const thing = await desk.filed({ items: [{ type: desk.type('Move Office Equipment'), name: 'Printer' }] });
  expect((await desk.step(thing.id, 'approve', boss)).statusCode).toBe(404);
  // Approved by who manages one alone, nobody else can be put on it.
  const grown = await put(
    one.id,
    { items: [...one.items.map(({ id }) => ({ id })), desk.person(other.id)] },
    boss,
  );
  expect(grown).toMatchObject(refused(403, /not the manager of everybody/));
  expect((await desk.show(one.id)).items).toHaveLength(1);
});

test('a manager may take their people off a move, after which it is none of theirs', async () => {
  const { id } = await desk.filed();
  expect((await put(id, { items: [desk.person(other.id)] }, boss)).json()).toMatchObject({
    items: [{ user: { id: other.id } }],
    allowed: [],
  });
  expect((await boss.call('GET', `/move/requests/${id}`)).statusCode).toBe(404);
});

test('once approved it is locked to who may not re-open it; they still comment, and re-opening unlocks', async () => {
  const made = await desk.filed();
  expect((await put(made.id, { description: 'Mine', date: 5 }, asker)).statusCode).toBe(200);
  expect((await put(made.id, { description: 'Theirs' }, mover)).statusCode).toBe(403);
  await desk.step(made.id, 'approve', boss);
  for (const by of [asker, worker])
    expect(await put(made.id, { description: 'Late' }, by)).toMatchObject(refused(409, /locked/));
  const whole = await desk.show(made.id, asker);
  expect((await put(made.id, whole, asker)).statusCode).toBe(200);
  expect((await put(made.id, { comments: [{ content: 'Please hurry' }] }, asker)).statusCode).toBe(200);
  const said = await asker.call('POST', `/move/requests/${made.id}/addComment`, { comment: 'Łódź <b>' });
  expect(said.json<MoveRequest>().comments.map(({ content }) => content)).toEqual([
    'Please hurry',
    'Łódź <b>',
  ]);
  expect((await put(made.id, { approved: false }, asker)).statusCode).toBe(403);
  expect((await put(made.id, { approved: false }, boss)).json()).toMatchObject({
    approved: false,
    status: { code: 'pen' },
  });
  expect((await put(made.id, { description: 'Better' }, asker)).statusCode).toBe(200);
  expect(await desk.step(made.id, 'reject', boss)).toMatchObject(refused(400, /The body|note/));
  await desk.step(made.id, 'reject', boss, { note: 'Not this year' });
  const events = await desk.get<{ kind: string; note?: string }[]>(`/move/requests/${made.id}/events`, asker);
  expect(events.at(-1)).toMatchObject({ kind: 'rejected', note: 'Not this year', by: { id: boss.id } });
  expect(events.map(({ kind }) => kind)).toContain('changed');
});

test('a request is seen by whom it concerns, and an exit not by who leaves', async () => {
  const stranger = await admin.person();
  const made = await desk.filed();
  const exit = await desk.filed({ items: [{ type: desk.type('Exiting Employee'), user: { id: mover.id } }] });
  for (const by of [asker, mover, boss, manager, worker, admin])
    expect((await by.call('GET', `/move/requests/${made.id}`)).statusCode).toBe(200);
  expect((await stranger.call('GET', `/move/requests/${made.id}`)).statusCode).toBe(404);
  expect((await mover.call('GET', `/move/requests/${exit.id}`)).statusCode).toBe(404);
  expect((await boss.call('GET', `/move/requests/${exit.id}`)).statusCode).toBe(200);
  const ids = async (by: TestUser) =>
    (await desk.get<MoveRequest[]>('/move/requests?orderBy=id&orderByType=desc', by)).map(({ id }) => id);
  expect([await ids(stranger), (await ids(mover)).includes(exit.id)]).toEqual([[], false]);
  expect((await ids(boss)).slice(0, 2)).toEqual([exit.id, made.id]);
  expect((await desk.step(made.id, 'approve', stranger)).statusCode).toBe(404);
  expect((await mover.call('DELETE', `/move/requests/${made.id}`)).statusCode).toBe(403);
  expect((await asker.call('DELETE', `/move/requests/${made.id}`)).statusCode).toBe(200);
});

test('a repeat with the same key is one request, and a stale edit none', async () => {
  const body = { status: desk.status('pen'), description: 'Once' };
  const headers = { 'idempotency-key': 'move-once' };
  const [one, two] = [1, 2].map(() => asker.call('POST', '/move/requests', body, { headers }));
  expect((await one)!.json<MoveRequest>().id).toBe((await two)!.json<MoveRequest>().id);
  const { id, dateUpdated } = (await one)!.json<MoveRequest>();
  const edit = (description: string) =>
    asker.call(
      'PUT',
      `/move/requests/${id}`,
      { description },
      { headers: { 'if-match': `"${dateUpdated}"` } },
    );
  expect([(await edit('First')).statusCode, (await edit('Second')).statusCode]).toEqual([200, 409]);
});

test('letters go to who asked, who moves and who decides, never to who acted; not in quiet times', async () => {
  const sent: Message[] = [];
  const mailer = { close: async () => {}, send: async (message: Message) => void sent.push(message) };
  const noon = new Date('2027-03-03T11:00:00Z');
  const flush = async (now = noon) => {
    sent.length = 0;
    await server.owner.query('UPDATE move_letter SET due = now() WHERE due IS NOT NULL');
    await sendMoveLetters({ ...server.deps, mailer }, undefined, now);
    return sent.map(({ to }) => to).toSorted();
  };
  await flush();
  const room = await desk.space(1);
  const { id } = await desk.filed({
    items: [desk.person(mover.id, { toRoom: { id: room } })],
    date: Date.UTC(2027, 2, 5),
  });
  expect(await flush(new Date('2027-03-03T02:00:00Z'))).toEqual([]);
  expect(await flush()).toEqual([boss.email]);
  expect(sent[0]!.text).toMatch(new RegExp(`waits for your approval[^]*|/moves\\?open=${id}`));
  await desk.step(id, 'approve', boss, { note: 'Good\r\nBcc: x' });
  expect(await flush()).toEqual([asker.email, mover.email].toSorted());
  const theirs = sent.find(({ to }) => to === mover.email)!;
  expect(theirs.text).toMatch(/On 2027-03-05, to A\d+, A\d+, A\d+\n/);
  expect(theirs.text).toContain('It was approved (');
  expect(theirs.text).toContain('Good Bcc: x');
  expect(await flush()).toEqual([]);
});
