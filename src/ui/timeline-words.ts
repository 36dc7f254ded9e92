import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import type { Tick } from './timeline-scale.ts';
import type { Span, TimelineBar, TimelineRow } from './timeline-types.ts';

const DAY = 24 * 60 * 60_000;
const formatters = new Map<string, Intl.DateTimeFormat>();
function formatter(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${options.timeZone} ${name}`;
  // Hundreds of bars ask at once; another language loads the page anew.
  const found = formatters.get(key) ?? new Intl.DateTimeFormat(locale(), options);
  formatters.set(key, found);
  return found;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
/** 14:05. Around the clock: on an axis of 24 hours there is no room for halves of the day. */
export const timeOf = (ms: number, timeZone: string) => formatter('time', { ...CLOCK, timeZone }).format(ms);

/** 10:15–11:00; with the days for what is longer than one. */
export function rangeOf({ start, end }: Span, timeZone: string): string {
  if (end - start <= DAY) return `${timeOf(start, timeZone)}–${timeOf(end, timeZone)}`;
  const day = (ms: number) => formatter('day', { day: 'numeric', month: 'short', timeZone }).format(ms);
  return `${day(start)}, ${timeOf(start, timeZone)} – ${day(end)}, ${timeOf(end, timeZone)}`;
}

/** 08:00 on the clock; what comes for the second time names its offset. `noon`: any moment of that half of the day. */
export function hourOf({ wall, again }: Tick, noon: number, timeZone: string): string {
  const hour = `${String(Math.floor(wall / 60) % 24).padStart(2, '0')}:00`;
  if (!again) return hour;
  const parts = formatter('offset', { timeZoneName: 'shortOffset', timeZone }).formatToParts(noon);
  return `${hour} ${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''}`;
}

export const rowName = ({ label, sublabel }: TimelineRow) => (sublabel ? `${label}, ${sublabel}` : label);

export function barName(bar: TimelineBar, row: TimelineRow, timeZone: string): string {
  const words = {
    title: bar.title,
    time: rangeOf(bar, timeZone),
    row: rowName(row),
    state: bar.state.word,
  };
  return bar.own ? m.timeline_bar_own(words) : m.timeline_bar(words);
}
