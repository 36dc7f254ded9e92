import { expect, test } from 'vitest';
import { assetCode } from '#contract/assets.ts';
import type { FindKind, FindResult } from '#contract/find.ts';
import type { TestUser } from '../../../test/app.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';
import { make, type Site } from '../../../test/records.ts';

const desk = mailDesk();
const find = async (q: string, as: TestUser = desk.admin, more = '') => {
  const answer = await as.call('GET', `/find?q=${encodeURIComponent(q)}${more}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<FindResult[]>();
};
const ids = (found: FindResult[], kind: FindKind) =>
  found.filter((one) => one.kind === kind).map(({ id }) => id);
const send = async <T>(
  path: string,
  body: object,
  as: TestUser = desk.admin,
  method: 'POST' | 'PUT' = 'POST',
) => (await as.call(method, path, body)).json<T>();
const first = async (path: string) =>
  (await desk.admin.call('GET', `${path}?limit=1`)).json<{ id: number }[]>()[0]!.id;

async function site(word: string): Promise<Site> {
  const { rows } = await desk.server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [desk.admin.id],
  );
  return { server: desk.server, admin: desk.admin, organisation: rows[0]!.organisation, word };
}
async function space(name: string) {
  const building = await send<{ id: number }>('/buildings', { name: 'Harbour House' });
  const floor = await send<{ id: number }>('/floors', { name: '2nd', building: { id: building.id } });
  const room = { name, floor: { id: floor.id }, type: { id: await first('/rooms/types') } };
  return (await send<{ id: number }>('/rooms', room)).id;
}

test('one call finds every kind, and says of each what it is', async () => {
  const person = await desk.admin.person();
  await send(
    `/users/${person.id}`,
    { firstName: 'Zuzanna', lastName: 'Quill', jobTitle: 'Lawyer' },
    desk.admin,
    'PUT',
  );
  const room = await space('Quill corner');
  const model = { id: await first('/assets/models') };
  const asset = await send<{ id: number }>('/assets', { model, name: 'Quill pen', owner: { id: person.id } });
  const parcel = await desk.scan({ trackingNumber: 'QUILL77', toUser: { id: person.id } });
  const request = await make(await site('Other'), 'serviceRequest');
  await send(`/maintenance/requests/${request}`, { description: 'The quill is blunt' }, desk.admin, 'PUT');
  const found = await find('quill');
  expect(found).toMatchObject([
    { kind: 'person', id: person.id, title: 'Zuzanna Quill', parts: ['Lawyer'] },
    { kind: 'space', id: room, title: 'Quill corner', parts: [expect.any(String), '2nd', 'Harbour House'] },
    {
      kind: 'asset',
      id: asset.id,
      title: 'Quill pen',
      parts: expect.arrayContaining([assetCode(asset.id), 'Zuzanna Quill']),
    },
    { kind: 'parcel', id: parcel.id, title: 'QUILL77', state: 'IN' },
    { kind: 'request', id: request, state: 'new' },
  ]);
  expect((await find('quill', desk.admin, '&kinds=space,asset')).map(({ kind }) => kind)).toEqual([
    'space',
    'asset',
  ]);
  // A mistyped name still finds them, when nothing bears it.
  expect(ids(await find('Zuzana Qiull'), 'person')).toEqual([person.id]);
  expect(ids(await find('Quill cornre'), 'space')).toEqual([room]);
});

test('what is written on it comes first, and once', async () => {
  const number = freshNumber();
  const { id } = await desk.scan({ trackingNumber: number, toUser: { id: desk.employee.id } });
  const other = await desk.scan({ trackingNumber: `${number} again`, toUser: { id: desk.employee.id } });
  const found = await find(number);
  expect(found[0]).toMatchObject({ kind: 'parcel', id, exact: true });
  expect(ids(found, 'parcel')).toEqual([id, other.id]);
  const model = { id: await first('/assets/models') };
  const asset = await send<{ id: number }>('/assets', { model, localUID: 'TAG-1' });
  expect((await find(' tag-1 '))[0]).toMatchObject({ kind: 'asset', id: asset.id, exact: true });
});

test('nobody finds what they may not see: parcels, requests, moves of others', async () => {
  const theirs = await desk.scan({ trackingNumber: 'Secret 1', toUser: { id: desk.manager.id } });
  const own = await desk.scan({ trackingNumber: 'Secret 2', toUser: { id: desk.employee.id } });
  const there = await site('Secret');
  const [request, move] = [await make(there, 'serviceRequest'), await make(there, 'moveRequest')];
  const all = await find('secret', desk.admin, '&limit=20');
  expect(ids(all, 'parcel')).toEqual([own.id, theirs.id]);
  expect(ids(all, 'request')).toContain(request);
  expect(ids(all, 'move')).toContain(move);

  const seen = await find('secret', desk.employee, '&limit=20');
  expect(ids(seen, 'parcel')).toEqual([own.id]);
  expect([...ids(seen, 'request'), ...ids(seen, 'move')]).toEqual([]);
  expect(ids(await find('Secret 1', desk.employee), 'parcel')).toEqual([]);
  expect(await find('secret', await desk.server.register())).toEqual([]);
});

test('nothing asked for, nothing found; what cannot be asked for is refused by name', async () => {
  for (const q of ['', '  ', '%', 'zzzzzz qqqqq']) expect(await find(q)).toEqual([]);
  for (const [query, field] of [
    ['q=a&limit=x', 'limit'],
    ['q=a&kinds=people', 'kinds[0]'],
    ['q=%00', 'q'],
  ] as const) {
    const answer = await desk.admin.call('GET', `/find?${query}`);
    expect([answer.statusCode, answer.json<{ error: { field: string } }>().error.field]).toEqual([
      400,
      field,
    ]);
  }
});
