import type { AssetEdit } from '#contract/assets.ts';
import type { ImportOrder } from '#contract/imports.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { amended, blank, bringIn, type AssetRow, type Standing } from '#server/modules/assets/service.ts';
import { makeCatalogue, openCatalogue, type ModelKeys, type NewCatalogue } from './asset-catalogue.ts';
import { asSaid, openNumbers, openUnnumbered, saidBy } from './asset-numbers.ts';
import { openPlaces, type PlaceKeys } from './asset-place.ts';
import { readAssets, type AssetLine } from './asset-rows.ts';
import { foldAll, problems, type Existing, type Planned, type Problems } from './plan.ts';
import type { SheetRow } from './sheet.ts';

const wordFields = [
  'localUID',
  'serialNumber',
  'model',
  'modelNumber',
  'manufacturer',
  'type',
  'ownerEmail',
  'ownerEmployeeId',
  'ownerUserName',
  'ownerName',
  'building',
  'floor',
  'space',
  'location',
] as const;
type Keys = ModelKeys & PlaceKeys & { localUID: string | undefined; serialNumber: string | undefined };
type Change = { id: number; before: Standing; after: AssetRow };
export type AssetPlan = Omit<Planned, 'inserts' | 'updates'> & {
  inserts: AssetRow[];
  updates: Change[];
  made: NewCatalogue;
};

/** The rows' words as the database compares them: one question a field. */
async function keysOf(tx: Tx, lines: readonly AssetLine[]): Promise<Keys[]> {
  const keys: Record<string, string | undefined>[] = lines.map(() => ({}));
  for (const field of wordFields) {
    // oxlint-disable-next-line no-await-in-loop
    const folded = await foldAll(
      tx,
      lines.map(({ words }) => words[field]),
    );
    for (const [n, key] of folded.entries()) keys[n]![field] = key;
  }
  return keys as Keys[];
}

/** The first row of the whole file that bears each local id. */
async function firstsOf(tx: Tx, sheet: readonly SheetRow[]) {
  const bearing = sheet.filter(({ values }) => values.localUID !== undefined);
  const folded = await foldAll(
    tx,
    bearing.map(({ values }) => values.localUID),
  );
  const firsts = new Map<string, number>();
  for (const [n, { row }] of bearing.entries()) if (!firsts.has(folded[n]!)) firsts.set(folded[n]!, row);
  return firsts;
}

/**
 * The rows of a part. Rows before it that bear no number are read again: they are what the first of such assets in
 * the register stand for.
 */
function partOf(sheet: readonly SheetRow[], part: ImportOrder['part']) {
  if (!part) return { chosen: sheet, within: () => true };
  const rows = sheet.slice(part.from, part.from + part.count);
  const before = sheet
    .slice(0, part.from)
    .filter(({ values }) => values.localUID === undefined && values.serialNumber === undefined);
  const inside = new Set(rows.map(({ row }) => row));
  return { chosen: [...before, ...rows], within: (row: number) => inside.has(row) };
}

const cellRepeat = { problem: 'repeat' as const };
type Met = { assets: Map<number, number>; serials: Map<string, number> };
type Numbers = Awaited<ReturnType<typeof openNumbers>>;
/** Whether another row or another asset has the number; then that is noted. */
function collides(
  { row, words }: AssetLine,
  serial: string | undefined,
  model: number,
  known: Standing | undefined,
  numbers: Numbers,
  met: Met,
  found: Problems,
): boolean {
  const field = words.serialNumber === undefined ? 'localUID' : 'serialNumber';
  const twin = known && met.assets.get(known.id);
  if (twin !== undefined) {
    found.add(row, field, `is of the same asset as row ${twin}; keep one of them`, cellRepeat);
    return true;
  }
  if (known) met.assets.set(known.id, row);
  if (serial === undefined) return false;
  const key = `${model} ${serial}`;
  const other = met.serials.get(key);
  if (other !== undefined) {
    found.add(row, 'serialNumber', `is that of row ${other} already, with the same model`, cellRepeat);
    return true;
  }
  met.serials.set(key, row);
  const holder = numbers.withSerial(serial).find((one) => one.model === model && one.id !== known?.id);
  if (!holder) return false;
  const called = holder.localUID?.trim() ? `“${holder.localUID.trim()}”` : `number ${holder.id}`;
  found.add(
    row,
    field,
    `is that of asset ${called} of this model already; correct one of the two`,
    cellRepeat,
  );
  return true;
}

