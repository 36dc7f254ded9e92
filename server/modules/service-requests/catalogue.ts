import type {
  categoryCreate,
  categoryEdit,
  priorityEdit,
  productEdit,
  TypeWrite,
} from '#contract/service-requests-catalogue.ts';
import type { z } from 'zod';
import { AppError, invalid, notFound } from '#server/lib/app-error.ts';
import { demand, managers, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import * as catalogue from './catalogue-repository.ts';
import type { CatalogueName, CatalogueQuery } from './catalogue-repository.ts';
import * as rows from './catalogue-write-repository.ts';

export const listCatalogue = (db: Database, caller: Caller, name: CatalogueName, query: CatalogueQuery) =>
  db.read(caller.organisation, (tx) => catalogue.listCatalogue(tx, name, query));
export const countCatalogue = (db: Database, caller: Caller, name: CatalogueName, query: CatalogueQuery) =>
  db.read(caller.organisation, async (tx) => ({
    count: await catalogue.countCatalogue(tx, name, query),
  }));
export const showCatalogue = (db: Database, caller: Caller) =>
  db.read(caller.organisation, catalogue.loadCatalogue);
/** As JSON text. @throws 404 */
export async function showInCatalogue(db: Database, caller: Caller, name: CatalogueName, id: number) {
  const found = await db.read(caller.organisation, (tx) => catalogue.findInCatalogue(tx, name, id));
  if (found === undefined) throw notFound();
  return found;
}

/** Who manages one center may not touch what belongs to another; what belongs to none is any manager's. */
function demandCenter(caller: Caller, center: number | null) {
  demand(caller, 'maintenance', managers, center ?? undefined);
}

/** The row that a body refers to, where the caller may put things. @throws 400 naming the attribute, 403 */
async function target(tx: Tx, caller: Caller, table: string, id: number, field: string) {
  const center = await rows.centerOf(tx, table, id);
  if (center === undefined) throw invalid(field, `names nothing of your organisation (id ${id})`);
  demandCenter(caller, center);
}
async function checkPriorities(tx: Tx, ids: number[], field: string) {
  const known = await rows.knownPriorities(tx, ids);
  for (const id of ids)
    if (!known.has(id)) throw invalid(field, `names no priority of your organisation (id ${id})`);
}

const listOf: Record<string, CatalogueName> = Object.fromEntries(
  Object.entries(catalogue.catalogues).map(([name, { table }]) => [table, name as CatalogueName]),
);
async function finish(tx: WriteTx, caller: Caller, table: string, id: number): Promise<string> {
  await announce(tx, { topic: 'service-catalogue', ids: [id], by: caller.id });
  return (await catalogue.findInCatalogue(tx, listOf[table]!, id))!;
}

/** Adds a row, or changes that of the id: for managers of its center. JSON text. @throws 400, 403, 404 */
async function save(tx: WriteTx, caller: Caller, table: string, id: number | null, values: rows.Values) {
  if (id === null) return rows.insertRow(tx, table, values);
  const center = await rows.centerOf(tx, table, id);
  if (center === undefined) throw notFound();
  demandCenter(caller, center);
  await rows.updateRow(tx, table, id, values);
  return id;
}
const checkId = (named: number | undefined, id: number | null) => {
  if (id !== null && named !== undefined && named !== id) throw invalid('id', 'is not that of the address');
};
/** A new row has the defaults of the database where nothing is said. */
const said = (values: rows.Values) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

export async function savePriority(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  body: z.output<typeof priorityEdit>,
): Promise<string> {
  checkId(body.id, id);
  const { name, sortOrder: sort_order, color } = body;
  const values = said({ name, sort_order, color: color === null ? {} : color });
  return finish(tx, caller, 'priority', await save(tx, caller, 'priority', id, values));
}

/** A category or a reason to hold: what belongs to a center. */
export async function saveOfCenter(
  tx: WriteTx,
  caller: Caller,
  table: 'service_category' | 'service_hold_reason',
  id: number | null,
  body: z.output<typeof categoryEdit> | z.output<typeof categoryCreate>,
): Promise<string> {
  if ('id' in body) checkId(body.id, id);
  const { name, center, sortOrder } = body;
  if (center) await target(tx, caller, 'center', center.id, 'center');
  const values = said({ name, center_id: center?.id, sort_order: sortOrder });
  return finish(tx, caller, table, await save(tx, caller, table, id, values));
}

export async function saveProduct(
  tx: WriteTx,
  caller: Caller,
  id: number | null,
  body: z.output<typeof productEdit>,
): Promise<string> {
  checkId(body.id, id);
  const { name, category, sortOrder } = body;
  if (category) await target(tx, caller, 'service_category', category.id, 'category');
  const values = said({
    name,
    sort_order: sortOrder,
    service_category_id: category === null ? null : category?.id,
  });
  return finish(tx, caller, 'service_product', await save(tx, caller, 'service_product', id, values));
}

/** A type with its promises and questions. @throws 400 naming the attribute, 403, 404 */
export async function saveType(tx: WriteTx, caller: Caller, id: number | null, body: TypeWrite) {
  checkId(body.id, id);
  const { product, defaultPriority, promises, fields } = body;
  if (product) await target(tx, caller, 'service_product', product.id, 'product');
  if (defaultPriority) await checkPriorities(tx, [defaultPriority.id], 'defaultPriority');
  if (promises) {
    const ids = promises.map(({ priority }) => priority.id);
    if (new Set(ids).size < ids.length) throw invalid('promises', 'names a priority twice');
    await checkPriorities(tx, ids, 'promises');
  }
  if (fields && new Set(fields.map(({ code }) => code)).size < fields.length)
    throw invalid('fields', 'has a code twice');
  const usual = defaultPriority?.id ?? (id === null ? await rows.usualPriority(tx) : undefined);
  if (id === null && usual === undefined)
    throw invalid('defaultPriority', 'is needed: there is no priority yet');
  const values = said({
    name: body.name,
    description: body.description === null ? '' : body.description,
    word: body.type === null ? '' : body.type,
    service_product_id: product?.id,
    default_priority_id: usual,
    sla_minutes: body.SLAMinutes,
    estimated_minutes: body.estimatedTime,
    operators_required: body.totalOperatorsRequired,
    customer_priority: body.priorityEnableForCustomer,
    customer_date: body.dateRequiredEnabledForCustomer,
    asset_required: body.assetRequest,
    approval: body.approval,
    active: body.active,
  });
  const type = await save(tx, caller, 'service_type', id, values);
  if (promises)
    await rows.replacePromises(
      tx,
      type,
      promises.map(({ priority, minutes }) => ({ priority: priority.id, minutes })),
    );
  if (fields) await rows.replaceFields(tx, type, fields);
  return finish(tx, caller, 'service_type', type);
}

/**
 * Takes a row out of use; requests that bear it keep it and go on. @throws 403, 404, 409 while something in use hangs
 * on it
 */
export async function removeFromCatalogue(tx: WriteTx, caller: Caller, name: CatalogueName, id: number) {
  const { table } = catalogue.catalogues[name];
  const center = await rows.centerOf(tx, table, id);
  if (center === undefined) throw notFound();
  demandCenter(caller, center);
  if (await rows.isHeld(tx, table, id))
    throw new AppError(
      409,
      'service.in-use',
      'There is something in it that is offered. Move that or take it out of use first.',
    );
  await rows.updateRow(tx, table, id, { deleted_at: tx.stamp });
  await announce(tx, { topic: 'service-catalogue', ids: [id], by: caller.id });
}
