import { expect, test } from 'vitest';
import { testServer } from '../../../test/app.ts';

const server = await testServer();
const admin = await server.register();
const centers = (await admin.call('GET', '/centers')).json<{ id: number; name: string; module: string }[]>();
const mail = centers.find(({ module }) => module === 'mail')!;
const copy = centers.find(({ module }) => module === 'copy')!;
const held = async (id: number) =>
  (await admin.call('GET', `/users/${id}/permissions`))
    .json<{ role: string; center: { id: number } }[]>()
    .map(({ role, center }) => `${role} ${center.id}`);

test('the set is replaced whole, answers the user, and names its centers', async () => {
  const { id } = await admin.person({ copy: 'CUSTOMER' });
  const wanted = [
    { role: 'operator', center: { id: String(mail.id), name: 'ignored' } },
    { role: 'MANAGER', center: { id: mail.id } },
    { role: 'OPERATOR', center: { id: mail.id } },
  ];
  const answer = await admin.call('PUT', `/users/${id}/permissions`, wanted);
  expect([answer.statusCode, answer.json<{ id: number }>().id]).toEqual([200, id]);
  expect(await held(id)).toEqual([`MANAGER ${mail.id}`, `OPERATOR ${mail.id}`]);
  expect((await admin.call('GET', `/users/${id}/permissions`)).json()).toContainEqual({
    role: 'OPERATOR',
    center: { id: mail.id, name: mail.name, module: 'mail', code: expect.any(String) },
  });
  expect((await admin.call('GET', `/users/${id}/permissions/count`)).json()).toEqual({ count: 2 });
  expect((await admin.call('GET', `/users/${id}/permissions?limit=1&startAt=1`)).json()).toHaveLength(1);
  expect((await admin.call('PUT', `/users/${id}/permissions`, [])).statusCode).toBe(200);
  expect(await held(id)).toEqual([]);
});

test('one wrong element, and nothing is changed', async () => {
  const stranger = await server.register();
  const foreign = (await stranger.call('GET', '/centers')).json<{ id: number }[]>()[0]!;
  const { id } = await admin.person({ copy: 'OPERATOR' });
  const good = { role: 'OPERATOR', center: { id: mail.id } };
  for (const [body, field] of [
    [[good, { role: 'KING', center: { id: mail.id } }], '[1].role'],
    [[good, { role: 'OPERATOR' }], '[1].center'],
    [[good, { role: 'OPERATOR', center: {} }], '[1].center.id'],
    [[good, { role: 'OPERATOR', center: { id: 999_999 } }], '[1].center'],
    [[good, { role: 'OPERATOR', center: { id: foreign.id } }], '[1].center'],
    [[good, { center: { id: mail.id } }], '[1].role'],
    [[good, null], '[1]'],
    [[good, 'OPERATOR'], '[1]'],
    [good, undefined],
    ['OPERATOR', undefined],
  ] as const) {
    const answer = await admin.call('PUT', `/users/${id}/permissions`, JSON.stringify(body), {
      headers: { 'content-type': 'application/json' },
    });
    const { error } = answer.json<{ error: { field?: string } }>();
    expect([answer.statusCode, error.field]).toEqual([400, field]);
  }
  expect(await held(id)).toEqual([`OPERATOR ${copy.id}`]);
  expect((await admin.call('PUT', '/users/999999/permissions', [good])).statusCode).toBe(404);
  expect((await admin.call('PUT', `/users/${stranger.id}/permissions`, [])).statusCode).toBe(404);
});

test('what was taken away no longer counts at the next request', async () => {
  const person = await admin.person({ mail: 'MANAGER' });
  const roles = async () =>
    (await person.call('GET', '/users/me')).json<{ permissions: unknown[] }>().permissions.length;
  expect(await roles()).toBe(1);
  await admin.call('PUT', `/users/${person.id}/permissions`, []);
  expect(await roles()).toBe(0);
  const raise = [{ role: 'ADMINISTRATOR', center: { id: mail.id } }];
  expect((await person.call('PUT', `/users/${person.id}/permissions`, raise)).statusCode).toBe(403);
});
