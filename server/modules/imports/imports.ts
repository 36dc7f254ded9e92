import {
  leavesOut,
  MAX_IMPORT_ERRORS,
  type ImportCounts,
  type ImportError,
  type ImportKind,
  type ImportOrder,
  type ImportPreview,
  type ImportResult,
} from '#contract/imports.ts';
import { AppError } from '#server/lib/app-error.ts';
import type { Caller } from '#server/lib/caller.ts';
import type { Tx, WriteTx } from '#server/lib/database.ts';
import { announce } from '#server/lib/events.ts';
import { carryOutModels, planModels } from './asset-models.ts';
import { carryOutAssets, planAssets } from './assets.ts';
import { carryOutBookings, planBookings } from './bookings.ts';
import { planBuildings } from './buildings.ts';
import { planPeople } from './people.ts';
import { carryOutPeople } from './people-write.ts';
import type { Existing, Planned } from './plan.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { onFloors, planSpaces } from './spaces.ts';
import { carryOutTickets, planTickets } from './tickets.ts';
import { carryOut, insertAll } from './write.ts';

/** More than these are not named one by one: whoever listens reads everything again. */
const NAMED = 2000;

/** A file that has been read: what it would do, and the doing of it. Ids answer what was written. */
type Work = { plan: Planned; apply: (tx: WriteTx, caller: Caller) => Promise<number[]> };
type Order = { rows: SheetRow[]; existing: Existing; caller: Caller; part?: ImportOrder['part'] };
type Importer = {
  topic: 'users' | 'places' | 'reservations' | 'service' | 'assets' | 'catalogue';
  read: (tx: Tx, order: Order) => Promise<Work>;
};

const importers: Record<ImportKind, Importer> = {
  people: {
    topic: 'users',
    read: async (at, { rows, existing }) => {
      const plan = await planPeople(at, rows, existing);
      return { plan, apply: (tx) => carryOutPeople(tx, plan) };
    },
  },
  buildings: {
    topic: 'places',
    read: async (at, { rows, existing }) => {
      const plan = await planBuildings(at, rows, existing);
      return { plan, apply: (tx) => carryOut(tx, plan) };
    },
  },
  spaces: {
    topic: 'places',
    read: async (at, { rows, existing }) => {
      const plan = await planSpaces(at, rows, existing);
      const apply = async (tx: WriteTx) =>
        carryOut(tx, onFloors(plan, await insertAll(tx, 'floor', plan.floors)));
      return { plan, apply };
    },
  },
  bookings: {
    topic: 'reservations',
    read: async (at, { rows, caller }) => {
      const plan = await planBookings(at, rows, caller);
      return { plan, apply: (tx) => carryOutBookings(tx, caller, plan) };
    },
  },
  'service-requests': {
    topic: 'service',
    read: async (at, { rows, existing, caller, part }) => {
      const plan = await planTickets(at, rows, existing, caller, part);
      return { plan, apply: (tx) => carryOutTickets(tx, caller, plan) };
    },
  },
  'asset-models': {
    topic: 'catalogue',
    read: async (at, { rows, existing }) => {
      const plan = await planModels(at, rows, existing);
      return { plan, apply: (tx) => carryOutModels(tx, plan) };
    },
  },
  assets: {
    topic: 'assets',
    read: async (at, { rows, existing, part }) => {
      const plan = await planAssets(at, rows, existing, part);
      return { plan, apply: (tx, by) => carryOutAssets(tx, by, plan) };
    },
  },
};

const countsOf = ({ inserts, updates, skip }: Planned): ImportCounts => ({
  create: inserts.length,
  update: updates.length,
  skip,
});

/** In the order of the file, with the header that the reader knows the column by. */
function told(errors: readonly ImportError[], { headers, mapping }: Sheet): ImportError[] {
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
  caller: Caller,
  kind: ImportKind,
  sheet: Sheet,
  { existing }: ImportOrder['options'],
): Promise<ImportPreview> {
  const { plan } = await importers[kind].read(tx, { rows: sheet.rows, existing, caller });
  return {
    ...countsOf(plan),
    rows: sheet.rows.length,
    columns: sheet.headers.map((name, at) => ({ name, samples: sheet.samples[at]! })),
    mapping: sheet.mapping,
    errors: told(plan.errors, sheet).slice(0, MAX_IMPORT_ERRORS),
    errorCount: plan.errors.length,
    ...(plan.notices && {
      notices: told(plan.notices, sheet).slice(0, MAX_IMPORT_ERRORS),
      noticeCount: plan.notices.length,
    }),
  };
}

/**
 * Writes the whole file or nothing of it; of kinds whose rows stand for themselves, all that has no problem.
 * @throws 400 naming the first row that cannot be imported
 */
export async function runImport(
  tx: WriteTx,
  caller: Caller,
  kind: ImportKind,
  sheet: Sheet,
  { options: { existing }, part }: Pick<ImportOrder, 'options' | 'part'>,
): Promise<ImportResult> {
  const { topic, read } = importers[kind];
  const { plan, apply } = await read(tx, { rows: sheet.rows, existing, caller, ...(part && { part }) });
  const [first] = told(plan.errors, sheet);
  if (first && !leavesOut[kind])
    throw new AppError(
      400,
      'import.rows',
      `${part ? 'Nothing of this part' : 'Nothing'} was imported: ${plan.errors.length} rows or cells need mending. Row ${first.row}: ${first.column ?? first.field ?? 'it'} ${first.message}.`,
      { field: 'csv' },
    );
  const ids = await apply(tx, caller);
  if (ids.length > NAMED) await announce(tx, { topic: 'resync', ids: [] });
  else if (ids.length > 0) await announce(tx, { topic, ids, by: caller.id });
  if (!leavesOut[kind]) return countsOf(plan);
  const errors = told(plan.errors, sheet);
  return { ...countsOf(plan), errors: errors.slice(0, MAX_IMPORT_ERRORS), errorCount: errors.length };
}
