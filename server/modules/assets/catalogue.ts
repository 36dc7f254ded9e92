import type { z } from 'zod';
import type { assetModelEdit, assetTypeEdit } from '#contract/assets-catalogue.ts';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Database, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import * as rows from './catalogue-repository.ts';
import type { CatalogueName, CatalogueQuery } from './catalogue-repository.ts';

/** A page of types or models as JSON text. */
export const listCatalogue = (db: Database, caller: Caller, name: CatalogueName, query: CatalogueQuery) =>
  db.read(caller.organisation, (tx) => rows.listCatalogue(tx, name, query));
export const countCatalogue = (db: Database, caller: Caller, name: CatalogueName, query: CatalogueQuery) =>
  db.read(caller.organisation, async (tx) => ({ count: await rows.countCatalogue(tx, name, query) }));
/** As JSON text. @throws 404 */
export async function showInCatalogue(db: Database, caller: Caller, name: CatalogueName, id: number) {
  const found = await db.read(caller.organisation, (tx) => rows.findInCatalogue(tx, name, id));
  if (found === undefined) throw notFound();
  return found;
}

/** Adds a row, or changes that of the id; JSON text. @throws 400 when the body names another, 404 */
async function save(
  tx: WriteTx,
  caller: Caller,
  name: CatalogueName,
  id: number | null,
  { id: sent, ...values }: Record<string, unknown>,
): Promise<string> {
  if (id !== null && sent !== undefined && sent !== id) throw invalid('id', 'is not that of the address');
  const saved = id ?? (await rows.insertRow(tx, name, values));
  if (id !== null && !(await rows.updateRow(tx, name, id, values))) throw notFound();
  await announce(tx, { topic: 'catalogue', ids: [saved], by: caller.id });
  return (await rows.findInCatalogue(tx, name, saved))!;
}

export const saveType = (
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  {
    code,
    description,
    sortOrder,
    meteringEnabled,
    unitPriceEnabled,
    ...body
  }: z.output<typeof assetTypeEdit>,
) =>
  save(tx, caller, 'types', id, {
    ...body,
    code: code === null ? '' : code,
    description: description === null ? '' : description,
    sort_order: sortOrder,
    metering_enabled: meteringEnabled,
    unit_price_enabled: unitPriceEnabled,
  });

/** @throws 400 for a type that there is not */
export async function saveModel(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  { manufacturer, modelNumber, description, type, ...body }: z.output<typeof assetModelEdit>,
) {
  if (type && (await rows.findInCatalogue(tx, 'types', type.id)) === undefined)
    throw invalid('type', `names no asset type of your organisation (id ${type.id})`);
  return save(tx, caller, 'models', id, {
    ...body,
    manufacturer: manufacturer === null ? '' : manufacturer,
    model_number: modelNumber === null ? '' : modelNumber,
    description: description === null ? '' : description,
    asset_type_id: type?.id,
  });
}

const inUse: Record<CatalogueName, string> = {
  types: 'There are models of this type. Give them another type or remove them first.',
  models: 'There are assets of this model. Give them another model or remove them first.',
};
/** Takes a row out of use. @throws 404, 409 while something in use hangs on it */
export async function removeFromCatalogue(tx: WriteTx, caller: Caller, name: CatalogueName, id: number) {
  if ((await rows.findInCatalogue(tx, name, id)) === undefined) throw notFound();
  if (await rows.isHeld(tx, name, id)) throw new AppError(409, 'assets.in-use', inUse[name]);
  await rows.updateRow(tx, name, id, { deleted_at: tx.stamp });
  await announce(tx, { topic: 'catalogue', ids: [id], by: caller.id });
}
