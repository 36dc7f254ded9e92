import { expect, test } from 'vitest';
import type { UnknownTag } from '#contract/asset-audit-results.ts';
import type { AuditRow, ScanAnswer, ScanLogLine, SpaceProgress } from '#contract/asset-audits.ts';
import { testServer, type TestUser } from '../../../test/app.ts';
import { auditDesk } from '../../../test/asset-audits.ts';
import { image } from '../../../test/tiny-image.ts';

const server = await testServer();
const desk = await auditDesk(server);
const { kitchen, studio, auditor, keeper, manager } = desk;
const [here, there] = [kitchen.room.id, studio.room.id];
let serial = 0;
const add = (body: object) => desk.add({ localUID: `T-${(serial += 1)}`, ...body });
/** So many seconds ago. */
const ago = (seconds: number) => Date.now() - seconds * 1000;

test('each scan is answered for what it is', async () => {
  const [book, screen, held] = [
    await add({ room: kitchen.room }),
    await add({ room: studio.room, model: desk.screen }),
    await add({ owner: { id: manager.id }, localUID: 'HELD' }),
  ];
  const { id, figures, spaces } = await desk.open();
  expect(figures).toMatchObject({ expected: 2, pending: 2, found: 0 });
  expect(spaces).toEqual({ toVisit: 2, visited: 0, done: 0 });
  const late = await add({ room: kitchen.room });

  const first = await desk.scan(id, { code: book.localUID!.toLowerCase(), roomId: here, at: ago(60) });
  expect(first).toMatchObject({ result: 'expected-here', repeated: false, actions: [] });
  expect(first).toMatchObject({
    asset: { id: book.id, localUID: book.localUID },
    progress: { expected: 1, seen: 1 },
  });
  expect(await desk.scan(id, { code: screen.localUID, roomId: here, at: ago(50) })).toMatchObject({
    result: 'elsewhere',
    expectedRoom: { name: 'Studio', building: { name: 'Elm House' } },
    actions: ['place', 'leave'],
  });
  const again = await desk.scan(id, { code: book.localUID, roomId: here }, keeper);
  expect(again).toMatchObject({ result: 'already-seen', seen: { at: first.at, by: { id: auditor.id } } });
  expect(await desk.scan(id, { assetId: held.id, roomId: here })).toMatchObject({
    result: 'owned',
    owner: { id: manager.id },
    actions: ['leave'],
  });
  // The QR code of its label, whatever host printed it.
  expect(
    await desk.scan(id, { code: `https://atrium.example/assets/${late.id}`, roomId: here }),
  ).toMatchObject({
    asset: { id: late.id },
    result: 'not-in-scope',
  });
  const unknown = await desk.scan(id, { code: ' nobody ', roomId: here, note: 'under the sink' });
  expect(unknown).toMatchObject({ result: 'unknown', code: 'nobody', actions: ['photograph', 'note'] });

  const progress = await desk.progress(id);
  expect(progress.figures).toEqual({
    expected: 2,
    found: 1,
    misplaced: 1,
    missing: 0,
    pending: 0,
    removed: 0,
    unexpected: 2,
    unknown: 1,
  });
  expect(progress.visits).toEqual({ toVisit: 2, visited: 1, done: 0 });
  expect(progress.buildings.map(({ name, figures: sum }) => [name, sum.expected, sum.unexpected])).toEqual([
    ['Elm House', 1, 0],
    ['Oak House', 1, 2],
  ]);
  expect((await desk.read(book.id)).seen).toMatchObject({ by: { id: keeper.id }, room: { id: here } });
});

