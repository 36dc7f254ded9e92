/** What a cell may hold; null is an empty cell. */
export type Cell = string | number | null | undefined;

/** With it Excel reads the file as UTF-8. */
export const BOM = '\uFEFF';

/**
 * A spreadsheet takes what begins like this for a formula, and runs it; numbers of labels and names come from
 * outside. An apostrophe before it makes it text; one that stands there already gets another, so that none is lost.
 */
const harmless = (text: string) => (/^'*[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);
/** A cell of such a file as it was. */
export const unprotected = (cell: string): string => cell.replace(/^'(?='*[=+\-@\t\r\n])/, '');

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end (RFC 4180). Numbers stay numbers, a minus before them too. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;
