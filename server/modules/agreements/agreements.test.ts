import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';
import { errorOf } from '../../../test/cost-centers.ts';
import { openRecords } from '../../../test/open-records.ts';

const server = await testServer();
const admin = await server.register();
const agreements = openRecords(admin, '/agreements', { type: 'lease' });

test('attributes that nobody foresaw are kept and answered exactly', () =>
  agreements.keepsUnknownAttributes());
test('parallel edits of one agreement lose no attribute', () => agreements.losesNothingInParallel());
test('bad input is refused and changes nothing', () => agreements.refusesBadInput());
test('agreements are kept by site administrators, each organisation its own', async () =>
  agreements.isKeptByAdministratorsOfItsOrganisation(await server.register()));

test('a type is any value that is not empty', async () => {
  for (const type of ['lease', 7, false, { id: 3, name: 'Lease' }, ['a']]) {
    const made = await agreements.post({ type });
    expect(made.type).toEqual(type);
    expect((await agreements.put(made.id, { name: 'A' })).json()).toMatchObject({ type, name: 'A' });
    expect((await agreements.put(made.id, { type: 'other' })).json()).toMatchObject({ type: 'other' });
  }
  const { id } = await agreements.post({ type: 'kept' });
  for (const body of [{}, { type: null }, { type: '' }, { type: ' ' }, { type: {} }, { type: [] }]) {
    const answer = await admin.call('POST', '/agreements', body);
    expect([body, answer.statusCode, errorOf(answer).field]).toEqual([body, 400, 'type']);
    if (!('type' in body)) continue;
    const edit = await agreements.put(id, body);
    expect([body, edit.statusCode, errorOf(edit).field]).toEqual([body, 400, 'type']);
  }
  expect((await agreements.get(id)).type).toBe('kept');
});

test('agreements are searched and ordered by name, code and type', async () => {
  const one = await agreements.post({ type: 'Maintenance Q', name: 'Beta' });
  const two = await agreements.post({ type: { name: 'q lease' }, code: 'MQ-1', name: 'Alpha' });
  const found = async (query: string) => (await agreements.list(query)).map(({ id }) => id);
  expect(await found('?search=nce%20q')).toEqual([one.id]);
  expect(await found('?search=mq-')).toEqual([two.id]);
  expect(await found('?search=q&orderBy=name')).toEqual([two.id, one.id]);
  expect((await admin.call('GET', '/agreements/count?search=Q')).json()).toEqual({ count: 2 });
});
