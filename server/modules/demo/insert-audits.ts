import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import * as audits from '#server/modules/asset-audits/service.ts';
import type { Acting } from './acting.ts';
import type { Company } from './company.ts';
import { entriesOf } from './insert.ts';

type Expected = { asset: number; room: number; floor: number };

const expectedIn = (tx: WriteTx, audit: number): Promise<Expected[]> =>
  tx.query(
    `SELECT r.asset_id AS asset, s.room_id AS room, s.floor_id AS floor
     FROM asset_audit_asset r JOIN asset_audit_space s
       ON s.organisation_id = r.organisation_id AND s.audit_id = r.audit_id AND s.room_id = r.expected_room_id
     JOIN asset a ON a.organisation_id = r.organisation_id AND a.id = r.asset_id
     WHERE r.organisation_id = $1 AND r.audit_id = $2 AND NOT a.lendable AND a.condition = 'good'
     ORDER BY s.building_id, s.floor_id, s.room_id, r.asset_id`,
    [tx.organisation, audit],
  );

const roomsOf = (expected: readonly Expected[]) => [...new Set(expected.map(({ room }) => room))];
const inBatches = <T>(list: readonly T[], parts: number) =>
  Array.from({ length: parts }, (_, nth) => list.filter((_one, index) => index % parts === nth));

type Walk = { act: Acting; audit: number; auditor: Caller };

/** Scans in one space, all at once; answers what each came to. */
const scan = (
  { act, audit, auditor }: Walk,
  days: number,
  room: number,
  elements: readonly { assetId?: number; code?: string; condition?: 'damaged'; note?: string }[],
) =>
  audits.noteScans(act.ago(days), auditor, audit, {
    many: true,
    elements: elements.map((one) => ({ ...one, roomId: room })),
  });

/** Printers everywhere, walked by two, decided on by somebody else, closed. */
async function closedAudit(tx: WriteTx, act: Acting, [operator, colleague, manager]: readonly number[]) {
  const boss = act.as(manager!, 'MANAGER');
  const types = await entriesOf(tx, 'asset_type', 'code');
  const { id } = await audits.saveAudit(act.ago(36), boss, null, {
    name: 'Printers',
    note: 'Before the maintenance contracts are renewed.',
    dueDate: act.time(28),
    scope: { types: [{ id: types.id('printer') }] },
    auditors: [operator!, colleague!].map((one) => ({ id: act.id(one) })),
  });
  await audits.takeAuditTo(act.ago(35), boss, id, 'open');
  const expected = await expectedIn(tx, id);
  const rooms = roomsOf(expected);
  for (const [nth, some] of inBatches(rooms, 2).entries()) {
    const walk = { act, audit: id, auditor: act.as([operator!, colleague!][nth]!, 'OPERATOR') };
    for (const [step, room] of some.entries()) {
      const here = expected.filter((one) => one.room === room);
      const days = 34 - nth - step / 200;
      // Some are not there, some stand next door, one has seen better days.
      const found = step % 9 === 4 ? here.slice(1) : here;
      const at = step % 11 === 7 ? some[step - 1]! : room;
      const damaged = step === 3 ? { condition: 'damaged' as const, note: 'The lid is broken.' } : {};
      await scan(
        walk,
        days,
        at,
        found.map(({ asset }) => ({ assetId: asset, ...damaged })),
      );
      if (nth === 0 && step === 5)
        await scan(walk, days - 0.001, room, [{ code: 'LZ-4471-B', note: 'On a copier' }]);
      await audits.finishSpace(act.ago(days - 0.002), walk.auditor, id, { roomId: room, done: true });
    }
  }
  await audits.takeAuditTo(act.ago(31), boss, id, 'reconciling');
  for (const kind of ['misplaced', 'damaged', 'unexpected'] as const)
    await audits.decide(act.ago(30), boss, id, { kind, decision: 'accepted' });
  await audits.decide(act.ago(30), boss, id, {
    kind: 'missing',
    decision: 'rejected',
    reason: 'With the repairer; comes back by the end of the month.',
  });
  const open = await tx.query<{ id: number }>(
    `SELECT id FROM asset_unknown_tag WHERE organisation_id = $1 AND audit_id = $2 AND state = 'open'`,
    [tx.organisation, id],
  );
  for (const tag of open)
    await audits.dismissTag(act.ago(30), boss, tag.id, 'The label of the leasing company; taken off.');
  await audits.takeAuditTo(act.ago(29), boss, id, 'closed');
}

