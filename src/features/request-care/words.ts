import * as m from '#messages';
import type { FieldKind, ServiceType } from '#contract/service-requests-catalogue.ts';
import { locale } from '#src/lib/language.ts';

/** "8 hr 30 min", of minutes of opening hours or of work: no days, for a day of opening hours has no 24. */
export function spanWords(minutes: number): string {
  const word = (unit: 'hour' | 'minute', count: number) =>
    new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'short' }).format(count);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && word('hour', hours), (rest > 0 || hours === 0) && word('minute', rest)]
    .filter(Boolean)
    .join(' ');
}

export const promiseWords = ({ SLAMinutes }: Pick<ServiceType, 'SLAMinutes'>) =>
  SLAMinutes === 0 ? m.care_no_promise() : m.care_within({ time: spanWords(SLAMinutes) });

export const kindWords: Record<FieldKind, () => string> = {
  text: m.care_kind_text,
  number: m.care_kind_number,
  choice: m.care_kind_choice,
  date: m.care_kind_date,
  'yes-no': m.care_kind_yes_no,
};

/** Whether a name has the words of a search in it, in whatever order. */
export function matches(name: string, words: readonly string[]): boolean {
  const text = name.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
export const wordsOf = (search: string) => search.toLocaleLowerCase().split(/\s+/).filter(Boolean);
