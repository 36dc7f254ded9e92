import { AppError, forbidden, notFound } from '#server/lib/app-error.ts';
import { managers, may, workers, type Access, type Caller } from '#server/lib/caller.ts';
import type { Tx } from '#server/lib/database.ts';
import { findAudit, namedIn, type Audit } from './audit-repository.ts';

export const managersOnly = { access: { module: 'asset', roles: managers } as Access };
export const workersOnly = { access: { module: 'asset', roles: workers } as Access };
/** Auditors need no role: whether the caller is named in the campaign is looked at when it is known which. */
export const auditorsToo = { access: 'signed-in' as Access };

export const worksWithAssets = (caller: Caller) => may(caller, 'asset', workers);
export const managesAssets = (caller: Caller) => may(caller, 'asset', managers);

/** The campaigns that the caller is named in; undefined: they see all. @throws 403 for who sees none */
export async function visibleTo(tx: Tx, caller: Caller): Promise<number[] | undefined> {
  if (worksWithAssets(caller)) return undefined;
  const named = await namedIn(tx, caller.id);
  if (named.length === 0) throw forbidden();
  return named;
}

/** A campaign that the caller sees. @throws 403, 404 */
export async function auditFor(tx: Tx, caller: Caller, id: number): Promise<Audit> {
  const visible = await visibleTo(tx, caller);
  if (visible && !visible.includes(id)) throw forbidden();
  const audit = await findAudit(tx, id);
  if (!audit) throw notFound();
  return audit;
}

/** @throws 409 unless the campaign is in one of the states */
export function demandState(audit: Audit, states: readonly Audit['state'][], sentence: string): void {
  if (!states.includes(audit.state)) throw new AppError(409, 'asset-audits.state', sentence);
}
