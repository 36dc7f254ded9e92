import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import type { AvailableSpace } from '#contract/availability.ts';
import type { BookingRule } from '#contract/booking-rules.ts';
import { lengthInWords } from '#src/directory/rule-words.ts';
import { dayOf, formatDateTime, formatTime } from '#src/lib/dates.ts';

const DAY = 24 * 60;

type Rule = Pick<BookingRule, 'who' | 'room' | 'roomType' | 'costCenters' | 'departments'>;

/** For whom a space is kept. The rule of the space replaces that of its type. */
function whoMay({ id, type }: Pick<AvailableSpace, 'id' | 'type'>, rules: readonly Rule[]): string {
  const rule =
    rules.find(({ room }) => room?.id === id) ?? rules.find(({ roomType }) => roomType?.id === type.id);
  if (rule?.who === 'managers') return m.bookings_only_managers();
  const groups = [...(rule?.costCenters.map(({ name }) => name) ?? []), ...(rule?.departments ?? [])];
  if (groups.length === 0) return m.bookings_only_groups();
  const list = new Intl.ListFormat(locale(), { type: 'disjunction' });
  return m.bookings_only_for({ groups: list.format(groups) });
}

type Judged = Pick<AvailableSpace, 'id' | 'type' | 'timeZone' | 'reason'>;

/** Why a space cannot be booked, in a few words; undefined when it can. `from`: the start that was asked for. */
export function reasonInWords(space: Judged, rules: readonly Rule[], from: number): string | undefined {
  const { reason, timeZone } = space;
  if (!reason) return undefined;
  const { code, until, limit = 0 } = reason;
  switch (code) {
    case 'taken': {
      if (until === undefined) return m.bookings_taken();
      const sameDay = dayOf(until, timeZone) === dayOf(from, timeZone);
      return m.bookings_taken_until({
        time: sameDay ? formatTime(until, timeZone) : formatDateTime(until, timeZone),
      });
    }
    case 'too-small':
      return m.bookings_holds({ count: limit });
    case 'rule-who':
      return whoMay(space, rules);
    case 'rule-longest':
      return m.bookings_longest({ time: lengthInWords(limit) });
    case 'rule-ahead':
      return limit === 0 ? m.bookings_ahead_none() : m.bookings_ahead({ time: lengthInWords(limit * DAY) });
  }
}
