import { expect, test } from 'vitest';
import type { AssetAudit, ScanAnswer } from '#contract/asset-audits.ts';
import { testServer } from '../../../test/app.ts';
import { auditDesk } from '../../../test/asset-audits.ts';
import { makeDueAudits } from './service.ts';

const server = await testServer();
const desk = await auditDesk(server);
const { kitchen, studio, auditor, keeper, manager, plain, second, send } = desk;
const audits = '/assets/audits';

test('a campaign is planned, changed, opened once, and never without an asset', async () => {
  const { id, name } = await desk.plan();
  expect(name).toBe('Spring');
  const empty = await manager.call('PUT', `${audits}/${id}/open`);
  expect([empty.statusCode, empty.json()]).toMatchObject([
    409,
    { error: { field: 'scope', message: expect.stringContaining('There is no asset') as string } },
  ]);
  expect(await desk.show(id)).toMatchObject({ state: 'planned', figures: { expected: 0 } });
  const book = await desk.add({ room: kitchen.room });
  await desk.add({ room: kitchen.room, model: desk.screen });
  const scope = { buildings: [kitchen.building], types: [desk.laptops] };
  expect(await send(manager, 'POST', `${audits}/preview`, scope)).toEqual({ assets: 1, spaces: 1 });
  expect(await send(manager, 'POST', `${audits}/preview`, {})).toEqual({ assets: 2, spaces: 1 });
  expect(await send(manager, 'POST', `${audits}/preview`, { floors: [studio.floor] })).toEqual({
    assets: 0,
    spaces: 0,
  });
  const auditors = [{ id: auditor.id, floors: [kitchen.floor] }, { id: keeper.id }];
  const changed = await send<AssetAudit>(manager, 'PUT', `${audits}/${id}`, { scope, auditors, dueDate: 1 });
  expect(changed).toMatchObject({
    scope: { buildings: [{ name: 'Oak House' }], floors: [], types: [{ name: 'Laptops' }] },
    dueDate: 1,
  });
  expect(changed.auditors.map(({ floors }) => floors.map((floor) => floor.name))).toEqual(
    expect.arrayContaining([[], ['Oak House ground']]),
  );
  await desk.step(id, 'reconcile', 409);
  expect(await desk.step(id, 'open')).toMatchObject({ state: 'open', late: true, figures: { expected: 1 } });
  expect(await desk.step(id, 'open')).toMatchObject({ figures: { expected: 1 } });
  await send(manager, 'PUT', `${audits}/${id}`, { scope: {} }, 409);
  expect((await desk.progress(id)).buildings[0]!.floors[0]).toMatchObject({ auditors: [{ id: auditor.id }] });
  const ended = await send<AssetAudit>(manager, 'PUT', `${audits}/${id}/cancel`, { reason: 'Rain' });
  expect(ended).toMatchObject({ state: 'cancelled', cancelReason: 'Rain' });
  await send(keeper, 'DELETE', `/assets/${book.id}`);
  expect((await desk.show(id)).figures).toEqual(ended.figures);
});

test('bad input is refused by the name of its field, and nothing is half done', async () => {
  const book = await desk.add({ room: kitchen.room, localUID: 'GOOD' });
  const { id } = await desk.open();
  const roomId = kitchen.room.id;
  const refused = async (path: string, body: object, field: string, method = 'POST') => {
    const answer = await manager.call(method, path, body);
    expect([path, body, answer.statusCode, answer.json()]).toMatchObject([
      path,
      body,
      400,
      { error: { field } },
    ]);
  };
  await refused(audits, {}, 'name');
  await refused(audits, { name: ' ' }, 'name');
  await refused(audits, { name: 'A', scope: { floors: [{ id: 999_999 }] } }, 'scope.floors[0].id');
  await refused(audits, { name: 'A', auditors: [{ id: 999_999 }] }, 'auditors[0].id');
  await refused(
    audits,
    { name: 'A', auditors: [{ id: auditor.id, floors: [{ id: 7_777 }] }] },
    'auditors[0].floors[0].id',
  );
  await refused(audits, { name: 'A', dueDate: 'soon' }, 'dueDate');
  await refused(
    audits,
    { name: 'A', recurrence: { rule: 'daily', start: '2027-01-01T09:00' } },
    'recurrence.rule',
  );
  await refused(
    audits,
    { name: 'A', recurrence: { rule: 'FREQ=DAILY', start: '2027-02-30T09:00' } },
    'recurrence.start',
  );
  const scans = `${audits}/${id}/scans`;
  await refused(scans, { roomId }, 'code');
  await refused(scans, { roomId, code: 'A', assetId: book.id }, 'code');
  await refused(scans, { code: 'A' }, 'roomId');
  await refused(scans, { code: 'A', roomId: 999_999 }, 'roomId');
  await refused(scans, { assetId: 999_999, roomId }, 'assetId');
  await refused(scans, { code: 'x'.repeat(300), roomId }, 'code');
  await refused(
    scans,
    [
      { code: 'GOOD', roomId },
      { code: 'B', roomId: 999_999 },
    ],
    '[1].roomId',
  );
  await refused(`${audits}/${id}/decide`, { decision: 'rejected', kind: 'missing' }, 'reason', 'PUT');
  await refused(`${audits}/${id}/decide`, { decision: 'accepted' }, 'assets', 'PUT');
  expect(await send(keeper, 'GET', `${audits}/${id}/scans`)).toEqual([]);
  expect(
    (
      await manager.call(
        'POST',
        scans,
        Array.from({ length: 501 }, () => ({ code: 'A', roomId })),
      )
    ).statusCode,
  ).toBe(400);
  for (const code of ["'; DROP TABLE asset; --", '%', '=1+1', '\u202Etset', '😀'.repeat(40)])
    expect(await desk.scan(id, { code, roomId })).toMatchObject({ result: 'unknown', code: code.trim() });
  for (const path of [`${audits}/0`, `${audits}/abc`, `${audits}/999999`, '/assets/unknown-tags/999999'])
    expect((await manager.call('GET', path)).statusCode).toBe(404);
  const headers = { 'idempotency-key': 'once' };
  const once = () => auditor.call('POST', scans, { code: 'GOOD', roomId }, { headers });
  const [first, again] = [await once(), await once()];
  expect(again.json<ScanAnswer>()).toEqual(first.json());
  expect(again.headers['idempotency-replayed']).toBe('true');
  const csv = await manager.call('GET', `${audits}/${id}/report.csv`);
  expect(csv.body).toContain("'=1+1");
  await desk.step(id, 'cancel');
});

