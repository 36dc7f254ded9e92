import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import { centersOf, may, workers, type Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { namesVersion } from '#server/lib/if-match.ts';
import { findAsset, findCenter, isPerson, type AssetNow } from './asset-repository.ts';
import { lastEditor, loadLoan, type Stored } from './loan-repository.ts';

/** So long ago a reservation may begin: people take a thing first and write it down then. */
const GRACE = 15 * 60_000;
/** Nothing is lent for longer. */
const LONGEST = 5 * 366 * 86_400_000;

export const refused = (code: string, message: string, field?: string) =>
  new AppError(409, `asset-loans.${code}`, message, field === undefined ? {} : { field });

/** Whoever works in an asset center lends and takes back. */
export const keeps = (caller: Caller) => may(caller, 'asset', workers);

/** The loan, for its borrower and for keepers; locked. @throws 404, for one that the caller may not see too */
export async function loanFor(tx: WriteTx, caller: Caller, id: number): Promise<Stored> {
  const loan = await loadLoan(tx, id);
  if (!loan || (loan.user !== caller.id && !keeps(caller))) throw notFound('There is no such loan.');
  return loan;
}

/** @throws 400 */
export function checkSameId(sent: number | undefined, id: number): void {
  if (sent !== undefined && sent !== id) throw invalid('id', 'is not that of the address');
}

/** @throws 409 for an edit made on what has changed since */
export async function checkFresh(tx: Tx, loan: Stored, ifMatch: string | undefined): Promise<void> {
  if (namesVersion(ifMatch, loan.dateUpdated)) return;
  const who = (await lastEditor(tx, loan.id)) ?? 'Somebody else';
  throw refused(
    'changed-meanwhile',
    `${who} changed this loan meanwhile. Look at the change, then make yours again.`,
  );
}

/** @throws 400 naming the attribute */
export function checkTimes({ since, until }: { since: number; until: number }, now: number): void {
  if (until <= since) throw invalid('dueDate', 'must be later than the start');
  if (until <= now) throw invalid('dueDate', 'lies in the past. Choose a time to come.');
  if (until - since > LONGEST) throw invalid('dueDate', 'is more than five years after the start');
}
/** @throws 400 */
export function checkStart(since: number, now: number): void {
  if (since < now - GRACE) throw invalid('startDate', 'lies in the past. Choose a time to come.');
}

/** @throws 400 for somebody who is not there, also when they have been removed */
export async function checkPerson(tx: Tx, user: number): Promise<void> {
  if (!(await isPerson(tx, user))) throw invalid('user', 'names no person of your organisation');
}

/** @throws 400, 409 for an asset that cannot be handed over at all */
export async function assetToLend(tx: Tx, id: number, caller: Caller): Promise<AssetNow> {
  const asset = await findAsset(tx, id);
  if (!asset) throw invalid('asset', 'names no asset of your organisation');
  if (!asset.active)
    throw refused('inactive', `${asset.name} is not in use any more. Choose another asset.`, 'asset');
  if (asset.condition === 'lost')
    throw refused(
      'lost',
      `${asset.name} is lost. When it has been found, say so in the register first.`,
      'asset',
    );
  if (!asset.lendable && !keeps(caller))
    throw refused('not-lendable', `${asset.name} cannot be reserved. Ask the asset center.`, 'asset');
  return asset;
}

/** The center that lends. @throws 400, 403 */
export async function centerFor(tx: Tx, caller: Caller, asked: number | undefined): Promise<number> {
  const mine = keeps(caller) ? centersOf(caller, 'asset', workers) : undefined;
  if (asked !== undefined && mine && !mine.includes(asked)) {
    if ((await findCenter(tx, asked)) === undefined)
      throw invalid('center', 'names no asset center of your organisation');
    throw forbidden('You do not work in this asset center.');
  }
  const center = await findCenter(tx, asked ?? mine?.[0]);
  if (center === undefined) throw invalid('center', 'names no asset center of your organisation');
  return center;
}
