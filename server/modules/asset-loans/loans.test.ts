import { expect, test } from 'vitest';
import type { AssetLoan, LendableAsset, LendingScan } from '#contract/asset-loans.ts';
import type { AssetEvent } from '#contract/assets.ts';
import { DAY, lending, type Refusal } from '../../../test/asset-loans.ts';

const it = lending();
const refusal = async (...call: Parameters<typeof it.send>) => (await it.send<Refusal>(...call)).error;
const kindsOf = async (asset: number) =>
  (await it.send<AssetEvent[]>(it.admin, 'GET', `/assets/${asset}/history`))
    .map(({ kind }) => kind)
    .filter((kind) => kind === 'lent' || kind === 'returned');

test('what is lent is the borrower’s until it comes back, and goes back where it was', async () => {
  const asset = await it.asset({ name: 'Beamer A' });
  const loan = await it.lend(asset, it.ada);
  expect([loan.state, loan.user.id, loan.lentBy?.id, loan.home.room?.id, loan.overdue]).toEqual([
    'out',
    it.ada.id,
    it.keeper.id,
    it.store,
    false,
  ]);
  expect((await it.show(asset)).owner?.id).toBe(it.ada.id);
  const back = { condition: 'damaged', notes: 'The lamp' };
  const returned = await it.send(it.keeper, 'PUT', `/assets/loans/${loan.id}/return`, back);
  expect([returned.state, returned.returnCondition, returned.returnNotes]).toEqual([
    'returned',
    'damaged',
    'The lamp',
  ]);
  const now = await it.show(asset);
  expect([now.owner, now.room?.id, now.condition]).toEqual([undefined, it.store, 'damaged']);
  expect(await it.send(it.keeper, 'PUT', `/assets/loans/${loan.id}/return`, back)).toEqual(returned);
  expect(await kindsOf(asset)).toEqual(['returned', 'lent']);

  const again = await it.send(it.keeper, 'PUT', `/assets/loans/${loan.id}/undo`);
  expect([again.state, (await it.show(asset)).owner?.id, (await it.show(asset)).condition]).toEqual([
    'out',
    it.ada.id,
    'good',
  ]);
  const never = await it.send(it.keeper, 'PUT', `/assets/loans/${loan.id}/undo`);
  expect([never.state, (await it.show(asset)).room?.id]).toEqual(['cancelled', it.store]);
  expect(await kindsOf(asset)).toEqual(['returned', 'lent', 'returned', 'lent']);
});

test('what is taken is refused with who has it and until when', async () => {
  const asset = await it.asset({ name: 'Beamer B' });
  const name = async (id: number) => (await it.send<{ name: string }>(it.admin, 'GET', `/users/${id}`)).name;
  const loan = await it.lend(asset, it.ada);
  const body = { asset: { id: asset }, user: { id: it.bob.id }, dueDate: Date.now() + DAY };
  const taken = await refusal(it.keeper, 'POST', '/assets/loans', body, 409);
  expect([taken.code, taken.field]).toEqual(['asset-loans.taken', 'asset']);
  expect(taken.message).toContain(`Beamer B is out with ${await name(it.ada.id)} until `);
  await it.age(loan.id, 10);
  const late = await refusal(it.keeper, 'POST', '/assets/loans', body, 409);
  expect(late.message).toContain(`still out: ${await name(it.ada.id)} should have brought it back`);
  const later = await it.reserve(asset, it.bob, 1);
  expect(later.waitsFor).toMatchObject({ loan: loan.id, user: { id: it.ada.id } });
  const overlong = {
    ...body,
    user: { id: it.ada.id },
    startDate: Date.now() + 0.75 * DAY,
    dueDate: Date.now() + 1.5 * DAY,
  };
  // What is overdue may come back within half a day; who wants it later has to look who else does.
  const soon = { ...overlong, startDate: Date.now() + 0.4 * DAY, dueDate: Date.now() + 0.5 * DAY };
  expect((await refusal(it.keeper, 'POST', '/assets/loans/reserve', soon, 409)).message).toContain(
    'still out',
  );
  expect((await refusal(it.keeper, 'POST', '/assets/loans/reserve', overlong, 409)).message).toContain(
    `reserved for ${await name(it.bob.id)} from `,
  );
  expect((await refusal(it.keeper, 'PUT', `/assets/loans/${later.id}/handOver`, {}, 409)).code).toBe(
    'asset-loans.taken',
  );
  expect(
    (await refusal(it.keeper, 'PUT', `/assets/loans/${loan.id}`, { dueDate: Date.now() + 2 * DAY }, 409))
      .code,
  ).toBe('asset-loans.taken');
  const extended = await it.send(it.keeper, 'PUT', `/assets/loans/${loan.id}`, {
    dueDate: Date.now() + DAY / 2,
  });
  expect(extended.overdue).toBe(false);
  const stale = { headers: { 'if-match': `"${loan.dateUpdated}"` } };
  const edit = await it.keeper.call('PUT', `/assets/loans/${loan.id}`, { notes: 'A' }, stale);
  expect([edit.statusCode, edit.json<Refusal>().error.code]).toEqual([409, 'asset-loans.changed-meanwhile']);
});

