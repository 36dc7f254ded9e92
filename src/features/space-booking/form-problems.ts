import type { Path, UseFormReturn } from 'react-hook-form';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import type { BookingFields } from './form-values.ts';

type Field = Path<BookingFields>;
/** Where the form asks for what the server names. */
const fieldsBySent: Record<string, Field> = {
  name: 'name',
  notes: 'notes',
  room: 'room',
  startDate: 'start',
  start: 'start',
  endDate: 'end',
  minutes: 'end',
  days: 'endDate',
  user: 'person',
  numberOfPeople: 'people',
  guests: 'guests',
  rule: 'repeat.every',
};

const upper = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Of whole days the form asks for no times. */
const wholeDays: Partial<Record<Field, Field>> = { start: 'date', end: 'endDate' };
/** What only managers are asked for. */
const managersOnly = new Set<Field>(['person']);

/**
 * Shows a refusal at its field, else above the buttons; what was typed stays.
 * @param manages whether the form asks for all that managers are asked for
 */
export function showRefusal(
  { setError, getValues }: Pick<UseFormReturn<BookingFields>, 'setError' | 'getValues'>,
  error: unknown,
  manages: boolean,
): void {
  if (error instanceof ApiError && error.status === 401) return;
  const said = error instanceof Error ? error.message : String(error);
  const field = error instanceof ApiError ? error.field : undefined;
  const named = field?.split(/[.[]/)[0];
  // At its field the name that programs know it by says nothing.
  const message = field && said.startsWith(`${field} `) ? upper(said.slice(field.length + 1)) : said;
  const meant = fieldsBySent[named ?? ''];
  const at = (getValues('allDay') && meant && wholeDays[meant]) || meant;
  const shown = at !== undefined && (manages || !managersOnly.has(at));
  setError(shown ? at : 'root', { message }, { shouldFocus: shown });
}

/** A year with a leap day; longer is a mistake, or a series. */
const LONGEST = 366 * 86_400_000;
const ADDRESS = /^[^\s@]+@[^\s@]+$/u;
/** The first guest whom no message would reach. */
const wrongGuest = (guests: readonly string[]): string | undefined =>
  guests.find((guest) => !ADDRESS.test(guest));

/** What has to be put right before anything is sent. @param known guests that were there before */
export function missingIn(fields: BookingFields, known: readonly string[] = []): [Field, string][] {
  const { room, date, start, end, endDate, allDay, people, guests, repeat } = fields;
  const found: [Field, string][] = [];
  if (!room) found.push(['room', m.booking_need_space()]);
  if (!date) found.push(['date', m.booking_need_date()]);
  if (!allDay && !start) found.push(['start', m.booking_need_time()]);
  if (!allDay && !end) found.push(['end', m.booking_need_time()]);
  if (endDate < date || (!allDay && endDate === date && end !== '00:00' && end <= start))
    found.push([allDay || endDate < date ? 'endDate' : 'end', m.booking_need_later()]);
  const longest = endDate > date && Date.parse(endDate) - Date.parse(date) > LONGEST;
  if (longest) found.push(['endDate', m.rules_need_shorter()]);
  if (!/^[1-9]\d{0,6}$/.test(people.trim())) found.push(['people', m.booking_need_people()]);
  // Those that other programs wrote down stay as they are.
  const wrong = wrongGuest(guests.filter((guest) => !known.includes(guest)));
  if (wrong !== undefined) found.push(['guests', m.booking_guests_wrong({ address: wrong })]);
  if (repeat.every === 'weekly' && repeat.days.length === 0)
    found.push(['repeat.days', m.booking_need_days()]);
  if (repeat.every !== 'none' && repeat.end === 'count' && !(repeat.count >= 1 && repeat.count <= 500))
    found.push(['repeat.count', m.booking_need_times()]);
  if (repeat.every !== 'none' && repeat.end === 'until' && !(repeat.until > date))
    found.push(['repeat.until', m.booking_need_last()]);
  return found;
}