test('what is seen elsewhere counts for its space, and what was put right is open once it is seen in another', async () => {
  const [one, two] = [await add({ room: kitchen.room }), await add({ room: kitchen.room })];
  const { id } = await desk.open({ scope: { spaces: [kitchen.room] } });
  const { expected } = (await desk.show(id)).figures;
  const strayed = await desk.scan(id, { code: one.localUID, roomId: there, at: ago(90) });
  await desk.send(auditor, 'POST', `/assets/scans/${strayed.id}/place`);
  const placed = async () => {
    const rows = await desk.send<AuditRow[]>(keeper, 'GET', `/assets/audits/${id}/assets?roomId=${here}`);
    return rows.flatMap(({ asset, placed: done }) => (done ? [asset.id] : []));
  };
  expect(await placed()).toEqual([one.id]);
  expect(await desk.scan(id, { code: two.localUID, roomId: here, at: ago(80) })).toMatchObject({
    progress: { expected, seen: 2 },
  });
  await desk.scan(id, { code: one.localUID, roomId: here, at: ago(70) });
  expect(await placed()).toEqual([]);
});

test('a tag twice within a second is one sighting; another space, later, is where it is', async () => {
  const book = await add({ room: kitchen.room });
  const { id } = await desk.open({ scope: { spaces: [kitchen.room] } });
  const at = ago(100);
  const first = await desk.scan(id, { code: book.localUID, roomId: here, at });
  const twice = await desk.scan(id, { code: book.localUID, roomId: here, at: at + 900 });
  expect(twice).toMatchObject({ id: first.id, result: 'expected-here', repeated: true });
  const sent = { code: book.localUID, roomId: there, clientId: 'a', at: at + 5000 };
  const moved = await desk.scan(id, sent, keeper);
  expect(moved).toMatchObject({
    result: 'already-seen',
    seen: { room: { id: here } },
    actions: ['place', 'leave'],
  });
  expect(await desk.scan(id, { ...sent, at: at + 60_000 }, keeper)).toMatchObject({
    id: moved.id,
    repeated: true,
  });
  // What is heard of late, though it was earlier, does not bring it back.
  await desk.scan(id, { code: book.localUID, roomId: here, at: at + 3000 }, keeper);
  const [row] = await desk.send<AuditRow[]>(
    auditor,
    'GET',
    `/assets/audits/${id}/assets?search=${book.localUID}`,
  );
  expect(row).toMatchObject({ state: 'misplaced', seen: { room: { id: there }, by: { id: keeper.id } } });
  const log = await desk.send<ScanLogLine[]>(keeper, 'GET', `/assets/audits/${id}/scans`);
  expect(log.map(({ room, by }) => [room.id, by.id]).toReversed()).toEqual([
    [here, auditor.id],
    [there, keeper.id],
    [here, keeper.id],
  ]);

  // Of two at the same moment one is first, and the other hears of it.
  const fresh = await add({ room: kitchen.room });
  const race = await desk.open({ scope: { spaces: [kitchen.room] } });
  const both = await Promise.all(
    [auditor, keeper].map((who) => desk.scan(race.id, { code: fresh.localUID, roomId: here }, who)),
  );
  expect(both.map(({ result }) => result).toSorted()).toEqual(['already-seen', 'expected-here']);
});

test('one tap corrects the place, another takes it back', async () => {
  const book = await add({ room: studio.room });
  const { id } = await desk.open({ scope: { spaces: [studio.room] } });
  const { id: scan } = await desk.scan(id, { code: book.localUID, roomId: here });
  const choose = (choice: string, status = 200) =>
    desk.send<ScanAnswer>(auditor, 'POST', `/assets/scans/${scan}/${choice}`, undefined, status);
  const whereIs = async () => (await desk.read(book.id)).room?.id;
  expect(await choose('leave')).toMatchObject({ choice: 'left', actions: ['undo'] });
  expect(await choose('place')).toMatchObject({ choice: 'placed', actions: ['undo'] });
  expect(await choose('place')).toMatchObject({ choice: 'placed' });
  expect(await whereIs()).toBe(here);
  expect((await desk.show(id)).figures).toMatchObject({ misplaced: 1, found: expect.any(Number) as number });
  expect(await choose('undo')).not.toHaveProperty('choice');
  expect(await whereIs()).toBe(there);
  const history = await desk.send<{ kind: string }[]>(keeper, 'GET', `/assets/${book.id}/history`);
  expect(history.map(({ kind }) => kind)).toEqual(['placed', 'placed', 'seen', 'added']);
  await choose('place');
  await desk.send(keeper, 'PUT', `/assets/${book.id}`, { room: null });
  await choose('undo', 409);
});

