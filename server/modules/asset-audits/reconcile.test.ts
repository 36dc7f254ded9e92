import { expect, test } from 'vitest';
import type { AuditReport, Difference, UnknownTag } from '#contract/asset-audit-results.ts';
import { testServer } from '../../../test/app.ts';
import { auditDesk } from '../../../test/asset-audits.ts';

const server = await testServer();
const desk = await auditDesk(server);
const { kitchen, studio, auditor, keeper, manager, second, send, step } = desk;
const [here, there] = [kitchen.room.id, studio.room.id];
const add = (localUID: string, body: object) => desk.add({ localUID, ...body });
const differ = (id: number, query = '') =>
  send<Difference[]>(second, 'GET', `/assets/audits/${id}/differences${query}`);
const decide = <T = { decided: number; own: number; undecided: number }>(
  id: number,
  body: object,
  as = second,
  status = 200,
) => send<T>(as, 'PUT', `/assets/audits/${id}/decide`, body, status);
const ref = ({ id }: { id: number }) => ({ id });

const [missing, misplaced, stray, broken, fixed] = [
  await add('MISSING', { room: studio.room }),
  await add('MISPLACED', { room: studio.room }),
  await add('STRAY', {}),
  await add('BROKEN', { room: kitchen.room }),
  await add('FIXED', { room: studio.room }),
];
const { id } = await desk.open();

test('a second person decides on every difference, and the register is right afterwards', async () => {
  await step(id, 'close', 409);
  await desk.scan(id, { code: 'MISPLACED', roomId: here });
  await desk.scan(id, { code: 'BROKEN', roomId: here, condition: 'damaged' });
  await desk.scan(id, { code: 'STRAY', roomId: here }, second);
  const { id: placed } = await desk.scan(id, { code: 'FIXED', roomId: here });
  await send(auditor, 'POST', `/assets/scans/${placed}/place`);
  const tag = (await desk.scan(id, { code: 'TAG', roomId: here })).unknownTag!;
  await decide(id, { decision: 'accepted', kind: 'missing' }, second, 409);

  expect(await step(id, 'reconcile')).toMatchObject({ state: 'reconciling', undecided: 5 });
  await desk.scan(id, { code: 'MISSING', roomId: here }, keeper, 409);
  await step(id, 'close', 409);
  const found = await differ(id);
  expect(
    found.map(({ asset, kind, undecided, mayDecide }) => [asset.localUID, kind, undecided, mayDecide]),
  ).toEqual(
    expect.arrayContaining([
      ['MISSING', 'missing', true, true],
      ['MISPLACED', 'misplaced', true, true],
      ['STRAY', 'unexpected', true, false],
      ['BROKEN', 'damaged', true, true],
      ['FIXED', 'misplaced', false, false],
    ]),
  );

  // Whoever scanned it does not decide: alone, among others, and in the database.
  const own = { decision: 'accepted', assets: [ref(missing), ref(stray)] };
  expect(await decide(id, own, second, 403)).toMatchObject({
    error: {
      message: 'You scanned STRAY yourself. Somebody else has to decide about it.'.replace(
        'STRAY',
        stray.name,
      ),
    },
  });
  expect((await differ(id, '?undecided=true')).length).toBe(4);
  await expect(
    server.owner.query(
      `UPDATE asset_audit_asset SET decision = 'accepted', decided_at = now(), decided_by = $1 WHERE asset_id = $2 AND audit_id = $3`,
      [second.id, stray.id, id],
    ),
  ).rejects.toMatchObject({ code: 'AT622' });

  await decide(id, { decision: 'rejected', assets: [ref(stray)] }, manager, 400);
  await decide(id, { decision: 'rejected', assets: [ref(stray)], reason: 'A guest’s' }, manager);
  await decide(id, { decision: 'accepted', assets: [ref(stray)] }, manager, 409);
  expect(await decide(id, { decision: 'accepted', kind: 'missing' })).toEqual({
    decided: 1,
    own: 0,
    undecided: 3,
  });
  await step(id, 'reopen', 409);
  await decide(id, { decision: 'accepted', assets: [ref(misplaced), ref(broken)] });
  await send(keeper, 'PUT', `/assets/unknown-tags/${tag.id}/dismiss`, { reason: 'Not ours' }, 403);
  const inbox = await send<UnknownTag[]>(second, 'GET', `/assets/unknown-tags?auditId=${id}&state=open`);
  expect(inbox).toMatchObject([{ tag: 'TAG', audit: { id } }]);
  await send(second, 'PUT', `/assets/unknown-tags/${tag.id}/dismiss`, { reason: 'Not ours' });

  expect(await desk.read(missing.id)).toMatchObject({ condition: 'lost', room: { id: there } });
  expect(await desk.read(misplaced.id)).toMatchObject({ condition: 'good', room: { id: here } });
  expect(await desk.read(broken.id)).toMatchObject({ condition: 'damaged', room: { id: here } });
  expect(await desk.read(fixed.id)).toMatchObject({ room: { id: here } });
  expect(await desk.read(stray.id)).not.toHaveProperty('room');
  expect(await step(id, 'close')).toMatchObject({
    state: 'closed',
    undecided: 0,
    may: { manage: false, scan: false },
  });
});