test('whoever is named in a campaign walks in it; others need a role', async () => {
  const { id } = await desk.open();
  const { id: other } = await desk.plan({ auditors: [] });
  const roomId = kitchen.room.id;
  const statuses = async (method: string, path: string, body?: object) =>
    Promise.all([plain, auditor, keeper].map(async (who) => (await who.call(method, path, body)).statusCode));
  expect(await statuses('GET', audits)).toEqual([403, 200, 200]);
  expect(await statuses('GET', `${audits}/${id}`)).toEqual([403, 200, 200]);
  expect(await statuses('GET', `${audits}/${other}`)).toEqual([403, 403, 200]);
  expect(await statuses('POST', `${audits}/${id}/scans`, { code: 'GOOD', roomId })).toEqual([403, 200, 200]);
  expect(await statuses('PUT', `${audits}/${id}/spaces`, { roomId, done: true })).toEqual([403, 200, 200]);
  expect(await statuses('POST', '/assets/scans', { code: 'GOOD', roomId })).toEqual([403, 403, 200]);
  expect(await statuses('GET', `${audits}/${id}/report`)).toEqual([403, 403, 200]);
  expect(await statuses('PUT', `${audits}/${id}/reconcile`)).toEqual([403, 403, 403]);
  const mine = await send<AssetAudit[]>(auditor, 'GET', `${audits}?state=open`);
  expect(mine).toMatchObject([{ id, may: { manage: false, scan: true } }]);
  expect(await send(keeper, 'GET', `${audits}/count?mine=true`)).not.toEqual({ count: 0 });
  await desk.step(id, 'cancel');
});

test('a campaign comes again by its rule, once, with the same scope and people', async () => {
  const recurrence = { rule: 'FREQ=MONTHLY;INTERVAL=6;COUNT=3', start: '2020-01-31T09:00' };
  const scope = { spaces: [kitchen.room], types: [desk.laptops] };
  const dueDate = Date.parse('2020-02-14T08:00:00Z');
  const { id, recurrence: told } = await desk.plan({ name: 'Half-yearly', recurrence, scope, dueDate });
  expect(told).toEqual({ rule: recurrence.rule, start: '2020-01-31T09:00:00' });
  // As if it had been planned back then.
  await server.owner.query(
    `UPDATE asset_audit_series SET next_at = $2 FROM asset_audit a
     WHERE a.id = $1 AND asset_audit_series.organisation_id = a.organisation_id AND asset_audit_series.id = a.series_id`,
    [id, '2020-07-31T07:00:00Z'],
  );
  await Promise.all([makeDueAudits(server.deps.db), makeDueAudits(server.deps.db)]);
  await makeDueAudits(server.deps.db);
  const all = await send<AssetAudit[]>(manager, 'GET', `${audits}?search=half-yearly`);
  expect(all.length).toBe(3);
  const next = all[1]!;
  expect(next).toMatchObject({ state: 'planned', scope: all[0]!.scope, auditors: all[0]!.auditors });
  expect(next.dueDate).toBe(Date.parse('2020-08-14T07:00:00Z'));
  expect(all[2]).toMatchObject({ recurrence: { rule: recurrence.rule } });
  expect(all[2]!.recurrence).not.toHaveProperty('next');
});

test('thousands of assets are frozen, counted and decided on at once', async () => {
  const room = studio.room.id;
  await server.owner.query(
    `INSERT INTO asset (organisation_id, asset_model_id, room_id, local_uid)
     SELECT organisation_id, id, $2, 'BULK-' || n FROM asset_model, generate_series(1, 3000) n WHERE id = $1`,
    [desk.book.id, room],
  );
  const { id, figures } = await desk.open({ scope: { buildings: [studio.building] } });
  expect(figures).toMatchObject({ expected: 3000, pending: 3000 });
  expect(await desk.scan(id, { code: 'bulk-777', roomId: room })).toMatchObject({
    result: 'expected-here',
    progress: { expected: 3000, seen: 1 },
  });
  await desk.step(id, 'reconcile');
  expect(
    await send(second, 'PUT', `${audits}/${id}/decide`, {
      decision: 'rejected',
      kind: 'missing',
      reason: 'x',
    }),
  ).toEqual({
    decided: 2999,
    own: 0,
    undecided: 0,
  });
  await desk.step(id, 'close');
});
