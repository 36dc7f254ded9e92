import { CsvError, parseCsv } from '#contract/csv-read.ts';
import {
  importFields,
  MAX_IMPORT_ROWS,
  suggestMapping,
  type ImportKind,
  type ImportOrder,
} from '#contract/imports.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';

/** A row of the file: what each field holds; empty cells are not there. */
export type SheetRow = { row: number; values: Record<string, string> };
export type Sheet = {
  headers: string[];
  mapping: Record<string, number>;
  rows: SheetRow[];
  samples: string[][];
};

const SAMPLES = 3;
/** Exports put an apostrophe before what a spreadsheet would take for a formula (contract/csv.ts). */
const unprotected = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');

function recordsOf(csv: string): string[][] {
  try {
    return parseCsv(csv);
  } catch (error) {
    if (error instanceof CsvError)
      throw new AppError(400, 'import.csv', `Row ${error.row}: ${error.message}`, { field: 'csv' });
    throw error;
  }
}

/** @throws 400 for fields that there are not, and columns that the file has not */
function checkMapping(
  kind: ImportKind,
  mapping: Record<string, number>,
  columns: number,
  defaults: Record<string, string>,
) {
  const fields = new Map(importFields[kind].map((field) => [field.name, field]));
  for (const name of [...Object.keys(mapping), ...Object.keys(defaults)])
    if (!fields.has(name)) throw invalid(`mapping.${name}`, `is no field of ${kind}`);
  for (const name of Object.keys(mapping))
    if (fields.get(name)!.choices)
      throw invalid(`mapping.${name}`, 'is said of the whole file, not by a column');
  for (const [name, value] of Object.entries(defaults)) {
    const choices = fields.get(name)!.choices;
    if (choices && !choices.includes(value.trim()))
      throw invalid(`options.defaults.${name}`, `must be one of ${choices.join(', ')}`);
  }
  for (const [name, at] of Object.entries(mapping))
    if (at >= columns) throw invalid(`mapping.${name}`, 'names a column that the file does not have');
}

/** Reads the file and lays its columns under the fields. @throws 400 for what is no CSV, or has no rows */
export function readSheet(kind: ImportKind, { csv, mapping: chosen, options }: ImportOrder): Sheet {
  if (csv.includes('\0')) throw invalid('csv', 'must be text; this file is something else');
  const [head, ...records] = recordsOf(csv);
  const headers = (head ?? []).map((name) => name.trim());
  if (headers.every((name) => name === ''))
    throw invalid('csv', 'needs the names of its columns in the first row');
  const mapping = chosen ?? suggestMapping(kind, headers);
  checkMapping(kind, mapping, headers.length, options.defaults);
  const filled = records
    .map((cells, n) => ({ row: n + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MAX_IMPORT_ROWS)
    throw invalid('csv', `has ${filled.length} rows; import at most ${MAX_IMPORT_ROWS} at a time`);
  const defaults = Object.fromEntries(
    Object.entries(options.defaults).filter(([, value]) => value.trim() !== ''),
  );
  return {
    headers,
    mapping,
    samples: headers.map((_, at) => filled.flatMap(({ cells }) => cells[at]?.trim() || []).slice(0, SAMPLES)),
    rows: filled.map(({ row, cells }) => ({
      row,
      values: {
        ...defaults,
        ...Object.fromEntries(
          Object.entries(mapping).flatMap(([field, at]) => {
            const cell = unprotected(cells[at]?.trim() ?? '');
            return cell === '' ? [] : [[field, cell]];
          }),
        ),
      },
    })),
  };
}