test('a walk without a campaign verifies, corrects, and fills the same inbox', async () => {
  const book = await add({ room: kitchen.room });
  const scan = (body: object) => desk.send<ScanAnswer & ScanAnswer[]>(keeper, 'POST', '/assets/scans', body);
  const answers = await scan([
    { code: book.localUID, roomId: here, at: ago(9) },
    { code: book.localUID, roomId: there, at: ago(5) },
    { code: 'stray', roomId: there, at: ago(4) },
    { code: 'STRAY', roomId: here, at: ago(1) },
  ]);
  expect(answers.map(({ result }) => result)).toEqual(['expected-here', 'elsewhere', 'unknown', 'unknown']);
  await desk.send(keeper, 'POST', `/assets/scans/${answers[1]!.id}/place`);
  expect((await desk.read(book.id)).room?.id).toBe(there);
  const tag = answers[3]!.unknownTag!;
  expect(tag).toEqual({ id: answers[2]!.unknownTag!.id, scans: 2 });
  const at = `/assets/unknown-tags/${tag.id}`;
  const pictured = await desk.send<UnknownTag>(keeper, 'POST', `${at}/attachImage`, { image });
  expect(pictured).toMatchObject({ tag: 'stray', scans: 2, room: { id: here }, state: 'open' });
  expect((await server.app.inject({ url: pictured.photograph!.downloadURL })).statusCode).toBe(401);
  const outsider = await desk.admin.person();
  const shown = (to: TestUser) => to.call('GET', pictured.photograph!.downloadURL.split('/v2')[1]!);
  expect((await shown(keeper)).statusCode).toBe(200);
  expect((await shown(outsider)).statusCode).toBe(404);
  const resolved = await desk.send<UnknownTag>(manager, 'PUT', `${at}/resolve`, {
    model: desk.book,
    name: 'Lost one',
  });
  expect(await desk.read(resolved.asset!.id)).toMatchObject({
    name: 'Lost one',
    localUID: 'stray',
    room: { id: here },
  });
  await desk.send(manager, 'PUT', `${at}/dismiss`, { reason: 'again' }, 409);
  expect(await scan({ code: 'stray', roomId: here })).toMatchObject({ result: 'expected-here' });
});

test('what is not seen in a finished space is missing until it is seen elsewhere', async () => {
  const [book, gone, moved] = [
    await add({ room: studio.room }),
    await add({ room: studio.room }),
    await add({ room: studio.room }),
  ];
  const { id } = await desk.open({ scope: { spaces: [studio.room] } });
  const others = (await desk.show(id)).figures.expected - 3;
  const finish = (done: boolean) =>
    desk.send<SpaceProgress>(auditor, 'PUT', `/assets/audits/${id}/spaces`, { roomId: there, done });
  expect(await finish(true)).toMatchObject({ state: 'done', figures: { missing: others + 3 } });
  await desk.send(keeper, 'DELETE', `/assets/${gone.id}`);
  await desk.send(keeper, 'PUT', `/assets/${moved.id}`, { room: kitchen.room });
  await desk.scan(id, { code: book.localUID, roomId: here });
  expect(await finish(true)).toMatchObject({ figures: { missing: others + 1, misplaced: 1, removed: 1 } });
  expect(await finish(false)).toMatchObject({
    state: 'to-visit',
    figures: { missing: 0, pending: others + 1 },
  });
  // The register has moved on: said so, and no difference.
  expect(await desk.scan(id, { code: moved.localUID, roomId: here })).toMatchObject({
    result: 'expected-here',
    moved: { room: { id: here } },
    expectedRoom: { id: there },
    actions: [],
  });
  // The label of what has been removed is still known here.
  expect(await desk.scan(id, { code: gone.localUID, roomId: there })).toMatchObject({
    result: 'expected-here',
    removed: true,
    actions: [],
  });
  expect((await desk.show(id)).figures).toMatchObject({ found: 2, misplaced: 1, removed: 0, unknown: 0 });
});
