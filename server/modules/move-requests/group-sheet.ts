import { CsvError, parseCsv } from '#contract/csv-read.ts';
import { suggestGroupMapping, type MoveGroupField, type MoveGroupRequest } from '#contract/moves-board.ts';
import { MAX_MOVE_ITEMS } from '#contract/moves.ts';
import { AppError, invalid } from '#server/lib/app-error.ts';

export type GroupRow = { row: number; values: Partial<Record<MoveGroupField, string>> };
export type GroupSheet = {
  headers: string[];
  mapping: Partial<Record<MoveGroupField, number>>;
  rows: GroupRow[];
  samples: string[][];
};

const SAMPLES = 3;
/** Exports put an apostrophe before what a spreadsheet would take for a formula (contract/csv.ts). */
const unprotected = (cell: string) => cell.replace(/^'(?=[=+\-@])/, '');

function recordsOf(csv: string): string[][] {
  if (csv.includes('\0')) throw invalid('csv', 'must be text; this file is something else');
  try {
    return parseCsv(csv);
  } catch (error) {
    if (error instanceof CsvError)
      throw new AppError(400, 'move.csv', `Row ${error.row}: ${error.message}`, { field: 'csv' });
    throw error;
  }
}

/** Reads the file and lays its columns under the fields. @throws 400 for what is no CSV, or has no rows or too many */
export function readGroup({ csv, mapping: chosen }: Pick<MoveGroupRequest, 'csv' | 'mapping'>): GroupSheet {
  const [head, ...records] = recordsOf(csv);
  const headers = (head ?? []).map((name) => name.trim());
  if (headers.every((name) => name === ''))
    throw invalid('csv', 'needs the names of its columns in the first row');
  const mapping = chosen ?? suggestGroupMapping(headers);
  for (const [name, at] of Object.entries(mapping))
    if (at >= headers.length) throw invalid(`mapping.${name}`, 'names a column that the file does not have');
  if (mapping.person === undefined)
    throw invalid(
      'mapping.person',
      'is missing: say which column names the people, by e-mail, employee id or name',
    );
  const filled = records
    .map((cells, n) => ({ row: n + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw invalid('csv', 'has no rows below the names of its columns');
  if (filled.length > MAX_MOVE_ITEMS)
    throw invalid('csv', `has ${filled.length} rows; a group takes at most ${MAX_MOVE_ITEMS}`);
  return {
    headers,
    mapping,
    samples: headers.map((_, at) => filled.flatMap(({ cells }) => cells[at]?.trim() || []).slice(0, SAMPLES)),
    rows: filled.map(({ row, cells }) => ({
      row,
      values: Object.fromEntries(
        Object.entries(mapping).flatMap(([field, at]) => {
          const cell = unprotected(cells[at]?.trim() ?? '');
          return cell === '' ? [] : [[field, cell]];
        }),
      ),
    })),
  };
}
