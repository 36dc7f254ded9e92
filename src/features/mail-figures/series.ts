import type { MailStats } from './api.ts';

type Day = MailStats['days'][number];
/** What came and went from one day to another, both included. */
export type VolumePoint = { from: string; until: string; checkedIn: number; delivered: number };

const WEEK = 7;
/** Bars narrower than this cannot be told from each other, in px for a day's two. */
const NARROWEST = 11;
const MOST_BARS = 100;

/** Whether so many days would be drawn too thin, and are drawn by the week instead. */
export const drawnByWeek = (days: number, width: number) => days > MOST_BARS || width / days < NARROWEST;

/** A point a day, or one for each seven days counted back from the last. */
export function volumePoints(days: readonly Day[], byWeek: boolean): VolumePoint[] {
  const step = byWeek ? WEEK : 1;
  const points: VolumePoint[] = [];
  for (let end = days.length; end > 0; end -= step) {
    const part = days.slice(Math.max(end - step, 0), end);
    points.unshift({ from: part[0]!.day, until: part.at(-1)!.day, ...totalOf(part) });
  }
  return points;
}

export const totalOf = (days: readonly Pick<Day, 'checkedIn' | 'delivered'>[]) => ({
  checkedIn: days.reduce((sum, { checkedIn }) => sum + checkedIn, 0),
  delivered: days.reduce((sum, { delivered }) => sum + delivered, 0),
});

const HOUR = 3_600_000;
export type AxisUnit = { name: 'minute' | 'hour' | 'day'; ms: number };
const units: (AxisUnit & { fromMs: number })[] = [
  { name: 'day', ms: 24 * HOUR, fromMs: 5 * 24 * HOUR },
  { name: 'hour', ms: HOUR, fromMs: 3 * HOUR },
  { name: 'minute', ms: HOUR / 60, fromMs: 0 },
];
/** The largest unit of which the longest has several, so that the axis needs no fractions. */
export const axisUnit = (longestMs: number): AxisUnit => units.find(({ fromMs }) => longestMs >= fromMs)!;

/** The median of each day of the period; null on days without a delivery. */
export function medianPoints({ days, timeToDelivery }: MailStats) {
  const medians = new Map(timeToDelivery?.days.map(({ day, medianMs }) => [day, medianMs]));
  return days.map(({ day }) => ({ day, medianMs: medians.get(day) ?? null }));
}
