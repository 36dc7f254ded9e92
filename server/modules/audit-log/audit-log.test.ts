import { expect, test } from 'vitest';
import type { AuditEntry } from '#contract/audit.ts';
import { releaseHeldItems } from '#server/modules/mail-desk/service.ts';
import { freshNumber, mailDesk } from '../../../test/mail-desk.ts';

const desk = mailDesk();
const log = async (query = '') => {
  const answer = await desk.admin.call('GET', `/audit${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<AuditEntry[]>();
};
const post = async (path: string, body: object) =>
  (await desk.admin.call('POST', path, body)).json<{ id: number }>().id;

test('who changed what, from what to what, with the names of what it refers to', async () => {
  const [first, second] = [
    await post('/users', { firstName: 'Ann', lastName: 'Boss', email: 'boss1@example.com' }),
    await post('/users', { firstName: 'Bea', lastName: 'Boss', email: 'boss2@example.com' }),
  ];
  const id = await post('/users', {
    firstName: 'Cy',
    lastName: 'Old',
    email: 'cy@example.com',
    manager: { id: first },
  });
  await desk.admin.call('PUT', `/users/${id}`, { lastName: 'New', manager: { id: second } });
  await desk.admin.call('DELETE', `/users/${id}`);
  const [gone, changed, added] = await log(`?kind=user&record=${id}`);
  const who = { id: desk.admin.id, name: 'Ada Admin' };
  expect(added).toMatchObject({ action: 'added', actor: who, kind: 'user', record: { id, name: 'Cy New' } });
  expect(added!.changes).toContainEqual({ column: 'last_name', from: null, to: 'Old' });
  expect(changed).toMatchObject({ action: 'changed', actor: who });
  expect(changed!.changes).toHaveLength(2);
  expect(changed!.changes).toContainEqual({ column: 'last_name', from: 'Old', to: 'New' });
  expect(changed!.changes).toContainEqual({
    column: 'manager_id',
    from: first,
    fromName: 'Ann Boss',
    to: second,
    toName: 'Bea Boss',
  });
  expect(gone).toMatchObject({ action: 'removed', actor: who });
});

test('of passwords and codes only that they changed', async () => {
  const person = await desk.admin.person();
  await person.call('POST', '/mail/collect-code');
  await desk.admin.call('PUT', `/users/${person.id}`, { password: 'another long password' });
  const lines = await log(`?kind=user&record=${person.id}`);
  expect(lines.find(({ part }) => part === 'collect_code')!.changes).toEqual([
    { column: 'code', from: null, to: true },
  ]);
  expect(lines[0]!.changes).toEqual([{ column: 'password_hash', from: true, to: true }]);
  const { rows } = await desk.server.owner.query(
    String.raw`SELECT FROM audit_log WHERE changes::text ~ '\$argon2|P-[0-9A-Z]{12}'`,
  );
  expect(rows).toHaveLength(0);
});

test('a registration is two lines, and what becomes of its catalogue is noted with what it was', async () => {
  const founder = await desk.server.register('Founders');
  const lines = async (query = '?limit=500') =>
    (await founder.call('GET', `/audit${query}`)).json<AuditEntry[]>();
  const first = await lines();
  expect(first.map(({ kind, action }) => [kind, action]).toSorted()).toEqual([
    ['organisation', 'added'],
    ['user', 'added'],
  ]);
  const [type] = (await founder.call('GET', '/rooms/types')).json<{ id: number; name: string }[]>();
  const renamed = await founder.call('PUT', `/rooms/types/${type!.id}`, { name: 'Renamed' });
  expect(renamed.statusCode).toBe(200);
  expect((await lines(`?kind=room_type&record=${type!.id}`)).map(({ changes }) => changes)).toEqual([
    [{ column: 'name', from: type!.name, to: 'Renamed' }],
  ]);
  await founder.call('POST', '/contacts', { name: 'Noted' });
  expect((await lines('?kind=contact')).map(({ action }) => action)).toEqual(['added']);
});

test('roles are noted with the person, and what stays is no change', async () => {
  const person = await desk.admin.person({ mail: 'OPERATOR' });
  const roles = [
    { role: 'OPERATOR', center: { id: desk.center } },
    { role: 'MANAGER', center: { id: desk.center } },
  ];
  await desk.admin.call('PUT', `/users/${person.id}/permissions`, roles);
  const lines = (await log(`?kind=user&record=${person.id}`)).filter(({ part }) => part === 'permission');
  expect(
    lines.map(({ action, changes }) => [action, changes.find(({ column }) => column === 'role')!.to]),
  ).toEqual([
    ['added', 'MANAGER'],
    ['added', 'OPERATOR'],
  ]);
});

test('a batch is a line for each parcel, all of one moment; a write that fails leaves none', async () => {
  const items = await desk.scanAll(Array.from({ length: 30 }, () => ({ trackingNumber: freshNumber() })));
  const lines = await log(`?kind=mail_item&person=${desk.clerk.id}&action=added&limit=30`);
  expect(new Set(lines.map(({ record }) => record.id))).toEqual(new Set(items.map(({ id }) => id)));
  expect(new Set(lines.map(({ at }) => at))).toEqual(new Set([items[0]!.dateUpdated]));
  const before = (await log('?limit=1'))[0]!.id;
  const refused = await desk.clerk.call('POST', '/mail/items/checkin', [
    { trackingNumber: freshNumber() },
    { trackingNumber: freshNumber(), toUser: { id: 999_999 } },
  ]);
  expect(refused.statusCode).toBe(400);
  expect((await log('?limit=1'))[0]!.id).toBe(before);
});

test('what the clock does is nobody’s', async () => {
  const item = await desk.scan({ trackingNumber: freshNumber() });
  await desk.step(item.id, 'pending', { reason: 'hold', until: Date.now() + 60_000 });
  await desk.server.owner.query(
    "UPDATE mail_item SET pending_until = now() - interval '1 minute' WHERE id = $1",
    [item.id],
  );
  await releaseHeldItems(desk.server.deps.db);
  const [line] = await log(`?kind=mail_item&record=${item.id}`);
  expect(line).toMatchObject({ action: 'changed' });
  expect(line!.actor).toBeUndefined();
  expect(line!.changes).toContainEqual({ column: 'current_queue', from: 'PENDING', to: 'IN' });
});

test('whoever chooses a password by a mailed link did it themselves', async () => {
  const person = await desk.admin.person();
  await desk.server.owner.query(
    `INSERT INTO password_reset (organisation_id, token_hash, user_id, expires_at)
     SELECT organisation_id, sha256('a token of the test'), id, now() + interval '1 hour' FROM app_user WHERE id = $1`,
    [person.id],
  );
  const done = await desk.server.app.inject({
    method: 'POST',
    url: '/data/resetPassword/confirm',
    payload: { token: 'a token of the test', password: 'a new long password' },
  });
  expect(done.statusCode).toBe(204);
  expect((await log(`?kind=user&record=${person.id}&limit=1`))[0]).toMatchObject({
    actor: { id: person.id },
  });
});

test('pages by cursor and spans of time meet without a gap', async () => {
  const ids: number[] = [];
  for (let n = 0; n < 7; n += 1) ids.unshift(await post('/contacts', { name: `Contact ${n}` }));
  const seen: AuditEntry[] = [];
  for (let before = ''; seen.length < 7; before = `&before=${seen.at(-1)!.cursor}`) {
    const page = await log(`?kind=contact&limit=3${before}`);
    expect(page.length).toBeGreaterThan(0);
    seen.push(...page);
  }
  expect(seen.map(({ record }) => record.id)).toEqual(ids);
  const [from, until] = [seen[4]!.at, seen[2]!.at];
  expect((await log(`?kind=contact&from=${from}&until=${until}`)).map(({ record }) => record.id)).toEqual(
    ids.slice(3, 5),
  );
  for (const bad of ['before=x', 'kind=session', 'from=soon', 'record=x', 'action=stolen'])
    expect((await desk.admin.call('GET', `/audit?${bad}`)).statusCode).toBe(400);
});

test('another organisation sees none of it, and requests cannot write the log', async () => {
  const stranger = await desk.server.register();
  const lines = (await stranger.call('GET', '/audit?limit=500')).json<AuditEntry[]>();
  const mine = new Set((await log('?limit=500')).map(({ id }) => id));
  expect(mine.size).toBeGreaterThan(20);
  expect(lines.filter(({ id }) => mine.has(id))).toEqual([]);
  const { rows } = await desk.server.owner.query<{ organisation: number }>(
    'SELECT organisation_id AS organisation FROM app_user WHERE id = $1',
    [desk.admin.id],
  );
  for (const sql of [
    'DELETE FROM audit_log',
    "UPDATE audit_log SET action = 'added'",
    `INSERT INTO audit_log (organisation_id, at, kind, record_id, action, changes)
     VALUES (current_organisation(), now(), 'user', 1, 'added', '{}')`,
    'TRUNCATE audit_log',
    'ALTER TABLE app_user DISABLE TRIGGER note_update',
  ])
    await expect(desk.server.deps.db.write(rows[0]!.organisation, (tx) => tx.query(sql))).rejects.toThrow(
      /permission denied|must be owner/,
    );
});