test('a reservation is handed over by scan, and again a reservation when that is taken back', async () => {
  const asset = await it.asset({ name: 'Beamer C', localUID: 'LEND-C' });
  const reserved = await it.reserve(asset, it.ada, 1);
  const scan = () => it.send<LendingScan>(it.keeper, 'GET', '/assets/lending/scan?code=lend-c');
  expect((await scan()).reservations.map(({ id }) => id)).toEqual([reserved.id]);
  const out = await it.send(it.keeper, 'PUT', `/assets/loans/${reserved.id}/handOver`);
  expect([out.state, out.dueDate, out.startDate < reserved.startDate]).toEqual([
    'out',
    reserved.dueDate,
    true,
  ]);
  expect((await scan()).loan?.id).toBe(reserved.id);
  expect(await it.send(it.keeper, 'PUT', `/assets/loans/${reserved.id}/handOver`)).toEqual(out);
  await refusal(it.ada, 'PUT', `/assets/loans/${reserved.id}/cancel`, {}, 409);
  expect((await it.send(it.keeper, 'PUT', `/assets/loans/${reserved.id}/undo`)).state).toBe('reserved');
  expect((await it.send(it.ada, 'PUT', `/assets/loans/${reserved.id}/cancel`, { reason: 'Ill' })).state).toBe(
    'cancelled',
  );
  expect((await it.send(it.ada, 'PUT', `/assets/loans/${reserved.id}/undo`)).state).toBe('reserved');
});

test('a label lends by its bars and by its QR code; a serial number only while it is one asset’s', async () => {
  const asset = await it.asset({ serialNumber: 'TWIN-1' });
  const scan = (code: string, status = 200) =>
    it.send<LendingScan & Refusal>(
      it.keeper,
      'GET',
      `/assets/lending/scan?code=${encodeURIComponent(code)}`,
      undefined,
      status,
    );
  for (const code of [
    `AST-${asset}`,
    `https://elsewhere.example:8443/assets/${asset}`,
    `/assets/${asset}/`,
    'twin-1',
  ])
    expect((await scan(code)).asset.id).toBe(asset);
  await scan(`https://elsewhere.example/assets/${asset}/history`, 404);
  await scan('/assets/999999', 404);
  // Another than that of the store's, which came last.
  const [model] = await it.send<{ id: number }[]>(it.keeper, 'GET', '/assets/models');
  await it.send(it.keeper, 'POST', '/assets', { model: { id: model!.id }, serialNumber: 'TWIN-1' });
  expect((await scan('twin-1', 409)).error.code).toBe('asset-loans.several');
});