test('the report of a closed campaign stays as it was, whatever happens to the register', async () => {
  const report = () => send<AuditReport>(keeper, 'GET', `/assets/audits/${id}/report`);
  const csv = async () => (await keeper.call('GET', `/assets/audits/${id}/report.csv`)).body;
  const [before, file] = [await report(), await csv()];
  expect(before.progress.figures).toMatchObject({
    expected: 4,
    found: 1,
    misplaced: 2,
    missing: 1,
    unexpected: 1,
    unknown: 1,
  });
  expect(before.lists.missing.map(({ asset }) => asset.localUID)).toEqual(['MISSING']);
  expect(before.lists.unknown).toMatchObject([
    { tag: 'TAG', reason: 'Not ours', decidedBy: { id: second.id } },
  ]);
  expect(file.split('\r\n').length).toBeGreaterThanOrEqual(7);
  expect(file).toContain('TAG');

  const admin = desk.admin;
  for (const [path, body] of [
    [`/assets/${misplaced.id}`, { name: 'Other', room: null, localUID: 'X' }],
    [`/rooms/${here}`, { name: 'Pantry' }],
    [`/floors/${kitchen.floor.id}`, { name: 'Basement' }],
    [`/users/${auditor.id}`, { firstName: 'Some', lastName: 'Other' }],
    [`/users/${second.id}`, { firstName: 'Some', lastName: 'Other' }],
  ] as const)
    await send(admin, 'PUT', path, body);
  await send(keeper, 'DELETE', `/assets/${missing.id}`);
  await send(admin, 'PUT', `/assets/models/${desk.book.id}`, { name: 'Renamed' });
  expect(await csv()).toBe(file);
  expect(await report()).toEqual(before);
});

test('what is closed is locked, even for whoever writes SQL as the server does', async () => {
  const organisation = (
    await server.owner.query<{ id: number }>('SELECT organisation_id AS id FROM asset_audit WHERE id = $1', [
      id,
    ])
  ).rows[0]!.id;
  const refused = { code: 'AT621' };
  for (const sql of [
    `UPDATE asset_audit SET name = 'x' WHERE id = ${id}`,
    `UPDATE asset_audit SET state = 'open', closed_at = NULL WHERE id = ${id}`,
    `UPDATE asset_audit_asset SET seen_at = NULL, seen_by = NULL, seen_room_id = NULL WHERE expected AND audit_id = ${id}`,
    `UPDATE asset_audit_asset SET audit_id = audit_id + 1000 WHERE audit_id = ${id}`,
    `DELETE FROM asset_audit_asset WHERE audit_id = ${id}`,
    `UPDATE asset_audit_space SET done_at = NULL, done_by = NULL WHERE audit_id = ${id}`,
    `UPDATE asset_unknown_tag SET note = 'x' WHERE audit_id = ${id}`,
    `UPDATE asset_audit_person SET name = 'x' WHERE audit_id = ${id}`,
    `DELETE FROM asset_audit_scope WHERE audit_id = ${id}`,
    `DELETE FROM asset_scan WHERE audit_id = ${id}`,
    `INSERT INTO asset_scan (organisation_id, audit_id, asset_id, code, room_id, at, noted_at, scanned_by, result)
     VALUES (current_organisation(), ${id}, ${stray.id}, 'x', ${here}, now(), now(), ${keeper.id}, 'not-in-scope')`,
    `DELETE FROM asset_audit WHERE id = ${id}`,
  ])
    await expect([
      sql,
      await server.deps.db
        .write(Number(organisation), (tx) => tx.query(sql))
        .catch((error: unknown) => error),
    ]).toEqual([sql, expect.objectContaining(refused)]);
  await send(manager, 'PUT', `/assets/audits/${id}`, { name: 'Other' }, 409);
  await send(manager, 'PUT', `/assets/audits/${id}/cancel`, undefined, 409);
  await desk.scan(id, { code: 'STRAY', roomId: here }, keeper, 409);
});
