/** A file that is no CSV; `row` counts records from 1, the header among them. */
export class CsvError extends Error {
  readonly row: number;
  constructor(row: number, message: string) {
    super(message);
    this.name = 'CsvError';
    this.row = row;
  }
}

const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** What parts the cells of the first record: the one that stands there most often outside of quotes. */
export function delimiterOf(text: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '\n' || char === '\r')) break;
    else if (!quoted) counts.set(char, (counts.get(char) ?? 0) + 1);
  }
  const often = (one: string) => counts.get(one) ?? 0;
  return delimiters.reduce((best, one) => (often(one) > often(best) ? one : best));
}

/**
 * The records of a CSV file (RFC 4180): with or without byte order mark, any line ends, cells parted by comma,
 * semicolon, tab or bar. Empty lines are empty records, so that the place of a record is the row a spreadsheet
 * shows; the one after the last line end is none.
 * @throws CsvError for a quote that is never closed, or text behind a closing quote
 */
export function parseCsv(source: string): string[][] {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const delimiter = delimiterOf(text);
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  const endRecord = () => {
    records.push(record);
    record = [];
  };
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const start = at + 1;
      let end = text.indexOf('"', start);
      while (end !== -1 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
      if (end === -1)
        throw new CsvError(records.length + 1, 'A quotation mark is opened here and never closed.');
      cell = text.slice(start, end).replaceAll('""', '"');
      at = end + 1;
      if (at < text.length && text[at] !== delimiter && text[at] !== '\r' && text[at] !== '\n')
        throw new CsvError(
          records.length + 1,
          'Text follows a closing quotation mark. Quotation marks inside a cell are written twice.',
        );
    } else {
      let end = at;
      while (end < text.length && text[end] !== delimiter && text[end] !== '\r' && text[end] !== '\n')
        end += 1;
      cell = text.slice(at, end);
      at = end;
    }
    record.push(cell);
    if (at >= text.length) break;
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end opens one more, empty cell.
      if (at === text.length) record.push('');
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      endRecord();
    }
  }
  if (record.length > 0) endRecord();
  return records;
}
