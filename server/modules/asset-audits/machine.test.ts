import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditAssetState, type AuditAssetState } from '#contract/asset-audit-state.ts';
import type { AuditRow, ScanAnswer, ScanLogLine } from '#contract/asset-audits.ts';
import type { Asset } from '#contract/assets.ts';
import { testServer } from '../../../test/app.ts';
import { auditDesk } from '../../../test/asset-audits.ts';

const server = await testServer();
const desk = await auditDesk(server);
const { kitchen, studio, auditor, keeper, manager, second, send } = desk;
const rooms = [kitchen.room.id, studio.room.id];
const COUNT = 4;
/** The last one is held by a person. */
const HELD = COUNT - 1;

/** An asset as the audit should tell of it. */
type Thing = {
  id: number;
  expectedRoom: number | null;
  registerRoom: number | null;
  seenRoom: number | null;
  placed: boolean;
  removed: boolean;
  /** Rooms of every sighting, and the last scan of it. */
  sightings: number[];
  scan?: { id: number; room: number; choice: boolean };
};
type Model = {
  audit: number;
  things: Thing[];
  done: Set<number>;
  clock: number;
  tags: number;
  walking: boolean;
};
type Command = fc.AsyncCommand<Model, null>;

const stateOf = ({ done, walking }: Model, thing: Thing, index: number): AuditAssetState =>
  auditAssetState({
    ...thing,
    expected: true,
    expectedOwner: index === HELD ? 1 : null,
    done: !walking || (thing.expectedRoom !== null && done.has(thing.expectedRoom)),
  });

const command = (name: string, run: (model: Model) => Promise<void>): Command => ({
  check: ({ walking }) => walking,
  run,
  toString: () => name,
});

const scan = (which: number, place: number, who: number) =>
  command(`scan ${which} in ${place} by ${who}`, async (model) => {
    const thing = model.things[which]!;
    const room = rooms[place]!;
    const by = [auditor, keeper][who]!;
    // Sightings lie more than a second apart: what is the same within one is tried elsewhere.
    const at = (model.clock += 2000);
    const answer = await desk.scan(model.audit, { code: `M-${thing.id}`, roomId: room, at }, by);
    const before = thing.seenRoom;
    if (before !== null) expect(answer.result).toBe('already-seen');
    else if (which === HELD) expect(answer.result).toBe('owned');
    else {
      const movedHere = thing.registerRoom === room && thing.registerRoom !== thing.expectedRoom;
      expect(answer.result).toBe(thing.expectedRoom === room || movedHere ? 'expected-here' : 'elsewhere');
    }
    if (before !== room) thing.placed = false;
    thing.seenRoom = room;
    thing.sightings.push(room);
    thing.scan = { id: answer.id, room, choice: false };
  });
const place = (which: number, undo: boolean) =>
  command(`${undo ? 'undo' : 'place'} ${which}`, async (model) => {
    const thing = model.things[which]!;
    if (!thing.scan) return;
    const path = `/assets/scans/${thing.scan.id}/${undo ? 'undo' : 'place'}`;
    const answer = await auditor.call('POST', path);
    if (answer.statusCode === 409) return;
    expect([path, answer.statusCode, answer.body]).toEqual([path, 200, answer.body]);
    expect('choice' in answer.json<ScanAnswer>()).toBe(!undo);
    if (undo && !thing.scan.choice) return;
    thing.scan.choice = !undo;
    thing.placed = !undo;
    const asset = await desk.read(thing.id);
    thing.registerRoom = asset.room?.id ?? null;
    if (!undo) expect(thing.registerRoom).toBe(thing.scan.room);
  });
const finish = (place_: number, done: boolean) =>
  command(`${done ? 'finish' : 'take up'} ${place_}`, async (model) => {
    const roomId = rooms[place_]!;
    await send(auditor, 'PUT', `/assets/audits/${model.audit}/spaces`, { roomId, done });
    if (done) model.done.add(roomId);
    else model.done.delete(roomId);
  });
const move = (which: number, place_: number) =>
  command(`move ${which} to ${place_}`, async (model) => {
    const thing = model.things[which]!;
    if (thing.removed || which === HELD) return;
    await send(keeper, 'PUT', `/assets/${thing.id}`, { room: { id: rooms[place_]! } });
    thing.registerRoom = rooms[place_]!;
  });
const remove = (which: number) =>
  command(`remove ${which}`, async (model) => {
    const thing = model.things[which]!;
    if (!thing.removed) await send(keeper, 'DELETE', `/assets/${thing.id}`);
    thing.removed = true;
  });
