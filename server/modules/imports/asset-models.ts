import { z } from 'zod';
import { newModels } from '#contract/imports-assets.ts';
import { text } from '#contract/wire.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import {
  addModels,
  changeModels,
  knownModels,
  modelRows,
  type ModelRow,
} from '#server/modules/assets/service.ts';
import { makeTypes, openCatalogue } from './asset-catalogue.ts';
import { foldAll, groupBy, parseRow, problems, type Existing, type Planned } from './plan.ts';
import type { SheetRow } from './sheet.ts';

const schema = z.object({
  model: text(400),
  manufacturer: text(400).optional(),
  modelNumber: text(400).optional(),
  type: text(200),
  description: text(4000).optional(),
  newModelTypes: z.enum(newModels).default('create'),
});
type Changed = ModelRow & { id: number };
export type ModelPlan = Omit<Planned, 'inserts' | 'updates'> & {
  inserts: ModelRow[];
  updates: Changed[];
  types: string[];
};

/** Models are known by name and maker, and where several share those by their model number and type. */
export async function planModels(tx: Tx, rows: SheetRow[], existing: Existing): Promise<ModelPlan> {
  const found = problems();
  const read = rows.flatMap((row) => {
    const values = parseRow(schema, row, found);
    return values ? [{ row: row.row, values }] : [];
  });
  const fold = (field: 'model' | 'manufacturer' | 'modelNumber' | 'type') =>
    foldAll(
      tx,
      read.map(({ values }) => values[field]),
    );
  const [names, makers] = [await fold('model'), await fold('manufacturer')];
  const [modelNumbers, typeWords] = [await fold('modelNumber'), await fold('type')];
  const keyOf = (name: string, maker: string) => JSON.stringify([name, maker]);
  const known = groupBy(await knownModels(tx), ({ name, manufacturer }) => keyOf(name, manufacturer));
  const stored = await modelRows(tx);
  const catalogue = await openCatalogue(tx);
  const plan: ModelPlan = {
    inserts: [],
    updates: [],
    skip: 0,
    errors: found.errors,
    types: catalogue.made.types,
  };
  const met = { rows: new Map<string, number>(), models: new Map<number, number>() };

  for (const [n, { row, values }] of read.entries()) {
    const [name, maker, modelNumber, type] = [names[n]!, makers[n] ?? '', modelNumbers[n], typeWords[n]!];
    const words = JSON.stringify([name, maker, modelNumber, type]);
    const twin = met.rows.get(words);
    if (twin !== undefined) {
      found.add(row, 'model', `is in row ${twin} already`, { problem: 'repeat' });
      continue;
    }
    met.rows.set(words, row);
    const called = known.get(keyOf(name, maker)) ?? [];
    const numbered = called.filter(({ number }) => number === modelNumber);
    const some =
      modelNumber === undefined
        ? called
        : numbered.length > 0
          ? numbered
          : called.filter(({ number }) => number === '');
    const typed = some.filter((one) => one.type === type);
    const same = typed.length === 1 || some.length > 1 ? typed : some;
    if (same.length > 1) {
      found.add(
        row,
        'model',
        `is the name of ${same.length} models of this maker; tell them apart by model number`,
      );
      continue;
    }
    const [there] = same;
    const before = there && met.models.get(there.id);
    if (before !== undefined) {
      found.add(row, 'model', `is the same as row ${before}; tell them apart by model number`, {
        problem: 'repeat',
      });
      continue;
    }
    if (there) met.models.set(there.id, row);
    if (!catalogue.types.has(type) && values.newModelTypes === 'refuse') {
      found.add(row, 'type', `“${values.type}” is no type of asset; add it first, or let types be made`, {
        problem: 'unknown',
      });
      continue;
    }
    const now = there && stored.get(there.id);
    const wanted: ModelRow = {
      name: now?.name ?? values.model,
      manufacturer: now?.manufacturer ?? values.manufacturer ?? '',
      modelNumber: values.modelNumber ?? now?.modelNumber ?? '',
      description: values.description ?? now?.description ?? '',
      type: there?.type === type ? now!.type : catalogue.typeOf(type, values.type),
    };
    if (!now) plan.inserts.push(wanted);
    else if (
      existing === 'skip' ||
      (wanted.modelNumber === now.modelNumber.trim() &&
        wanted.description.trim() === now.description.trim() &&
        wanted.type === now.type)
    )
      plan.skip += 1;
    else plan.updates.push({ ...wanted, id: now.id });
  }
  return plan;
}

/** Writes the models, and first the types that they need. Answers the models that were added or changed. */
export async function carryOutModels(tx: WriteTx, { inserts, updates, types }: ModelPlan): Promise<number[]> {
  const used = [...inserts, ...updates].map(({ type }) => type);
  const typeId = await makeTypes(tx, types, used);
  const ofType = <T extends ModelRow>(row: T): T => ({ ...row, type: typeId(row.type) });
  if (updates.length > 0) await changeModels(tx, updates.map(ofType));
  const made = inserts.length === 0 ? [] : await addModels(tx, inserts.map(ofType));
  return [...updates.map(({ id }) => id), ...made];
}
