import { localTimeOf } from '#server/lib/zone-time.ts';
import type { Space } from '#server/modules/space-booking/service.ts';
import type { Clash, Want } from './booking-clash.ts';
import type { Problems } from './plan.ts';

type Noted = { want: Want; space: Space; clash: Clash; of: number; dates: number; rows: Set<number> };

/** A sentence has room for so many rows; the report's `rows` has more. */
const IN_WORDS = 5;

function rowsInWords(rows: readonly number[]): string {
  const named = rows.slice(0, IN_WORDS);
  const rest = rows.length - named.length;
  if (rows.length === 1) return `row ${named[0]}`;
  const last = rest > 0 ? `${rest} more` : String(named.pop());
  return `rows ${named.join(', ')} and ${last}`;
}
const shown = (at: number, zone: string) => localTimeOf(at, zone).slice(0, 16).replace('T', ' ');

function sentence({ clash, space, rows }: Noted): string {
  const sorted = [...rows].toSorted((a, b) => a - b);
  if (clash.what === 'repeat') return `is the same space and time as ${rowsInWords(sorted)}`;
  if (clash.what === 'overlap') return `overlaps ${rowsInWords(sorted)}`;
  const { held } = clash;
  const [from, to] = [shown(held.since, space.zone), shown(held.until, space.zone)];
  return `${space.name} is booked from ${from} to ${from.slice(0, 10) === to.slice(0, 10) ? to.slice(11) : to}`;
}

/** Collects what of each row meets what, and tells it in one line for each row and kind of trouble. */
export function clashTeller(found: Problems) {
  const noted = new Map<string, Noted>();
  return {
    /** @param of on how many dates the row is meant */
    note(want: Want, space: Space, of: number, clash: Clash) {
      const key = `${want.row} ${clash.what}`;
      const known = noted.get(key) ?? { want, space, clash, of, dates: 0, rows: new Set<number>() };
      known.dates += 1;
      if (clash.what !== 'booked') for (const row of clash.rows) known.rows.add(row);
      noted.set(key, known);
    },
    tell() {
      for (const one of noted.values()) {
        const { want, space, clash, of, dates, rows } = one;
        const first = shown(want.slot.since, space.zone).slice(0, 10);
        const when = of > 1 ? ` on ${dates} of ${of} dates, first on ${first}` : '';
        found.add(want.row, 'start', sentence(one) + when, {
          problem: clash.what,
          ...(clash.what === 'booked'
            ? { booking: clash.held.id }
            : { rows: [...rows].toSorted((a, b) => a - b).slice(0, 50) }),
        });
      }
    },
  };
}