const stray = () =>
  command('unknown', async (model) => {
    const at = (model.clock += 2000);
    const answer = await desk.scan(model.audit, { code: 'STRAY', roomId: rooms[0]!, at });
    expect(answer.unknownTag).toMatchObject({ scans: (model.tags += 1) });
  });
const stop = () =>
  command('reconcile', async (model) => {
    await desk.step(model.audit, 'reconcile');
    model.walking = false;
  });

/** Whatever happened: nothing seen was lost, every state is that of the rules, and figures add up. */
async function compare(model: Model) {
  const { audit, things } = model;
  const rows = await send<AuditRow[]>(keeper, 'GET', `/assets/audits/${audit}/assets`);
  const states = new Map(rows.map(({ asset, state }) => [asset.id, state]));
  expect(things.map(({ id }) => states.get(id))).toEqual(
    things.map((thing, index) => stateOf(model, thing, index)),
  );
  const placed = new Map(rows.map(({ asset, placed: done }) => [asset.id, done !== undefined]));
  expect(things.map(({ id }) => placed.get(id))).toEqual(things.map((thing) => thing.placed));
  const log = await send<ScanLogLine[]>(keeper, 'GET', `/assets/audits/${audit}/scans`);
  for (const thing of things)
    expect(
      log
        .filter(({ asset }) => asset?.id === thing.id)
        .map(({ room }) => room.id)
        .toReversed(),
    ).toEqual(thing.sightings);
  const { figures } = await desk.show(audit);
  const { expected, found, misplaced, missing, pending, removed } = figures;
  expect([expected, found + misplaced + missing + pending + removed]).toEqual([COUNT, COUNT]);
  expect(figures.unknown).toBe(Math.min(model.tags, 1));
  expect((await desk.progress(audit)).figures).toEqual(figures);
}

test('whatever happens while people walk, no sighting is lost and the figures add up', async () => {
  const which = fc.nat(COUNT - 1);
  const where = fc.nat(rooms.length - 1);
  const scanning = fc.tuple(which, where, fc.nat(1)).map(([thing, room, who]) => scan(thing, room, who));
  await fc.assert(
    fc.asyncProperty(
      fc.commands(
        [
          scanning,
          scanning,
          fc.tuple(which, fc.boolean()).map(([thing, undo]) => place(thing, undo)),
          fc.tuple(where, fc.boolean()).map(([room, done]) => finish(room, done)),
          fc.tuple(which, where).map(([thing, room]) => move(thing, room)),
          which.map(remove),
          fc.constant(stray()),
          fc.constant(stop()),
        ],
        { maxCommands: 24, size: 'max' },
      ),
      async (commands) => {
        // What a run that failed has left behind.
        await server.owner.query('UPDATE asset SET deleted_at = now() WHERE deleted_at IS NULL');
        const things: Thing[] = [];
        for (let index = 0; index < COUNT; index += 1) {
          const room = index === HELD ? null : rooms[index % 2]!;
          const asset: Asset = await desk.add(
            room === null ? { owner: { id: manager.id } } : { room: { id: room } },
          );
          await send(keeper, 'PUT', `/assets/${asset.id}`, { localUID: `M-${asset.id}` });
          const blank = { seenRoom: null, placed: false, removed: false, sightings: [] };
          things.push({ id: asset.id, expectedRoom: room, registerRoom: room, ...blank });
        }
        const scope = { spaces: [kitchen.room, studio.room], owners: [{ id: manager.id }] };
        const { id: audit } = await desk.open({ scope });
        const model: Model = {
          audit,
          things,
          done: new Set(),
          clock: Date.now() - 3_600_000,
          tags: 0,
          walking: true,
        };
        await fc.asyncModelRun(() => ({ model, real: null }), commands);
        await compare(model);
        if (model.walking) await desk.step(audit, 'reconcile');
        model.walking = false;
        await compare(model);
        for (const kind of ['missing', 'misplaced', 'damaged'])
          await send(second, 'PUT', `/assets/audits/${audit}/decide`, { decision: 'accepted', kind });
        await server.owner
          .query(`UPDATE asset_unknown_tag SET state = 'dismissed', reason = 'x', decided_at = now(),
          decided_by = ${second.id} WHERE audit_id = ${audit}`);
        await desk.step(audit, 'close');
        await compare(model);
        for (const { id, removed } of things) if (!removed) await send(keeper, 'DELETE', `/assets/${id}`);
        await compare(model);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
