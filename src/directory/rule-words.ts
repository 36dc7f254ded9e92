import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import type { BookingRule } from '#contract/booking-rules.ts';

const HOUR = 60;
const DAY = 24 * HOUR;

/** 90 minutes, 2 hours, 3 days. */
export function lengthInWords(minutes: number): string {
  const [unit, size] =
    minutes % DAY === 0 && minutes > 0
      ? (['day', DAY] as const)
      : minutes % HOUR === 0 && minutes > 0
        ? (['hour', HOUR] as const)
        : (['minute', 1] as const);
  const words = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale(), words).format(minutes / size);
}

export type RuleTerms = Omit<BookingRule, 'id' | 'room' | 'roomType' | 'dateCreated' | 'dateUpdated'>;

function whoWords({ who, costCenters, departments }: RuleTerms): string | undefined {
  if (who === 'everybody') return undefined;
  if (who === 'managers') return m.rules_say_managers();
  const groups = [...costCenters.map(({ name }) => name), ...departments];
  if (groups.length === 0) return m.rules_say_nobody();
  return m.rules_say_groups({
    groups: new Intl.ListFormat(locale(), { type: 'disjunction' }).format(groups),
  });
}

function bufferWords({ bufferBefore: before, bufferAfter: after }: RuleTerms): string | undefined {
  const time = lengthInWords;
  if (before > 0 && after > 0) return m.rules_say_buffers({ before: time(before), after: time(after) });
  if (before > 0) return m.rules_say_before({ time: time(before) });
  return after > 0 ? m.rules_say_after({ time: time(after) }) : undefined;
}

/** What a rule means for who books, in a sentence. @param name of what it is about; without one it begins by itself */
export function ruleSentence(rule: RuleTerms, name?: string): string {
  const { longestMinutes, daysAhead, checkInMinutes, releaseMinutes } = rule;
  const parts = [
    whoWords(rule),
    longestMinutes !== undefined && m.rules_say_longest({ time: lengthInWords(longestMinutes) }),
    daysAhead === 0
      ? m.rules_say_today()
      : daysAhead !== undefined && m.rules_say_ahead({ time: lengthInWords(daysAhead * DAY) }),
    rule.approval && m.rules_say_approval(),
    bufferWords(rule),
    checkInMinutes !== undefined &&
      (checkInMinutes === 0
        ? m.rules_say_check_in_start()
        : m.rules_say_check_in({ time: lengthInWords(checkInMinutes) })),
    releaseMinutes !== undefined && m.rules_say_release({ time: lengthInWords(releaseMinutes) }),
  ].filter((part) => typeof part === 'string');
  const terms = parts.length > 0 ? parts.join(m.rules_say_comma()) : m.rules_say_free();
  return name === undefined
    ? `${terms.charAt(0).toLocaleUpperCase()}${terms.slice(1)}.`
    : m.rules_sentence({ name, terms });
}