/**
 * Assets of another register or of a table. Known by their local id, else by serial number and model, else, without
 * either, by all that is said of them.
 */
export async function planAssets(
  tx: Tx,
  sheet: SheetRow[],
  existing: Existing,
  part?: ImportOrder['part'],
): Promise<AssetPlan> {
  const [found, notices] = [problems(), problems()];
  const { chosen, within } = partOf(sheet, part);
  const lines = readAssets(chosen, found);
  const keys = await keysOf(tx, lines);
  const firsts = await firstsOf(tx, sheet);
  const catalogue = await openCatalogue(tx);
  const tagged = await openNumbers(
    tx,
    keys.flatMap(({ localUID }) => localUID ?? []),
    [],
  );
  // Of an asset that changes its model the serial number may be another's there.
  const serials = keys.map(
    ({ serialNumber, localUID }) => serialNumber ?? tagged.withUid(localUID)?.serialNumber,
  );
  const serialKeys = await foldAll(
    tx,
    serials.map((serial) => serial?.trim() || undefined),
  );
  const numbers = await openNumbers(
    tx,
    [],
    serialKeys.flatMap((serial) => serial ?? []),
  );
  const placeOf = await openPlaces(tx, lines, keys);
  const plan: AssetPlan = {
    inserts: [],
    updates: [],
    skip: 0,
    errors: [],
    made: catalogue.made,
  };
  const met: Met = { assets: new Map(), serials: new Map() };

  /** The asset that a row is of; undefined when it is new, or bears no number. */
  const knownOf = (key: Keys): Standing | undefined => {
    const byTag = tagged.withUid(key.localUID);
    if (byTag || key.serialNumber === undefined) return byTag;
    const models = new Set(catalogue.candidates(key).map(({ id }) => id));
    const some = numbers
      .withSerial(key.serialNumber)
      // One that has another local id is another asset.
      .filter((one) => models.has(one.model) && (key.localUID === undefined || !one.localUID?.trim()));
    return some.length === 1 ? some[0] : undefined;
  };
  const settled = lines.flatMap((line, n) => {
    const key = keys[n]!;
    const first = key.localUID === undefined ? line.row : firsts.get(key.localUID)!;
    if (first !== line.row)
      return found.add(line.row, 'localUID', `is in row ${first} already`, cellRepeat) ?? [];
    const known = knownOf(key);
    const model = catalogue.choose(line, key, known?.model, found);
    const place = placeOf(line, key, known, found, notices);
    if (model === undefined || !place) return [];
    if (collides(line, serialKeys[n], model, known, numbers, met, found)) return [];
    const edit: AssetEdit = { ...line.edit, ...place, model: { id: model } };
    return [
      { line, known, model, edit, numbered: key.localUID !== undefined || key.serialNumber !== undefined },
    ];
  });
  const loose = await openUnnumbered(tx, [
    ...new Set(settled.flatMap(({ numbered, model }) => (numbered || model < 0 ? [] : [model]))),
  ]);
  for (const { line, known, edit, numbered } of settled) {
    const said = saidBy(edit);
    const after = amended(known ?? blank, edit);
    const there = known ?? (numbered ? undefined : loose(said, after));
    if (!within(line.row)) continue;
    if (!there) plan.inserts.push(after);
    else if (existing === 'skip' || asSaid(there, said, after)) plan.skip += 1;
    else plan.updates.push({ id: there.id, before: there, after });
  }
  const inPart = ({ row }: { row: number }) => within(row);
  return { ...plan, errors: found.errors.filter(inPart), notices: notices.errors.filter(inPart) };
}

/** Writes the assets, and first the types and models that they need. Answers the assets that were added or changed. */
export async function carryOutAssets(tx: WriteTx, caller: Caller, plan: AssetPlan): Promise<number[]> {
  const { made, inserts, updates } = plan;
  const used = [...inserts.map(({ model }) => model), ...updates.map(({ after }) => after.model)];
  const models = await makeCatalogue(tx, made, used);
  if (models.size > 0) await announce(tx, { topic: 'catalogue', ids: [...models.values()], by: caller.id });
  const ofModel = (row: AssetRow): AssetRow => ({ ...row, model: models.get(row.model) ?? row.model });
  return bringIn(
    tx,
    caller.id,
    inserts.map(ofModel),
    updates.map(({ id, before, after }) => ({ id, before, after: ofModel(after) })),
  );
}
