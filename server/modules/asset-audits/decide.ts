import type { DecideBody, Difference, DifferenceQuery } from '#contract/asset-audit-results.ts';
import type { AuditRow, AuditRowQuery } from '#contract/asset-audits.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { placeAssets } from '#server/modules/assets/service.ts';
import { countAudit } from './audit-repository.ts';
import * as differences from './difference-repository.ts';
import { auditFor, demandState, managesAssets } from './rights.ts';

/** What the database says of somebody who decides on what they scanned. */
export const OWN_SCAN = 'AT622';
export const ownScan = (sentence: string) => new AppError(403, 'asset-audits.own-scan', sentence);

/** Assets of a campaign. @throws 403, 404 */
export const listRows = (
  db: Database,
  caller: Caller,
  id: number,
  query: AuditRowQuery,
): Promise<AuditRow[]> =>
  db.read(caller.organisation, async (tx) => {
    await auditFor(tx, caller, id);
    return differences.listRows(tx, id, query);
  });
export const countRows = (db: Database, caller: Caller, id: number, query: AuditRowQuery): Promise<number> =>
  db.read(caller.organisation, async (tx) => {
    await auditFor(tx, caller, id);
    return differences.countRows(tx, id, query);
  });

export const listDifferences = (
  db: Database,
  caller: Caller,
  id: number,
  query: DifferenceQuery,
): Promise<Difference[]> =>
  db.read(caller.organisation, async (tx) => {
    const audit = await auditFor(tx, caller, id);
    const mayDecide = audit.state === 'reconciling' && managesAssets(caller);
    return differences.listDifferences(tx, id, query, { person: caller.id, mayDecide });
  });
export const countDifferences = (
  db: Database,
  caller: Caller,
  id: number,
  query: DifferenceQuery,
): Promise<number> =>
  db.read(caller.organisation, async (tx) => {
    await auditFor(tx, caller, id);
    return differences.countDifferences(tx, id, query);
  });

/** What the register is to say once a difference has been accepted. Whoever holds something keeps it. */
function correction({ asset, state, damaged, held, placed, seenRoom }: differences.Open, note: string) {
  const moves = (state === 'misplaced' || state === 'unexpected') && !held && !placed && seenRoom !== null;
  const condition = state === 'missing' ? ('lost' as const) : damaged ? ('damaged' as const) : undefined;
  return { asset, ...(moves && { room: seenRoom }), ...(condition && { condition }), note };
}

/** @throws 400 for what is no difference, 403 for one's own, 409 for what has been decided on */
function demandOpen(chosen: differences.Open[], ids: number[]) {
  const found = new Map(chosen.map((one) => [one.asset, one]));
  for (const [index, id] of ids.entries())
    if (!found.has(id)) throw invalid(`assets[${index}].id`, `names no asset of this campaign (id ${id})`);
  const settled = chosen.find(({ undecided }) => !undecided);
  if (settled)
    throw new AppError(
      409,
      'asset-audits.settled',
      `There is nothing to decide about ${settled.name} any more.`,
    );
}

/** Decides on differences: all that are named, or nothing. @throws 400, 403, 404, 409 */
export async function decide(
  tx: WriteTx,
  caller: Caller,
  id: number,
  body: DecideBody,
): Promise<{ decided: number; own: number; undecided: number }> {
  const audit = await auditFor(tx, caller, id);
  demandState(
    audit,
    ['reconciling'],
    audit.state === 'open'
      ? 'People are still walking. End the walk first, then decide.'
      : 'Differences are decided on while a campaign is being reconciled.',
  );
  const ids = [...new Set(body.assets?.map((asset) => asset.id) ?? [])];
  const chosen = await differences.readDifferences(
    tx,
    id,
    caller.id,
    body.kind === undefined ? { assets: ids } : { kind: body.kind },
  );
  if (body.assets) demandOpen(chosen, ids);
  const own = chosen.filter((one) => one.own);
  const mine = own[0];
  if (mine && (body.assets || own.length === chosen.length))
    throw ownScan(`You scanned ${mine.name} yourself. Somebody else has to decide about it.`);
  const decided = chosen.filter((one) => !one.own);
  const reason = body.reason?.trim() || null;
  if (body.decision === 'accepted')
    await placeAssets(
      tx,
      caller.id,
      decided.map((one) => correction(one, audit.name)),
    );
  const assets = decided.map(({ asset }) => asset);
  try {
    await differences.writeDecisions(tx, id, assets, { decision: body.decision, reason, by: caller.id });
  } catch (error) {
    if ((error as { code?: string }).code === OWN_SCAN)
      throw ownScan('You scanned one of these yourself. Somebody else has to decide about it.');
    throw error;
  }
  await announce(tx, { topic: 'asset-audits', ids: [id], by: caller.id });
  const { undecided } = await countAudit(tx, id);
  return { decided: decided.length, own: own.length, undecided };
}
