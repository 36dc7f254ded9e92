import { createHash } from 'node:crypto';
import { z } from 'zod';
import { dateOrders, newTypes } from '#contract/imports.ts';
import type { ServiceState } from '#contract/service-requests.ts';
import { text } from '#contract/wire.ts';
import { isTimeZone } from '#server/lib/time-zone.ts';
import { clocksOf, dateOrderIn, Mend, type DateOrder } from './booking-times.ts';
import { parseRow, type Problems } from './plan.ts';
import type { SheetRow } from './sheet.ts';
import { readMoment } from './ticket-times.ts';
import { splitUrgency, stateOf } from './ticket-words.ts';

const schema = z.object({
  externalId: text(200),
  opened: text(100),
  closed: text(100).optional(),
  updated: text(100).optional(),
  target: text(100).optional(),
  status: text(100).optional(),
  category: text(300).optional(),
  product: text(300).optional(),
  type: text(300).optional(),
  priority: text(100).optional(),
  description: text(20_000).optional(),
  notes: text(20_000).optional(),
  place: text(1000).optional(),
  agency: text(300).optional(),
  building: text(300),
  floor: text(300).optional(),
  space: text(300),
  person: text(300).optional(),
  system: text(100).default(''),
  timeZone: text(100).refine(isTimeZone, 'must be the name of a time zone such as Europe/Warsaw').optional(),
  newTypes: z.enum(newTypes).default('create'),
  dateOrder: z.enum(dateOrders).default('as-in-file'),
});
type Words = z.output<typeof schema>;

/** A row that can be read; moments in epoch ms. */
export type Ticket = {
  row: number;
  words: Words;
  state: ServiceState;
  opened: number;
  closed: number | undefined;
  updated: number | undefined;
  target: number | undefined;
  category: string;
  product: string;
  type: string;
  urgency: string | undefined;
  /** Of everything that it says. */
  digest: string;
};

const moments = ['opened', 'closed', 'updated', 'target'] as const;
type Moments = Record<(typeof moments)[number], number | undefined>;

/** Where nothing else says to which category tickets belong. */
const OTHER = 'Imported';

/** @throws Mend */
function nameOf({ category, agency, product, type, priority }: Words) {
  const named = type ?? product;
  if (named === undefined) throw new Mend('type', 'must not be empty where there is no product either');
  const split = priority === undefined ? splitUrgency(named) : { type: named };
  return {
    category: category ?? agency ?? OTHER,
    product: product ?? category ?? split.type,
    type: split.type,
    urgency: priority ?? split.urgency,
  };
}

/** @throws Mend */
function standing(words: Words, { opened, closed, updated }: Moments) {
  const state = stateOf(words.status, closed !== undefined);
  if (!state) throw new Mend('status', `“${words.status}” is no status such as Open, In Progress or Closed`);
  // What was opened again keeps the date on which it was closed before.
  if (state !== 'completed' && state !== 'rejected') return { state, closed: undefined };
  const ended = closed ?? updated;
  if (ended === undefined) throw new Mend('closed', 'must not be empty, for the ticket is closed');
  if (ended < opened!) throw new Mend('closed', 'is before it was opened');
  return { state, closed: ended };
}

const digestOf = (values: Record<string, string>) =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(values).toSorted()))
    .digest('base64url');

function* dates(rows: readonly SheetRow[]) {
  for (const { values } of rows) for (const field of moments) yield values[field]?.split(/[T\s]/)[0] ?? '';
}

/** Reads each row; what cannot be read is noted. @param zone where a time without offset is meant */
export function readTickets(rows: readonly SheetRow[], zone: string, found: Problems): Ticket[] {
  const inFile = dateOrderIn(dates(rows));
  const clocks = new Map<string, ReturnType<typeof clocksOf>>();
  const clockOf = (name: string) => {
    const known = clocks.get(name) ?? clocksOf(name);
    clocks.set(name, known);
    return known;
  };
  const met = new Map<string, number>();
  const readRow = (row: SheetRow, words: Words): Ticket => {
    const order: DateOrder | undefined = words.dateOrder === 'as-in-file' ? inFile : words.dateOrder;
    const key = JSON.stringify([words.system, words.externalId]);
    const twin = met.get(key);
    if (twin !== undefined) throw new Mend('externalId', `is in row ${twin} already`);
    met.set(key, row.row);
    const clock = clockOf(words.timeZone ?? zone);
    const at = Object.fromEntries(
      moments.map((field) => {
        const cell = words[field];
        return [field, cell === undefined ? undefined : readMoment(field, cell, order, clock)];
      }),
    ) as Moments;
    return {
      row: row.row,
      words,
      ...at,
      opened: at.opened!,
      ...standing(words, at),
      ...nameOf(words),
      digest: digestOf({ ...row.values, timeZone: words.timeZone ?? zone }),
    };
  };
  return rows.flatMap((row) => {
    const words = parseRow(schema, row, found);
    if (!words) return [];
    try {
      return [readRow(row, words)];
    } catch (error) {
      if (!(error instanceof Mend)) throw error;
      const repeat = error.field === 'externalId';
      found.add(row.row, error.field, error.message, { problem: repeat ? 'repeat' : 'cell' });
      return [];
    }
  });
}
