import type { UnknownTag, UnknownTagQuery, UnknownTagResolve } from '#contract/asset-audit-results.ts';
import { AppError, forbidden, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import type { FileStore } from '#server/lib/files.ts';
import type { Image } from '#server/lib/images.ts';
import { createAsset, editAsset, standing } from '#server/modules/assets/service.ts';
import { findAudit } from './audit-repository.ts';
import { demandThere } from './audit-write-repository.ts';
import { OWN_SCAN, ownScan } from './decide.ts';
import { managesAssets, visibleTo } from './rights.ts';
import { writePlaced } from './place-repository.ts';
import { addUnexpected, moveSighting, readRegistered, readRow } from './scan-repository.ts';
import * as tags from './unknown-repository.ts';

/** Auditors without a role see the tags of their campaigns. @throws 403 */
export const listTags = (db: Database, caller: Caller, query: UnknownTagQuery): Promise<UnknownTag[]> =>
  db.read(caller.organisation, async (tx) => tags.listTags(tx, query, await visibleTo(tx, caller)));
export const countTags = (db: Database, caller: Caller, query: UnknownTagQuery): Promise<number> =>
  db.read(caller.organisation, async (tx) => tags.countTags(tx, query, await visibleTo(tx, caller)));

async function render(tx: Tx, id: number): Promise<UnknownTag> {
  return (await tags.listTags(tx, { id }, undefined))[0]!;
}
/** @throws 403, 404 */
export const showTag = (db: Database, caller: Caller, id: number): Promise<UnknownTag> =>
  db.read(caller.organisation, async (tx) => {
    await tagFor(tx, caller, id);
    return render(tx, id);
  });
/** @throws 403, 404 */
async function tagFor(tx: Tx, caller: Caller, id: number): Promise<tags.Tag> {
  const visible = await visibleTo(tx, caller);
  const tag = await tags.readTag(tx, id);
  if (visible && !visible.includes(tag?.audit ?? 0)) throw forbidden();
  if (!tag) throw notFound();
  return tag;
}
/** A tag that can be written to. @throws 403, 404, 409 */
async function openTag(tx: WriteTx, caller: Caller, id: number): Promise<tags.Tag> {
  const tag = await tagFor(tx, caller, id);
  const audit = tag.audit === null ? undefined : await findAudit(tx, tag.audit);
  if (audit && (audit.state === 'closed' || audit.state === 'cancelled'))
    throw new AppError(409, 'asset-audits.state', 'Its campaign has ended; nothing of it can be changed.');
  if (tag.state !== 'open')
    throw new AppError(
      409,
      'asset-audits.tag-settled',
      'It has been decided already what became of this tag.',
    );
  return tag;
}
async function finish(tx: WriteTx, caller: Caller, { id, audit }: tags.Tag): Promise<UnknownTag> {
  await announce(tx, { topic: 'asset-audits', ids: audit === null ? [] : [audit], by: caller.id });
  return render(tx, id);
}

/** @throws 403, 404, 409 */
export async function noteTag(
  tx: WriteTx,
  caller: Caller,
  id: number,
  note: string | null,
): Promise<UnknownTag> {
  const tag = await openTag(tx, caller, id);
  await tags.writeNote(tx, id, note?.trim() ?? '');
  return finish(tx, caller, tag);
}
/** @throws 403, 404, 409 */
export async function attachPhotograph(
  { tx, caller, files }: { tx: WriteTx; caller: Caller; files: FileStore },
  id: number,
  image: Image,
): Promise<UnknownTag> {
  const tag = await openTag(tx, caller, id);
  await tags.writePhotograph(tx, id, await files.storeImage(tx, image, 'asset'));
  return finish(tx, caller, tag);
}

/** Whoever scanned a tag in a campaign does not say what became of it. @throws 403 */
async function settle(tx: WriteTx, id: number, by: number, fate: Parameters<typeof tags.decideTag>[3]) {
  try {
    await tags.decideTag(tx, id, by, fate);
  } catch (error) {
    if ((error as { code?: string }).code === OWN_SCAN)
      throw ownScan('You scanned this tag yourself. Somebody else has to decide about it.');
    throw error;
  }
}

/** The asset that bears the tag from now on; a new one stands where the tag was. @throws 400, 409 */
async function bearerOf(
  tx: WriteTx,
  caller: Caller,
  { tag, room }: tags.Tag,
  body: UnknownTagResolve,
): Promise<number> {
  const asset = body.asset && (await standing(tx, [body.asset.id])).get(body.asset.id);
  if (body.asset && !asset) throw invalid('asset.id', `names no asset (id ${body.asset.id})`);
  if (body.model)
    await demandThere(tx, 'asset_model', [body.model.id], { field: () => 'model.id', word: 'asset model' });
  if (Boolean(body.asset) === Boolean(body.model))
    throw invalid('asset', 'or a model must be given, and not both');
  if (asset) {
    const { id } = asset;
    if (asset.localUID?.trim())
      throw new AppError(409, 'asset-audits.has-tag', `This asset bears ${asset.localUID} already.`, {
        field: 'asset.id',
      });
    await editAsset(tx, caller, id, { localUID: tag }, undefined);
    return id;
  }
  const added = await createAsset(tx, caller, {
    model: body.model!,
    localUID: tag,
    room: { id: room },
    ...(body.name?.trim() && { name: body.name.trim() }),
    ...(body.serialNumber?.trim() && { serialNumber: body.serialNumber.trim() }),
  });
  return (JSON.parse(added) as { id: number }).id;
}

/** Says whose tag it is; in a campaign that asset has then been seen. @throws 400, 403, 404, 409 */
export async function resolveTag(
  tx: WriteTx,
  caller: Caller,
  id: number,
  body: UnknownTagResolve,
): Promise<UnknownTag> {
  if (!managesAssets(caller)) throw forbidden();
  const tag = await openTag(tx, caller, id);
  const asset = await bearerOf(tx, caller, tag, body);
  await settle(tx, id, caller.id, { asset });
  await tags.tieScans(tx, id, asset);
  if (tag.audit !== null) {
    const seen = { at: tag.lastAt, by: tag.lastBy, room: tag.room };
    const row = await readRow(tx, tag.audit, { asset });
    const registered = (await readRegistered(tx, asset))!;
    if (!row) await addUnexpected(tx, tag.audit, registered, { ...seen, damaged: false });
    else if (!row.seen) await moveSighting(tx, tag.audit, asset, seen);
    // What was added to the register where it stood is put right by that.
    if (body.model) await writePlaced(tx, tag.audit, asset, caller.id);
  }
  return finish(tx, caller, tag);
}
/** @throws 403, 404, 409 */
export async function dismissTag(
  tx: WriteTx,
  caller: Caller,
  id: number,
  reason: string,
): Promise<UnknownTag> {
  if (!managesAssets(caller)) throw forbidden();
  const tag = await openTag(tx, caller, id);
  await settle(tx, id, caller.id, { reason: reason.trim() });
  return finish(tx, caller, tag);
}
