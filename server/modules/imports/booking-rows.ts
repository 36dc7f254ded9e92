import { z } from 'zod';
import { dateOrders, weekdayNumbers } from '#contract/imports.ts';
import { text } from '#contract/wire.ts';
import {
  dateOrderIn,
  Mend,
  readClock,
  readDate,
  readWeekday,
  weekly,
  type DateOrder,
} from './booking-times.ts';
import { parseRow, type Problems } from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { wholeNumber } from './values.ts';

const schema = z.object({
  building: text(300),
  floor: text(300).optional(),
  space: text(300),
  start: text(100),
  end: text(100),
  date: text(100).optional(),
  weekday: text(100).optional(),
  weeksFrom: text(100).optional(),
  weeksUntil: text(100).optional(),
  person: text(300).optional(),
  title: text(500).optional(),
  notes: text(20_000).optional(),
  numberOfPeople: wholeNumber.pipe(z.int().max(1_000_000)).optional(),
  dateOrder: z.enum(dateOrders).default('as-in-file'),
  weekdayNumbers: z.enum(weekdayNumbers).default('monday-1'),
});
export type Words = z.output<typeof schema>;

/** When a row is meant, on the clocks of its building: minutes since midnight of its days. */
export type When = { days: string[]; from: number; to: number; lastDay: number };
export type BookingRow = { row: number; words: Words; when: When };

/** `14/02/18 18:00` and `2018-02-14T18:00` are a date and a time. */
function split(field: string, words: string, order: DateOrder | undefined) {
  const [, date, clock] = /^(\d+[-/.]\d+[-/.]\d+)(?:T|\s+)(.+)$/.exec(words) ?? [];
  return {
    date: date === undefined ? undefined : readDate(field, date, order),
    clock: readClock(field, clock ?? words),
  };
}

/** @throws Mend */
function whenOf(words: Words, order: DateOrder | undefined): When {
  const start = split('start', words.start, order);
  const end = split('end', words.end, order);
  const date = words.date === undefined ? start.date : readDate('date', words.date, order);
  const given = (field: 'weeksFrom' | 'weeksUntil') =>
    words[field] === undefined ? undefined : readDate(field, words[field], order);
  let days: string[];
  if (date !== undefined) days = [date];
  else {
    if (words.weekday === undefined) throw new Mend('date', 'must not be empty where there is no weekday');
    const weekday = readWeekday(words.weekday, words.weekdayNumbers);
    const from = given('weeksFrom');
    if (from === undefined)
      throw new Mend('weekday', 'is not on a date yet; say above on which date the first week begins');
    days = weekly(weekday, from, given('weeksUntil'));
  }
  const lastDay =
    date !== undefined && end.date !== undefined ? (Date.parse(end.date) - Date.parse(date)) / 86_400_000 : 0;
  if (lastDay < 0 || (lastDay === 0 && end.clock <= start.clock))
    throw new Mend('end', 'is not after the start');
  if (lastDay > 366) throw new Mend('end', 'is more than a year after the start');
  return { days, from: start.clock, to: end.clock, lastDay };
}

const dated = ['date', 'start', 'end', 'weeksFrom', 'weeksUntil'];
function* datesIn(rows: readonly SheetRow[]) {
  for (const { values } of rows) for (const field of dated) yield values[field]?.split(/[T\s]/)[0] ?? '';
}

/** Reads each row's words and times; what cannot be read is noted. */
export function readBookings(rows: readonly SheetRow[], found: Problems): BookingRow[] {
  const inFile = dateOrderIn(datesIn(rows));
  return rows.flatMap((sheetRow) => {
    const words = parseRow(schema, sheetRow, found);
    if (!words) return [];
    try {
      const order = words.dateOrder === 'as-in-file' ? inFile : words.dateOrder;
      return [{ row: sheetRow.row, words, when: whenOf(words, order) }];
    } catch (error) {
      if (!(error instanceof Mend)) throw error;
      found.add(sheetRow.row, error.field, error.message);
      return [];
    }
  });
}
