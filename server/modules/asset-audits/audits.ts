import { mayBecome, type AuditState } from '#contract/asset-audit-state.ts';
import type { AssetAudit, AuditListQuery, AuditScopeBody, AuditWrite } from '#contract/asset-audits.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import * as audits from './audit-repository.ts';
import * as writes from './audit-write-repository.ts';
import { auditFor, demandState, managesAssets, visibleTo, worksWithAssets } from './rights.ts';
import { saveSeries } from './series.ts';
import { countScope, takeSnapshot } from './snapshot-repository.ts';

const nothing: writes.Scope = { buildings: [], floors: [], spaces: [], types: [], owners: [] };

/** The contract's `assetAudit` for this caller. */
async function complete(tx: Tx, caller: Caller, json: audits.AuditJson): Promise<AssetAudit> {
  const { standing, named, ...rest } = json;
  const may = {
    manage: managesAssets(caller) && !['closed', 'cancelled'].includes(json.state),
    scan: json.state === 'open' && (named || worksWithAssets(caller)),
  };
  return { ...rest, ...(standing ?? (await audits.countAudit(tx, json.id))), may } as unknown as AssetAudit;
}
/** @throws 404 */
export async function renderAudit(tx: Tx, caller: Caller, id: number): Promise<AssetAudit> {
  const json = await audits.showAudit(tx, id, caller.id);
  if (!json) throw notFound();
  return complete(tx, caller, json);
}

/** @throws 403 */
export const listAudits = (db: Database, caller: Caller, query: AuditListQuery): Promise<AssetAudit[]> =>
  db.read(caller.organisation, async (tx) => {
    const rows = await audits.listAudits(tx, query, caller.id, await visibleTo(tx, caller));
    const told: AssetAudit[] = [];
    for (const row of rows) told.push(await complete(tx, caller, row));
    return told;
  });
/** @throws 403 */
export const countAudits = (db: Database, caller: Caller, query: AuditListQuery): Promise<number> =>
  db.read(caller.organisation, async (tx) =>
    audits.countAudits(tx, query, caller.id, await visibleTo(tx, caller)),
  );
/** @throws 403, 404 */
export const showAudit = (db: Database, caller: Caller, id: number): Promise<AssetAudit> =>
  db.read(caller.organisation, async (tx) => {
    await auditFor(tx, caller, id);
    return renderAudit(tx, caller, id);
  });

/** @throws 400 naming the field */
async function checkScope(tx: Tx, body: AuditScopeBody, at = 'scope.'): Promise<writes.Scope> {
  const scope = { ...nothing };
  for (const [part, { table, word }] of Object.entries(writes.scopeParts)) {
    const ids = (body[part as writes.ScopePart] ?? []).map(({ id }) => id);
    await writes.demandThere(tx, table, ids, { field: (index) => `${at}${part}[${index}].id`, word });
    scope[part as writes.ScopePart] = ids;
  }
  return scope;
}
/** What a scope would expect today. @throws 400 */
export const previewScope = (db: Database, caller: Caller, body: AuditScopeBody) =>
  db.read(caller.organisation, async (tx) => countScope(tx, await checkScope(tx, body, '')));

async function checkAuditors(tx: Tx, given: NonNullable<AuditWrite['auditors']>): Promise<writes.Auditor[]> {
  const auditors = given.map(({ id, floors = [] }) => ({ id, floors: floors.map((floor) => floor.id) }));
  const people = auditors.map(({ id }) => id);
  await writes.demandThere(tx, 'app_user', people, {
    field: (index) => `auditors[${index}].id`,
    word: 'person',
  });
  for (const [nth, { floors }] of auditors.entries())
    await writes.demandThere(tx, 'floor', floors, {
      field: (index) => `auditors[${nth}].floors[${index}].id`,
      word: 'floor',
    });
  return auditors;
}

