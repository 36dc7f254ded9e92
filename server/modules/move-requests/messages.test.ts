import { expect, test } from 'vitest';
import type { MoveEvent } from '#contract/moves-work.ts';
import type { Message } from '#server/lib/mailer.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { moveDesk } from '../../../test/moves.ts';
import { sendMoveLetters } from './service.ts';

const server = await testServer();
const desk = await moveDesk(server);
const { admin, asker, mover, boss, worker } = desk;
const sent: Message[] = [];
const mailer = { close: async () => {}, send: async (message: Message) => void sent.push(message) };
const flush = async () => {
  sent.length = 0;
  await server.owner.query('UPDATE move_letter SET due = now() WHERE due IS NOT NULL');
  await sendMoveLetters({ ...server.deps, mailer }, undefined, new Date('2027-03-03T11:00:00Z'));
  return sent.map(({ to }) => to).toSorted();
};
const write = (id: number, by: TestUser, body: object, key = `${Math.random()}`) =>
  by.call('POST', `/move/requests/${id}/messages`, body, { headers: { 'idempotency-key': key } });
const messagesFor = async (id: number, by: TestUser) =>
  (await desk.get<MoveEvent[]>(`/move/requests/${id}/events`, by)).flatMap(({ kind, note, to }) =>
    kind === 'message' ? [[to, note]] : [],
  );

test('a message is mailed to those whom it is for, whole and line by line, and read by nobody else', async () => {
  const leaver = await admin.person();
  const { id } = await desk.filed({
    items: [desk.person(mover.id), { type: desk.type('Exiting Employee'), user: { id: leaver.id } }],
  });
  await flush();
  const long = `Boxes on Thursday\n\nŁódź ${'x'.repeat(900)}`;
  for (const [to, readers] of [
    ['requester', [asker.email]],
    ['movees', [mover.email]],
    ['everybody', [asker.email, mover.email].toSorted()],
  ] as const) {
    const answer = await write(id, worker, { text: to === 'movees' ? long : to, to });
    expect([answer.statusCode, answer.json()]).toEqual([201, { people: readers.length }]);
    expect(await flush()).toEqual(readers);
    if (to === 'movees')
      expect(sent[0]!.text).toContain(`    Boxes on Thursday\n\n    Łódź ${'x'.repeat(900)}`);
  }
  const all = [
    ['requester', 'requester'],
    ['movees', long],
    ['everybody', 'everybody'],
  ];
  expect(await messagesFor(id, worker)).toEqual(all);
  expect(await messagesFor(id, asker)).toEqual([all[0], all[2]]);
});

test('who neither decides nor works on it writes no message; one for nobody is refused; a repeat is one', async () => {
  const { id } = await desk.filed();
  await flush();
  for (const by of [asker, mover])
    expect(await write(id, by, { text: 'Hi', to: 'everybody' })).toMatchObject({
      statusCode: 403,
      body: expect.stringContaining('You can comment'),
    });
  const stranger = await admin.person();
  expect((await write(id, stranger, { text: 'Hi', to: 'everybody' })).statusCode).toBe(404);
  for (const [body, field] of [
    [{ text: ' ', to: 'everybody' }, 'text'],
    [{ text: 'x'.repeat(4001), to: 'everybody' }, 'text'],
    [{ text: 'Hi', to: 'all' }, 'to'],
    [{ text: 'Hi' }, 'to'],
  ] as const)
    expect(await write(id, boss, body)).toMatchObject({
      statusCode: 400,
      body: expect.stringContaining(`"field":"${field}"`),
    });
  const [one, two] = [1, 2].map(() => write(id, boss, { text: 'Once', to: 'movees' }, 'message-once'));
  expect([(await one)!.json(), (await two)!.json()]).toEqual([{ people: 1 }, { people: 1 }]);
  expect(await messagesFor(id, mover)).toEqual([['movees', 'Once']]);
  const own = await desk.filed({ items: [] }, worker);
  expect(await write(own.id, worker, { text: 'Hi', to: 'everybody' })).toMatchObject({
    statusCode: 409,
    body: expect.stringContaining('"field":"to"'),
  });
});
