import { CsvError, parseCsv } from '#contract/csv-read.ts';
import { unprotected } from '#contract/csv.ts';
import { onlyExported } from '#contract/imports-assets.ts';
import {
  importFields,
  mostRows,
  suggestMapping,
  type ImportKind,
  type ImportOrder,
} from '#contract/imports.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';

/**
 * A row of the file: what each field holds, and what stands in columns that are no field's, where those are kept;
 * empty cells are not there.
 */
export type SheetRow = { row: number; values: Record<string, string>; others?: Record<string, string> };
export type Sheet = {
  headers: string[];
  mapping: Record<string, number>;
  rows: SheetRow[];
  samples: string[][];
};

const SAMPLES = 3;
const cellOf = (cells: readonly string[], at: number) => unprotected(cells[at]?.trim() ?? '').trim();

/** Columns that no field has, each under a name of its own. */
function otherColumns(headers: readonly string[], mapping: Record<string, number>): [string, number][] {
  const mapped = new Set(Object.values(mapping));
  const names = new Map<string, number>();
  for (const [at, header] of headers.entries()) {
    if (mapped.has(at) || onlyExported.includes(header.toLowerCase())) continue;
    // What reaches a prototype is no name of an attribute (lib/body.ts).
    const name = /^(?:__proto__|constructor|prototype|)$/.test(header) ? `Column ${at + 1}` : header;
    let own = name;
    for (let n = 2; names.has(own); n += 1) own = `${name} ${n}`;
    names.set(own, at);
  }
  return [...names];
}

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
  if (filled.length > mostRows(kind))
    throw invalid('csv', `has ${filled.length} rows; import at most ${mostRows(kind)} at a time`);
  const defaults = Object.fromEntries(
    Object.entries(options.defaults).filter(([, value]) => value.trim() !== ''),
  );
  const kept = defaults.otherColumns === 'keep' ? otherColumns(headers, mapping) : [];
  const filledIn = (columns: [string, number][], cells: readonly string[]) =>
    Object.fromEntries(
      columns.flatMap(([name, at]) => {
        const cell = cellOf(cells, at);
        return cell === '' ? [] : [[name, cell]];
      }),
    );
  return {
    headers,
    mapping,
    samples: headers.map((_, at) => filled.flatMap(({ cells }) => cells[at]?.trim() || []).slice(0, SAMPLES)),
    rows: filled.map(({ row, cells }) => ({
      row,
      values: { ...defaults, ...filledIn(Object.entries(mapping), cells) },
      ...(kept.length > 0 && { others: filledIn(kept, cells) }),
    })),
  };
}
