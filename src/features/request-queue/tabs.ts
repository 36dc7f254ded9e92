import * as m from '#messages';
import type { RequestFilter } from '#src/directory/request-api.ts';
import type { QueueFilters, QueueTab } from './search.ts';

type Tab = QueueTab | undefined;
const DAY = 86_400_000;
const HOUR = 3_600_000;

const open = { open: true } as const;
const filters: Record<QueueTab | 'open', RequestFilter> = {
  open,
  high: { ...open, priority: 'high' },
  low: { ...open, priority: 'low' },
  me: { ...open, assigned: 'me' },
  late: { ...open, pastDue: true },
  approval: { ...open, awaitingApproval: true },
  hold: { state: 'hold' },
  closed: { open: false },
};
export const tabLabels: Record<QueueTab | 'open', () => string> = {
  open: m.queue_tab_open,
  high: m.queue_tab_high,
  low: m.queue_tab_low,
  me: m.queue_tab_me,
  late: m.queue_tab_late,
  approval: m.queue_tab_approval,
  hold: m.queue_tab_hold,
  closed: m.queue_tab_closed,
};
export const allTabs: readonly Tab[] = [undefined, 'high', 'low', 'me', 'late', 'approval', 'hold', 'closed'];
/** Those that the board can show; its columns are the states. */
export const boardTabs: readonly Tab[] = allTabs.filter((tab) => tab !== 'hold' && tab !== 'closed');

/** What a filter of the view asks the server for. @param now epoch ms; age is reckoned from the full hour before */
export function narrowing({ olderThanDays, ...filter }: QueueFilters, now: number): RequestFilter {
  const named = Object.fromEntries(
    Object.entries(filter).map(([key, value]) => [key, typeof value === 'number' ? String(value) : value]),
  );
  const hour = Math.floor(now / HOUR) * HOUR;
  return { ...named, ...(olderThanDays && { openedUntil: hour - olderThanDays * DAY }) };
}

/** What a tab holds. */
export const filterOf = (tab: Tab, narrowed: RequestFilter): RequestFilter => ({
  ...narrowed,
  ...filters[tab ?? 'open'],
});
/** The soonest due first; of what is closed, the latest. */
export const sorted = (tab: Tab): RequestFilter =>
  tab === 'closed' ? { orderBy: 'closedAt', orderByType: 'desc' } : { orderBy: 'dueAt', orderByType: 'asc' };
