import type { ScanAnswer, ScanBody, ScanLogLine, ScanLogQuery } from '#contract/asset-audits.ts';
import { forbidden, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { sawAssets } from '#server/modules/assets/service.ts';
import { listScans } from './report-repository.ts';
import { auditFor, demandState, worksWithAssets } from './rights.ts';
import { actionsOf, meet, resultOf, type Met } from './meet.ts';
import * as log from './scan-log-repository.ts';
import * as scans from './scan-repository.ts';
import { findUnknown, noteUnknown } from './unknown-repository.ts';

/** Where somebody stands and in which audit, as far as every scan of a batch needs it. */
type Standpoint = { audit: number | null; space: scans.Space; by: { id: number; name: string } };

/** The sighting that counts: the first, unless this one is later and of another space. */
async function keepSighting(
  tx: WriteTx,
  { audit, space, by }: Standpoint,
  { registered, row }: Met,
  { at, damaged }: { at: Date; damaged: boolean | undefined },
) {
  if (audit === null) return;
  const seen = { at, by: by.id, room: space.id };
  const asset = registered.id;
  if (!row) return scans.addUnexpected(tx, audit, registered, { ...seen, damaged: damaged ?? false });
  const counts = !row.seen || (row.seen.room.id !== space.id && at.getTime() >= row.seen.at);
  if (counts) await scans.moveSighting(tx, audit, asset, seen);
  if (damaged !== undefined && damaged !== row.damaged) await scans.setDamaged(tx, audit, asset, damaged);
}

const shortOf = ({ id, name }: { id: number; name: string }) => ({ id, name });

async function noteKnown(
  tx: WriteTx,
  standpoint: Standpoint,
  body: ScanBody,
  met: Met,
  at: Date,
): Promise<ScanAnswer> {
  const { audit, space, by } = standpoint;
  const { registered, row } = met;
  const same = { audit, asset: registered.id, unknown: null, room: space.id, at };
  const repeat = await log.findRepeat(tx, by.id, null, same);
  if (repeat) return repeat;
  const damaged = body.condition === undefined ? undefined : body.condition === 'damaged';
  const result = resultOf(met, space.id, audit);
  const code = (body.code ?? registered.asset.localUID ?? String(registered.id)).trim();
  await keepSighting(tx, standpoint, met, { at, damaged });
  await sawAssets(tx, by.id, [{ asset: registered.id, room: space.id }]);
  const id = await log.insertScan(tx, {
    audit,
    asset: registered.id,
    unknown: null,
    code,
    room: space.id,
    at,
    by: by.id,
    clientId: body.clientId ?? null,
    result,
    note: body.note?.trim() ?? '',
    damaged: damaged ?? false,
  });
  const expectedRoom = row?.expected ? row.expectedRoom : registered.room;
  const owner = registered.owner ?? row?.owner;
  return {
    id,
    result,
    code,
    room: shortOf(space),
    at: at.getTime(),
    by,
    repeated: false,
    asset: registered.asset,
    ...(expectedRoom && { expectedRoom }),
    ...(owner && { owner }),
    ...(row?.seen && { seen: row.seen }),
    ...(row?.moved && {
      moved: {
        ...(registered.room && { room: shortOf(registered.room) }),
        ...(registered.owner && { owner: registered.owner }),
      },
    }),
    removed: registered.removed,
    damaged: damaged ?? row?.damaged ?? false,
    actions: actionsOf(met, space.id),
  };
}

async function noteTag(
  tx: WriteTx,
  { audit, space, by }: Standpoint,
  body: ScanBody,
  at: Date,
): Promise<ScanAnswer> {
  const code = body.code!.trim();
  const note = body.note?.trim() ?? '';
  const known = await findUnknown(tx, audit, code);
  if (known !== undefined) {
    const repeat = await log.findRepeat(tx, by.id, null, {
      audit,
      asset: null,
      unknown: known,
      room: space.id,
      at,
    });
    if (repeat) return repeat;
  }
  const tag = await noteUnknown(tx, audit, code, { room: space.id, at, by: by.id, note });
  const id = await log.insertScan(tx, {
    audit,
    asset: null,
    unknown: tag.id,
    code,
    room: space.id,
    at,
    by: by.id,
    clientId: body.clientId ?? null,
    result: 'unknown',
    note,
    damaged: false,
  });
  return {
    id,
    result: 'unknown',
    code,
    room: shortOf(space),
    at: at.getTime(),
    by,
    repeated: false,
    removed: false,
    damaged: false,
    unknownTag: tag,
    actions: ['photograph', 'note'],
  };
}

async function noteOne(
  tx: WriteTx,
  standpoint: Standpoint,
  body: ScanBody,
  field: string,
): Promise<ScanAnswer> {
  const at = new Date(Math.min(body.at ?? tx.stamp.getTime(), tx.stamp.getTime()));
  const met = await meet(tx, standpoint, body, field);
  const noted = met
    ? await noteKnown(tx, standpoint, body, met, at)
    : await noteTag(tx, standpoint, body, at);
  const { audit, space } = standpoint;
  const answer = audit === null ? noted : { ...noted, progress: await scans.spaceCount(tx, audit, space.id) };
  if (!noted.repeated) await log.keepAnswer(tx, noted.id, answer);
  return answer;
}

/**
 * Notes what was scanned, in the order given: all of it, or nothing.
 * @param audit null: a walk without a campaign
 * @throws 400 naming the field, 403, 404, 409
 */
export async function noteScans(
  tx: WriteTx,
  caller: Caller,
  audit: number | null,
  { many, elements }: { many: boolean; elements: readonly ScanBody[] },
): Promise<ScanAnswer[]> {
  if (audit === null) {
    if (!worksWithAssets(caller)) throw forbidden();
  } else {
    const found = await auditFor(tx, caller, audit);
    demandState(found, ['open'], SENTENCES[found.state]);
  }
  const by = { id: caller.id, name: await log.nameOf(tx, caller.id) };
  const spaces = new Map<number, scans.Space>();
  const answers: ScanAnswer[] = [];
  for (const [index, body] of elements.entries()) {
    const at = many ? `[${index}].` : '';
    const known =
      body.clientId === undefined ? undefined : await log.findRepeat(tx, caller.id, body.clientId, undefined);
    const space = spaces.get(body.roomId) ?? (await scans.readSpace(tx, body.roomId));
    if (!space) throw invalid(`${at}roomId`, `names no space (id ${body.roomId})`);
    if (!spaces.has(space.id)) {
      spaces.set(space.id, space);
      if (audit !== null) await scans.visitSpace(tx, audit, space, tx.stamp);
    }
    answers.push(known ?? (await noteOne(tx, { audit, space, by }, body, at)));
  }
  if (audit !== null && answers.length > 0)
    await announce(tx, { topic: 'asset-audits', ids: [audit], by: caller.id });
  return answers;
}

const SENTENCES = {
  planned: 'The campaign has not been opened yet.',
  open: '',
  reconciling: 'Walking is over: the campaign is being reconciled.',
  closed: 'The campaign is closed.',
  cancelled: 'The campaign was cancelled.',
};

/** The log of a campaign, newest first. @throws 403, 404 */
export const listLog = (
  db: Database,
  caller: Caller,
  id: number,
  query: ScanLogQuery,
): Promise<ScanLogLine[]> =>
  db.read(caller.organisation, async (tx) => {
    await auditFor(tx, caller, id);
    return listScans(tx, id, query);
  });
