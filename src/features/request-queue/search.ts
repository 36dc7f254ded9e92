import { numberIn, textIn } from '#src/lib/address.ts';

// Spelled out rather than taken from the contract: routes read this, and zod stays out of the first load.
export const queueTabs = ['high', 'low', 'me', 'late', 'approval', 'hold', 'closed'] as const;
/** Absent: all that is open. */
export type QueueTab = (typeof queueTabs)[number];

const idFilters = ['requestTypeId', 'priorityId', 'centerId', 'roomId', 'operatorId'] as const;
/** What narrows the queue down. The names are those of the API, so a shared link reads like a call. */
export type QueueFilters = Partial<Record<(typeof idFilters)[number], number>> & {
  /** Whole days since it was asked for, at least. */
  olderThanDays?: number;
  /** Assigned to nobody. */
  unassigned?: true;
  search?: string;
};
export type QueueSearch = QueueFilters & {
  tab?: QueueTab;
  view?: 'board';
  /** The request open beside the list. */
  open?: number;
};

const positive = (value: unknown) => {
  const number = numberIn(value);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
};

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readQueueSearch(raw: Record<string, unknown>): QueueSearch {
  const text = textIn(raw.search).slice(0, 200);
  const days = positive(raw.olderThanDays);
  const search: Record<string, unknown> = {
    ...Object.fromEntries(idFilters.map((name) => [name, positive(raw[name])])),
    tab: queueTabs.find((tab) => tab === raw.tab),
    view: raw.view === 'board' ? 'board' : undefined,
    olderThanDays: days && days <= 3650 ? days : undefined,
    unassigned: raw.unassigned === true || raw.unassigned === 'true' ? true : undefined,
    search: text.trim() ? text : undefined,
    open: positive(raw.open),
  };
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as QueueSearch;
}

/** The filters alone. */
export function filtersOf({ tab: _tab, view: _view, open: _open, ...filters }: QueueSearch): QueueFilters {
  return filters;
}
/** The address with some of it changed; undefined and '' take one away. What is open closes. */
export const changed = (
  search: QueueSearch,
  change: { [Key in keyof QueueSearch]?: QueueSearch[Key] | undefined },
) => readQueueSearch({ ...search, open: undefined, ...change });