test('everybody sees their own, keepers all; search by time shows what is free first', async () => {
  const [one, two] = [await it.asset({ name: 'Tripod one' }), await it.asset({ name: 'Tripod two' })];
  const mine = await it.reserve(one, it.ada, 5);
  await it.send(it.bob, 'GET', `/assets/loans/${mine.id}`, undefined, 404);
  await it.send(it.bob, 'PUT', `/assets/loans/${mine.id}/cancel`, {}, 404);
  const ids = async (by: typeof it.ada, query = '') =>
    (await it.send<AssetLoan[]>(by, 'GET', `/assets/loans?search=tripod${query}`)).map(({ id }) => id);
  expect([
    await ids(it.ada),
    await ids(it.bob),
    await ids(it.keeper),
    await ids(it.keeper, '&mine=true'),
  ]).toEqual([[mine.id], [], [mine.id], []]);
  expect(await it.send(it.keeper, 'GET', '/assets/loans/count?search=tripod&state=reserved')).toEqual({
    count: 1,
  });
  const window = `startDate=${mine.startDate + 1000}&dueDate=${mine.dueDate}`;
  const found = await it.send<LendableAsset[]>(it.bob, 'GET', `/assets/lendable?search=TRIPOD&${window}`);
  expect(found.map(({ id, free, taken }) => [id, free, taken.map(({ loan }) => loan)])).toEqual([
    [two, true, []],
    [one, false, [mine.id]],
  ]);
  expect(
    await it.send(it.manager, 'PUT', '/assets/lendable', { assets: [{ id: two }], lendable: false }),
  ).toEqual({
    count: 1,
    ids: [two],
  });
  await it.send(it.keeper, 'PUT', '/assets/lendable', { assets: [{ id: two }], lendable: true }, 403);
  const body = { asset: { id: two }, startDate: Date.now(), dueDate: Date.now() + DAY };
  expect((await refusal(it.bob, 'POST', '/assets/loans/reserve', body, 409)).code).toBe(
    'asset-loans.not-lendable',
  );
  await it.send(it.bob, 'POST', '/assets/loans/reserve', { ...body, user: { id: it.ada.id } }, 403);
});

test('what cannot be is refused by name', async () => {
  const asset = await it.asset({ name: 'Beamer D' });
  const body = { asset: { id: asset }, user: { id: it.ada.id }, dueDate: Date.now() + DAY };
  const lend = (more: object, status: number) =>
    refusal(it.keeper, 'POST', '/assets/loans', { ...body, ...more }, status);
  expect((await lend({ dueDate: Date.now() - 1 }, 400)).field).toBe('dueDate');
  expect((await lend({ asset: { id: 999_999 } }, 400)).field).toBe('asset');
  expect((await lend({ center: { id: 999_999 } }, 400)).field).toBe('center');
  const gone = await it.admin.person();
  const held = await it.reserve(asset, gone, 20);
  await it.send(it.admin, 'DELETE', `/users/${gone.id}`);
  expect((await lend({ user: { id: gone.id } }, 400)).field).toBe('user');
  expect((await it.send(it.keeper, 'GET', `/assets/loans/${held.id}`)).state).toBe('cancelled');
  await it.send(it.keeper, 'PUT', `/assets/loans/${held.id}/return`, {}, 409);
  const when = { startDate: Date.now() + DAY, dueDate: Date.now() + DAY };
  expect(
    (await refusal(it.ada, 'POST', '/assets/loans/reserve', { ...body, ...when, user: undefined }, 400))
      .field,
  ).toBe('dueDate');
  const past = { startDate: Date.now() - DAY, dueDate: Date.now() + DAY };
  expect(
    (await refusal(it.ada, 'POST', '/assets/loans/reserve', { ...body, ...past, user: undefined }, 400))
      .field,
  ).toBe('startDate');
  await it.send(it.admin, 'PUT', `/assets/${asset}`, { condition: 'lost' });
  expect((await lend({}, 409)).code).toBe('asset-loans.lost');
  await it.send(it.admin, 'PUT', `/assets/${asset}`, { condition: 'good', active: false });
  expect((await lend({}, 409)).code).toBe('asset-loans.inactive');
  await it.send(it.ada, 'POST', '/assets/loans', body, 403);
});
