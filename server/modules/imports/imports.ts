import {
  MAX_IMPORT_ERRORS,
  type ImportCounts,
  type ImportError,
  type ImportKind,
  type ImportOrder,
  type ImportPreview,
} from '#contract/imports.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { planBuildings } from './buildings.ts';
import { planPeople } from './people.ts';
import { carryOutPeople } from './people-write.ts';
import type { Plan } from './plan.ts';
import type { Sheet } from './sheet.ts';
import { onFloors, planSpaces } from './spaces.ts';
import { carryOut, insertAll } from './write.ts';

/** More than these are not named one by one: whoever listens reads everything again. */
const NAMED = 2000;
const plans = { people: planPeople, buildings: planBuildings, spaces: planSpaces };

const countsOf = ({ inserts, updates, skip }: Plan): ImportCounts => ({
  create: inserts.length,
  update: updates.length,
  skip,
});

/** In the order of the file, with the header that the reader knows the column by. */
function told({ errors }: Plan, { headers, mapping }: Sheet): ImportError[] {
  return errors
    .map((error) => {
      const at = error.field === undefined ? undefined : mapping[error.field];
      return { ...error, ...(at !== undefined && { column: headers[at]! }) };
    })
    .toSorted((a, b) => a.row - b.row);
}

/** What an import would do, row by row; writes nothing. @throws 400 for what is no CSV */
export async function previewImport(
  tx: Tx,
  kind: ImportKind,
  sheet: Sheet,
  { existing }: ImportOrder['options'],
): Promise<ImportPreview> {
  const plan = await plans[kind](tx, sheet.rows, existing);
  return {
    ...countsOf(plan),
    rows: sheet.rows.length,
    columns: sheet.headers.map((name, at) => ({ name, samples: sheet.samples[at]! })),
    mapping: sheet.mapping,
    errors: told(plan, sheet).slice(0, MAX_IMPORT_ERRORS),
    errorCount: plan.errors.length,
  };
}

async function write(tx: WriteTx, kind: ImportKind, sheet: Sheet, existing: 'update' | 'skip') {
  if (kind === 'people') {
    const plan = await planPeople(tx, sheet.rows, existing);
    return { plan, apply: () => carryOutPeople(tx, plan) };
  }
  if (kind === 'buildings') {
    const plan = await planBuildings(tx, sheet.rows, existing);
    return { plan, apply: () => carryOut(tx, plan) };
  }
  const plan = await planSpaces(tx, sheet.rows, existing);
  return { plan, apply: async () => carryOut(tx, onFloors(plan, await insertAll(tx, 'floor', plan.floors))) };
}

/** Writes the whole file or nothing of it. @throws 400 naming the first row that cannot be imported */
export async function runImport(
  tx: WriteTx,
  caller: Caller,
  kind: ImportKind,
  sheet: Sheet,
  { existing }: ImportOrder['options'],
): Promise<ImportCounts> {
  const { plan, apply } = await write(tx, kind, sheet, existing);
  const [first] = told(plan, sheet);
  if (first)
    throw new AppError(
      400,
      'import.rows',
      `Nothing was imported: ${plan.errors.length} rows or cells need mending. Row ${first.row}: ${first.column ?? first.field ?? 'it'} ${first.message}.`,
      { field: 'csv' },
    );
  const ids = await apply();
  const topic = kind === 'people' ? 'users' : 'places';
  if (ids.length > NAMED) await announce(tx, { topic: 'resync', ids: [] });
  else if (ids.length > 0) await announce(tx, { topic, ids, by: caller.id });
  return countsOf(plan);
}
