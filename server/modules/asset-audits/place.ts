import type { ScanAnswer } from '#contract/asset-audits.ts';
import { AppError, forbidden, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { placeAssets } from '#server/modules/assets/service.ts';
import * as choices from './place-repository.ts';
import { auditFor, demandState, visibleTo, worksWithAssets } from './rights.ts';
import { readRegistered, type Registered } from './scan-repository.ts';

const conflict = (code: string, sentence: string) => new AppError(409, `asset-audits.${code}`, sentence);

/** A scan of an asset about which the caller may choose now. @throws 403, 404, 409 */
async function scanFor(
  tx: WriteTx,
  caller: Caller,
  id: number,
): Promise<choices.Chosen & { registered: Registered }> {
  const visible = await visibleTo(tx, caller);
  const scan = await choices.readScan(tx, id);
  if (!scan) throw notFound();
  if (scan.audit !== null) {
    const audit = await auditFor(tx, caller, scan.audit);
    demandState(audit, ['open'], 'Walking is over: this is decided on when the campaign is reconciled.');
  } else if (visible && !worksWithAssets(caller)) throw forbidden();
  const registered = scan.asset === null ? undefined : await readRegistered(tx, scan.asset);
  if (!registered) throw conflict('unknown', 'This is a tag that the register does not know.');
  return { ...scan, registered };
}

async function finish(
  tx: WriteTx,
  caller: Caller,
  { id, audit, answer }: choices.Chosen,
  choice: choices.Choice | null,
  actions: ScanAnswer['actions'],
): Promise<ScanAnswer> {
  if (audit !== null) await announce(tx, { topic: 'asset-audits', ids: [audit], by: caller.id });
  const { choice: _before, ...rest } = answer;
  const told = { ...rest, ...(choice && { choice }), actions };
  await choices.keepAnswer(tx, id, told);
  return told;
}

/** The register says the space of the scan from now on. @throws 403, 404, 409 with a sentence */
export async function placeHere(tx: WriteTx, caller: Caller, id: number): Promise<ScanAnswer> {
  const scan = await scanFor(tx, caller, id);
  const { registered, room } = scan;
  if (scan.choice === 'placed') return { ...scan.answer };
  if (registered.removed)
    throw conflict('removed', 'This asset has been taken out of the register meanwhile.');
  if (registered.owner)
    throw conflict(
      'owned',
      `${registered.owner.name} has this asset: it stays with them until it is returned.`,
    );
  const since = await choices.seenSince(tx, scan);
  if (since) throw conflict('seen-since', `It has been seen in ${since} since.`);
  if (!(await choices.isThere(tx, room))) throw conflict('space', 'This space is there no longer.');
  const from = registered.room?.id ?? null;
  if (from !== room) await placeAssets(tx, caller.id, [{ asset: registered.id, room }]);
  await choices.writeChoice(tx, id, 'placed', caller.id, from);
  if (scan.audit !== null) await choices.writePlaced(tx, scan.audit, registered.id, caller.id);
  return finish(tx, caller, scan, 'placed', ['undo']);
}

/** Nobody has to ask again at this scan; the difference is decided on later. @throws 403, 404, 409 */
export async function leaveAsItIs(tx: WriteTx, caller: Caller, id: number): Promise<ScanAnswer> {
  const scan = await scanFor(tx, caller, id);
  if (scan.choice === 'placed')
    throw conflict('placed', 'Its place has been corrected. Take that back first.');
  if (scan.choice === null) await choices.writeChoice(tx, id, 'left', caller.id, null);
  return finish(tx, caller, scan, 'left', ['undo']);
}

/** Takes back what was chosen; what has moved on since stays where it is. @throws 403, 404, 409 */
export async function undoChoice(tx: WriteTx, caller: Caller, id: number): Promise<ScanAnswer> {
  const scan = await scanFor(tx, caller, id);
  const { registered, room } = scan;
  if (scan.choice === 'placed') {
    if (registered.removed || registered.owner || registered.room?.id !== room)
      throw conflict(
        'moved-since',
        'The register has been changed since: look where it says the asset is now.',
      );
    if (scan.fromRoom !== room)
      await placeAssets(tx, caller.id, [
        { asset: registered.id, room: (await choices.isThere(tx, scan.fromRoom)) ? scan.fromRoom : null },
      ]);
    if (scan.audit !== null) await choices.writePlaced(tx, scan.audit, registered.id, null);
  }
  if (scan.choice !== null) await choices.writeChoice(tx, id, null, caller.id, null);
  const held = registered.owner !== null;
  const stays = scan.choice === 'placed' && scan.fromRoom === room;
  return finish(tx, caller, scan, null, held ? ['leave'] : stays ? [] : ['place', 'leave']);
}
