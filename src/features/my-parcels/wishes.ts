import type { MailItem } from '#contract/mail.ts';

/** A wish of the recipient's, which they may take back; what the desk put aside is the desk's. */
export const isWish = ({ pending }: MailItem) => pending?.reason === 'hold' || pending?.reason === 'forward';

/** Nobody has it in hand while it is on its way to another center. */
export const maySay = (item: MailItem) =>
  item.currentQueue === 'IN' ||
  item.currentQueue === 'CHECKOUT' ||
  (item.currentQueue === 'PENDING' && isWish(item))
    ? item.bag === undefined
    : false;

export type Sections = { waiting: MailItem[]; held: MailItem[] };
/** What waits or comes, and what is put aside. */
export const sectionsOf = (items: readonly MailItem[]): Sections => ({
  waiting: items.filter(({ currentQueue }) => currentQueue !== 'PENDING'),
  held: items.filter(({ currentQueue }) => currentQueue === 'PENDING'),
});

const MORNING = 7;
const day = (from: Date, days: number) =>
  new Date(from.getFullYear(), from.getMonth(), from.getDate() + days, MORNING);

export type HoldChoice = 'tomorrow' | 'monday' | 'week' | 'day' | 'open';
/**
 * When a hold ends: in the morning of a day, in the reader's own zone; undefined for "until I say so" and
 * for a day that is not chosen or already over.
 */
export function holdEnd(choice: HoldChoice, chosen: string, now: Date): number | undefined {
  if (choice === 'open') return undefined;
  if (choice === 'tomorrow') return day(now, 1).getTime();
  // getDay: Sunday is 0. On a Monday the next one is meant.
  if (choice === 'monday') return day(now, (8 - now.getDay()) % 7 || 7).getTime();
  if (choice === 'week') return day(now, 7).getTime();
  const [year, month, date] = chosen.split('-').map(Number);
  if (!year || !month || !date) return undefined;
  const end = new Date(year, month - 1, date, MORNING).getTime();
  return end > now.getTime() ? end : undefined;
}
