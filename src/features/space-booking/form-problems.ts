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
  rule: 'repeat',
};

const upper = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** Shows a refusal at its field, else above the buttons; what was typed stays. */
export function showRefusal(
  { setError }: Pick<UseFormReturn<BookingFields>, 'setError'>,
  error: unknown,
): void {
  if (error instanceof ApiError && error.status === 401) return;
  const said = error instanceof Error ? error.message : String(error);
  const field = error instanceof ApiError ? error.field : undefined;
  const named = field?.split(/[.[]/)[0];
  // At its field the name that programs know it by says nothing.
  const message = field && said.startsWith(`${field} `) ? upper(said.slice(field.length + 1)) : said;
  setError(fieldsBySent[named ?? ''] ?? 'root', { message });
}

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
