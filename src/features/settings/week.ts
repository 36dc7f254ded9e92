import { type CenterHours, DAY_END, type Holiday, type OpenSpan } from '#contract/center-hours.ts';
import { formatTime } from '#src/lib/dates.ts';

/** A span as it is typed; until 00:00 is the end of the day. */
export type Span = { from: string; until: string };
/** Monday first, each day with its spans. */
export type Week = readonly (readonly Span[])[];
/** `next` is a holiday that is typed and not yet added. */
export type CenterDraft = { zone: string; week: Week; holidays: readonly Holiday[]; next: Holiday };
const NO_DAY: Holiday = { day: '', name: '' };
export const byDay = (a: Holiday, b: Holiday) => (a.day < b.day ? -1 : 1);

const clock = (minutes: number) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return minutes === DAY_END ? '00:00' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const endOf = ({ until }: Span) => minutesOf(until) || DAY_END;

export const draftOf = ({ ownTimeZone, hours, holidays }: CenterHours): CenterDraft => ({
  zone: ownTimeZone ?? '',
  week: [1, 2, 3, 4, 5, 6, 7].map((day) =>
    hours
      .filter(({ weekday }) => weekday === day)
      .map(({ opens, closes }) => ({ from: clock(opens), until: clock(closes) })),
  ),
  holidays,
  next: NO_DAY,
});

/** `missing`: the day or its name. */
export type HolidayProblem = 'missing' | 'twice';

/** The typed holiday among the others, or why it cannot be. */
export function withTyped({
  holidays,
  next,
}: CenterDraft): HolidayProblem | Pick<CenterDraft, 'holidays' | 'next'> {
  const name = next.name.trim();
  if (!next.day || !name) return 'missing';
  if (holidays.some(({ day }) => day === next.day)) return 'twice';
  return { holidays: [...holidays, { day: next.day, name }].sort(byDay), next: NO_DAY };
}

export const hoursOf = (week: Week): OpenSpan[] =>
  week.flatMap((spans, at) =>
    spans.map((span) => ({ weekday: at + 1, opens: minutesOf(span.from), closes: endOf(span) })),
  );

/** `time`: one of the times is missing. */
export type SpanProblem = 'time' | 'order' | 'overlap';
export function problemOf(spans: readonly Span[], at: number): SpanProblem | undefined {
  const span = spans[at]!;
  if (!span.from || !span.until) return 'time';
  if (minutesOf(span.from) >= endOf(span)) return 'order';
  const begins = minutesOf(span.from);
  const meets = (other: Span, index: number) =>
    index < at && other.from && other.until && minutesOf(other.from) < endOf(span) && begins < endOf(other);
  return spans.some(meets) ? 'overlap' : undefined;
}

/** The span offered next: the usual day, or an hour after what is there when it still fits. */
export function nextSpan(spans: readonly Span[]): Span {
  const last = Math.max(0, ...spans.filter(({ until }) => until).map(endOf));
  if (last === 0) return { from: '08:00', until: '18:00' };
  const from = last + 60;
  return from + 60 > DAY_END
    ? { from: '', until: '' }
    : { from: clock(from), until: clock(Math.min(from + 240, DAY_END)) };
}

/** Monday to Friday as this day is. */
export const copied = (week: Week, from: number): Week =>
  week.map((spans, at) => (at < 5 ? week[from]! : spans));

/** The week in a line: days that are open alike stand together. `days` are their names, Monday first. */
export function summary(hours: readonly OpenSpan[], days: readonly string[], closed: string): string {
  const time = (minutes: number) => formatTime(minutes * 60_000, 'UTC');
  const words = days.map((_, at) =>
    hours
      .filter(({ weekday }) => weekday === at + 1)
      .map(({ opens, closes }) => `${time(opens)}–${time(closes)}`)
      .join(', '),
  );
  const runs: { from: number; until: number; words: string }[] = [];
  for (const [at, spans] of words.entries()) {
    const last = runs.at(-1);
    if (last?.words === spans) last.until = at;
    else runs.push({ from: at, until: at, words: spans });
  }
  const open = runs.filter((run) => run.words);
  const name = ({ from, until }: (typeof runs)[number]) =>
    from === until ? days[from] : `${days[from]}–${days[until]}`;
  return open.map((run) => `${name(run)} ${run.words}`).join(' · ') || closed;
}
