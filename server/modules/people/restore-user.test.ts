import { expect, test } from 'vitest';
import type { AuditEntry } from '#contract/audit.ts';
import type { DeactivatedPerson } from '#contract/people.ts';
import type { Permission, User } from '#contract/users.ts';
import { testServer, type TestUser } from '../../../test/app.ts';

const server = await testServer();
const remove = async (by: TestUser, id: number) =>
  expect((await by.call('DELETE', `/users/${id}`)).statusCode).toBe(200);
const restore = (by: TestUser, id: number) => by.call('PUT', `/users/${id}/restore`);
const gone = async (by: TestUser, query = '') =>
  (await by.call('GET', `/users/deactivated${query}`)).json<DeactivatedPerson[]>();
const message = (answer: { json(): unknown }) =>
  (answer.json() as { error: { message: string; field?: string } }).error;

test('who was deactivated is listed with when and by whom, the last one first', async () => {
  const admin = await server.register();
  const [first, second] = [await admin.person(), await admin.person()];
  const before = Date.now();
  await remove(admin, first.id);
  await remove(admin, second.id);
  const list = await gone(admin);
  expect(list.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(list[1]).toMatchObject({ email: first.email, deactivatedBy: { id: admin.id } });
  expect(Math.abs(list[1]!.deactivatedAt - before)).toBeLessThan(60_000);
  expect((await gone(admin, `?search=${first.email}`)).map(({ id }) => id)).toEqual([first.id]);
  expect((await gone(admin, '?limit=1&startAt=1')).map(({ id }) => id)).toEqual([first.id]);
  expect((await admin.call('GET', '/users/deactivated/count')).json()).toEqual({ count: 2 });
  expect(await gone(await server.register())).toEqual([]);
});

test('they come back as they were, with roles and reports, and without password or session', async () => {
  const admin = await server.register();
  const person = await admin.person({ mail: 'OPERATOR', reservation: 'MANAGER' });
  const report = await admin.person();
  await admin.call('PUT', `/users/${report.id}`, { manager: { id: person.id } });
  await admin.call('PUT', `/users/${person.id}`, { jobTitle: 'Clerk' });
  const roles = async () =>
    (await admin.call('GET', `/users/${person.id}/permissions`))
      .json<Permission[]>()
      .map(({ role, center }) => `${center.id} ${role}`)
      .toSorted();
  const held = await roles();
  expect(held).toHaveLength(2);
  const { email, password } = person;
  const signIn = () =>
    server.app.inject({ method: 'POST', url: '/data/login', payload: { email, password } });
  const cookie = (await signIn()).cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await remove(admin, person.id);
  const back = await restore(admin, person.id);
  expect(back.statusCode).toBe(200);
  expect(back.json()).toMatchObject({ id: person.id, email, jobTitle: 'Clerk' });
  expect(await roles()).toEqual(held);
  expect((await admin.call('GET', `/users/${report.id}`)).json<User>().manager?.id).toBe(person.id);
  expect((await signIn()).statusCode).toBe(401);
  expect((await person.call('GET', '/users/me')).statusCode).toBe(401);
  expect((await server.app.inject({ url: '/data/users/me', headers: { cookie } })).statusCode).toBe(401);
  expect((await admin.call('GET', `/users/${person.id}/invite`)).json()).toMatchObject({
    passwordSet: false,
  });
  expect(await gone(admin)).toEqual([]);
  const [line] = (await admin.call('GET', `/audit?kind=user&record=${person.id}&action=restored`)).json<
    AuditEntry[]
  >();
  expect(line).toMatchObject({ action: 'restored', actor: { id: admin.id } });
  // Asked again, nothing changes.
  const again = await restore(admin, person.id);
  expect([again.statusCode, again.json<User>().dateUpdated]).toEqual([200, back.json<User>().dateUpdated]);
});

test('roles of an earlier leave stay lost, and who is above by now reports to nobody below', async () => {
  const admin = await server.register();
  const person = await admin.person({ mail: 'OPERATOR' });
  const [boss, other] = [await admin.person(), await admin.person()];
  const manager = (id: number, of: number | null) =>
    admin.call('PUT', `/users/${id}`, { manager: of === null ? null : { id: of } });
  await manager(boss.id, person.id);
  await remove(admin, person.id);
  await restore(admin, person.id);
  await admin.call('PUT', `/users/${person.id}/permissions`, []);
  await manager(boss.id, null);
  await manager(person.id, boss.id);
  await manager(other.id, person.id);
  await remove(admin, person.id);
  await manager(boss.id, other.id);
  expect((await restore(admin, person.id)).statusCode).toBe(200);
  expect((await admin.call('GET', `/users/${person.id}/permissions`)).json()).toEqual([]);
  // Person reports to boss, boss to other: other does not report to the person again.
  const read = async (id: number) => (await admin.call('GET', `/users/${id}`)).json<User>().manager?.id;
  expect([await read(person.id), await read(boss.id), await read(other.id)]).toEqual([
    boss.id,
    other.id,
    undefined,
  ]);
});

test('an e-mail or user name in use is refused, naming who has it, and nothing changes', async () => {
  const [admin, stranger] = [await server.register(), await server.register()];
  const person = await admin.person({ mail: 'OPERATOR' });
  const { userName } = (await admin.call('GET', `/users/${person.id}`)).json<User>();
  await remove(admin, person.id);
  const add = async (by: TestUser, fields: object) => {
    const body = { firstName: 'Nova', lastName: 'Holder', email: `nova${Date.now()}@example.com`, ...fields };
    const answer = await by.call('POST', '/users', body);
    expect(answer.statusCode).toBe(201);
    return answer.json<User>().id;
  };
  const holder = await add(admin, { email: person.email.toUpperCase(), userName: `u${Date.now()}` });
  const refused = await restore(admin, person.id);
  expect(refused.statusCode).toBe(409);
  expect(message(refused)).toMatchObject({ field: 'email' });
  expect(message(refused).message).toMatch(/^Nova Holder has the e-mail address/);
  await remove(admin, holder);
  const named = await add(admin, { userName });
  expect(message(await restore(admin, person.id))).toMatchObject({ field: 'userName' });
  await remove(admin, named);
  const far = await add(stranger, { email: person.email });
  const foreign = message(await restore(admin, person.id));
  expect(foreign.field).toBe('email');
  expect(foreign.message).not.toContain('Nova');
  expect((await gone(admin)).map(({ id }) => id)).toContain(person.id);
  expect((await server.owner.query('SELECT FROM permission WHERE user_id = $1', [person.id])).rowCount).toBe(
    0,
  );
  await remove(stranger, far);
  expect((await restore(admin, person.id)).statusCode).toBe(200);
  expect((await restore(stranger, person.id)).statusCode).toBe(404);
  expect((await restore(admin, 999_999)).statusCode).toBe(404);
});
