import * as m from '#messages';
import { locale } from '#src/lib/language.ts';
import { formatDuration } from '#src/lib/duration.ts';

type Kept = { met: number; missed: number };

/** The share of promises that were kept; undefined where none fell due. */
export const keptShare = ({ met, missed }: Kept): number | undefined =>
  met + missed === 0 ? undefined : met / (met + missed);

/** "87%", rounded down, so that 100% says that every promise was kept. */
export function keptWords(kept: Kept): string {
  const share = keptShare(kept);
  if (share === undefined) return m.care_report_none();
  const percent = Math.floor(share * 100) / 100;
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(percent);
}
export const timeWords = (ms: number | undefined): string =>
  ms === undefined ? m.care_report_none() : formatDuration(ms);

/** The same for a file: whole percent and minutes, and nothing where there is nothing. */
export const keptCell = (kept: Kept) => {
  const share = keptShare(kept);
  return share === undefined ? '' : Math.floor(share * 100);
};
export const minutesCell = (ms: number | undefined) => (ms === undefined ? '' : Math.round(ms / 60_000));