const ENDED = 'The campaign has ended; nothing of it can be changed.';
/** Adds a campaign, or changes that of the id. @throws 400 naming the field, 404, 409 */
export async function saveAudit(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  body: AuditWrite,
): Promise<AssetAudit> {
  const before = id === null ? undefined : await auditFor(tx, caller, id);
  if (before) {
    if (body.id !== undefined && body.id !== id) throw invalid('id', 'is not that of the address');
    // How a campaign comes again is not part of it: that can be ended when the campaign has been closed.
    const { id: _own, recurrence, ...rest } = body;
    if (before.series !== null && recurrence !== undefined && Object.keys(rest).length === 0) {
      await saveSeries(tx, before.series, recurrence);
      await announce(tx, { topic: 'asset-audits', ids: [before.id], by: caller.id });
      return renderAudit(tx, caller, before.id);
    }
    demandState(before, ['planned', 'open', 'reconciling'], ENDED);
    if (body.scope !== undefined)
      demandState(before, ['planned'], 'The campaign has been opened; what it covers stays as it is.');
  }
  const scope = body.scope === undefined ? undefined : await checkScope(tx, body.scope);
  const auditors = body.auditors && (await checkAuditors(tx, body.auditors));
  const values: writes.Campaign = {
    name: body.name,
    note: body.note === null ? '' : body.note,
    due_at: body.dueDate === undefined ? undefined : body.dueDate === null ? null : new Date(body.dueDate),
    ...(await saveSeries(tx, before?.series ?? null, body.recurrence)),
  };
  const audit = id ?? (await writes.insertAudit(tx, caller.id, values));
  if (id !== null) await writes.updateAudit(tx, id, values);
  if (scope) await writes.writeScope(tx, audit, scope);
  if (auditors) await writes.writeAuditors(tx, audit, auditors);
  await announce(tx, { topic: 'asset-audits', ids: [audit], by: caller.id });
  return renderAudit(tx, caller, audit);
}

const refusals: Record<Exclude<AuditState, 'planned'>, string> = {
  open: 'Only a planned campaign can be opened, or one gone on with that is being reconciled.',
  reconciling: 'Only an open campaign can be reconciled.',
  closed: 'Only a campaign that is being reconciled can be closed.',
  cancelled: ENDED,
};

async function open(tx: WriteTx, id: number) {
  const count = await takeSnapshot(tx, id, await writes.readScope(tx, id));
  if (count === 0)
    throw new AppError(
      409,
      'asset-audits.empty',
      'There is no asset in what this campaign covers. Choose other places, types or owners first.',
      { field: 'scope' },
    );
}
async function demandUndecided(tx: WriteTx, id: number) {
  const rows = await tx.query(
    `SELECT FROM asset_audit_asset WHERE organisation_id = current_organisation() AND audit_id = $1
       AND decision IS NOT NULL LIMIT 1`,
    [id],
  );
  if (rows.length > 0)
    throw new AppError(409, 'asset-audits.decided', 'Differences have been decided on; walking is over.');
}

/** Takes a campaign on to another state; one that is there already stays. @throws 403, 404, 409 */
export async function takeAuditTo(
  tx: WriteTx,
  caller: Caller,
  id: number,
  state: Exclude<AuditState, 'planned'>,
  reason?: string | null,
): Promise<AssetAudit> {
  const audit = await auditFor(tx, caller, id);
  if (audit.state === state) return renderAudit(tx, caller, id);
  if (!mayBecome(audit.state, state)) throw new AppError(409, 'asset-audits.state', refusals[state]);
  if (state === 'open' && audit.state === 'planned') await open(tx, id);
  if (state === 'open' && audit.state === 'reconciling') await demandUndecided(tx, id);
  if (state === 'closed' || state === 'cancelled') {
    const standing = await audits.countAudit(tx, id);
    if (state === 'closed' && standing.undecided > 0)
      throw new AppError(
        409,
        'asset-audits.undecided',
        `Differences that nobody has decided on yet: ${standing.undecided}.`,
      );
    const { scope, auditors, createdBy, openedBy } = await renderAudit(tx, caller, id);
    const names = { scope, auditors, ...(createdBy && { createdBy }), ...(openedBy && { openedBy }) };
    await writes.freeze(tx, id, { ...standing, ...names }, reason?.trim() || null);
  }
  await writes.setState(tx, id, state, caller.id);
  await announce(tx, { topic: 'asset-audits', ids: [id], by: caller.id });
  return renderAudit(tx, caller, id);
}
