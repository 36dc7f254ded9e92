import { BOM, type Cell, csvLine } from '#contract/csv.ts';

export type CsvTable = { head: readonly string[]; rows: readonly (readonly Cell[])[] };

/** Saves a table that is on screen as a file for a spreadsheet; nothing is asked of the server. */
export function downloadCsv(fileName: string, { head, rows }: CsvTable): void {
  const text = BOM + [head, ...rows].map(csvLine).join('');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // Some browsers read the address only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