/** The house of the operator, half a floor into the walk. */
async function openAudit(
  tx: WriteTx,
  act: Acting,
  [operator, colleague, manager]: readonly number[],
  building: number,
) {
  const boss = act.as(manager!, 'MANAGER');
  const floors = await tx.query<{ id: number }>(
    'SELECT id FROM floor WHERE organisation_id = $1 AND building_id = $2 ORDER BY level DESC',
    [tx.organisation, building],
  );
  const { id } = await audits.saveAudit(act.ago(4), boss, null, {
    name: 'Getijhuis, every floor',
    note: 'Begin at the top. Chairs count too.',
    dueDate: act.time(-12),
    scope: { buildings: [{ id: building }] },
    auditors: [
      { id: act.id(operator!), floors: floors.slice(0, 2) },
      { id: act.id(colleague!), floors: floors.slice(2) },
    ],
  });
  await audits.takeAuditTo(act.ago(3), boss, id, 'open');
  const top = (await expectedIn(tx, id)).filter(({ floor }) => floor === floors[0]!.id);
  const rooms = roomsOf(top);
  const walk = { act, audit: id, auditor: act.as(operator!, 'OPERATOR') };
  for (const [step, room] of rooms.slice(0, 14).entries()) {
    const days = 1.2 - step / 100;
    const here = top.filter((one) => one.room === room).map(({ asset }) => ({ assetId: asset }));
    const done = step < 11;
    await scan(walk, days, room, done && step % 5 !== 2 ? here : here.slice(1));
    if (done) await audits.finishSpace(act.ago(days - 0.001), walk.auditor, id, { roomId: room, done });
  }
  // What turned up in the wrong space: put right at once, left for later, not yet decided.
  const strays = rooms
    .slice(16, 19)
    .map((room) => ({ assetId: top.find((one) => one.room === room)!.asset }));
  const [placed, left] = await scan(walk, 1.05, rooms[11]!, strays);
  await audits.placeHere(act.ago(1.045), walk.auditor, placed!.id);
  await audits.leaveAsItIs(act.ago(1.044), walk.auditor, left!.id);
  await scan(walk, 1.04, rooms[12]!, [
    { code: 'TI-009914', note: 'A label of ours, on a fan heater' },
    { code: 'KX-20417', note: 'Small grey box under the desk' },
    { code: '8719327' },
  ]);
}

/** A campaign that is over, one that is being walked and one to come, as the services would have written them. */
export async function insertAudits(
  tx: WriteTx,
  act: Acting,
  { people }: Company,
  buildings: readonly number[],
) {
  const operator = people.findIndex(({ post }) => post === 'operator');
  const manager = people.findIndex(({ post }) => post === 'manager');
  const colleague = people.findIndex(({ duty, post, site }) => duty === 'maintenance' && !post && site === 0);
  const who = [operator, colleague, manager];
  await closedAudit(tx, act, who);
  await openAudit(tx, act, who, buildings[0]!);
  await audits.saveAudit(act.ago(1), act.as(manager, 'MANAGER'), null, {
    name: 'Gdańsk: workshop and stores',
    note: 'With the calibration plan of next year.',
    dueDate: act.time(-40),
    scope: { buildings: [{ id: buildings[1]! }] },
    auditors: [{ id: act.id(operator) }],
  });
}
