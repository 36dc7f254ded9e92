import { expect, test } from 'vitest';
import { mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
type Alert = {
  id: number;
  notes: string;
  user?: { id: number };
  multipleAlerts: boolean;
  enteredBy?: { id: number };
};
const list = async () => (await desk.clerk.call('GET', '/mail/alerts')).json<Alert[]>();

test('the desk leaves a note, changes it and takes it away', async () => {
  const body = { notes: 'Signs for the whole floor', user: { id: desk.employee.id }, multipleAlerts: 'true' };
  const added = await desk.clerk.call('POST', '/mail/alerts', body);
  expect(added.statusCode).toBe(201);
  const alert = added.json<Alert>();
  expect(alert).toMatchObject({
    notes: body.notes,
    multipleAlerts: true,
    user: { id: desk.employee.id },
    enteredBy: { id: desk.clerk.id },
  });
  expect(await list()).toEqual([alert]);
  const path = `/mail/alerts/${alert.id}`;
  const edited = await desk.manager.call('PUT', path, { notes: 'On leave' });
  expect(edited.json()).toEqual({ ...alert, notes: 'On leave' });
  const nobodys = await desk.manager.call('PUT', path, {
    notes: 'For all',
    user: null,
    multipleAlerts: false,
  });
  expect(nobodys.json()).not.toHaveProperty('user');
  expect((await desk.clerk.call('DELETE', path)).json()).toEqual({ response: 'Successfully removed' });
  expect(await list()).toEqual([]);
  for (const method of ['PUT', 'DELETE'])
    expect((await desk.clerk.call(method, path, { notes: 'A' })).statusCode).toBe(404);
});

test('a repeat with its key adds one note', async () => {
  const options = { headers: { 'idempotency-key': 'alert-1' } };
  const add = () => desk.clerk.call('POST', '/mail/alerts', { notes: 'Once' }, options);
  expect((await add()).json()).toEqual((await add()).json());
  expect((await list()).filter(({ notes }) => notes === 'Once')).toHaveLength(1);
});

test.each([
  ['notes', {}],
  ['notes', { notes: '  ' }],
  ['notes', { notes: 'x'.repeat(1001) }],
  ['user', { notes: 'A', user: { id: 999_999 } }],
])('refuses a wrong %s', async (field, body) => {
  const answer = await desk.clerk.call('POST', '/mail/alerts', body);
  expect([answer.statusCode, answer.json()]).toEqual([400, { error: expect.objectContaining({ field }) }]);
});

test('another organisation neither sees nor touches them, nor leaves one on our people', async () => {
  const { id } = (await desk.clerk.call('POST', '/mail/alerts', { notes: 'Ours' })).json<Alert>();
  const stranger = await desk.server.register();
  expect((await stranger.call('GET', '/mail/alerts')).json()).toEqual([]);
  expect((await stranger.call('PUT', `/mail/alerts/${id}`, { notes: 'Theirs' })).statusCode).toBe(404);
  expect((await stranger.call('DELETE', `/mail/alerts/${id}`)).statusCode).toBe(404);
  const onOurs = { notes: 'A', user: { id: desk.employee.id } };
  expect((await stranger.call('POST', '/mail/alerts', onOurs)).statusCode).toBe(400);
});
