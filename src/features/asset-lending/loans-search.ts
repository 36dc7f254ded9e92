import { numberIn, textIn } from '#src/lib/address.ts';
import type { LoanFilter } from './api.ts';

export const loanTabs = ['out', 'due', 'overdue', 'reserved', 'over'] as const;
export type LoanTab = (typeof loanTabs)[number];
const sorts = ['asset', 'user', 'startDate', 'dueDate'] as const;

export type LoansSearch = {
  /** `out` when absent. */
  tab?: Exclude<LoanTab, 'out'>;
  search?: string;
  /** `-name` for downwards. */
  sort?: string;
  /** The loan open beside the list, or the form of a new one. */
  open?: number | 'new';
  /** What the new one is of. */
  asset?: number;
};
const DAY = 86_400_000;

const isId = (id: number) => Number.isSafeInteger(id) && id > 0;

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readLoansSearch(raw: Record<string, unknown>): LoansSearch {
  const text = textIn(raw.search).slice(0, 200);
  const tab = loanTabs.find((one) => one === raw.tab);
  const sort = textIn(raw.sort);
  const [open, asset] = [numberIn(raw.open), numberIn(raw.asset)];
  return {
    ...(tab && tab !== 'out' && { tab }),
    ...(text.trim() && { search: text }),
    ...(sorts.some((one) => one === sort.replace(/^-/, '')) && { sort }),
    ...(raw.open === 'new' && isId(asset) && { asset }),
    ...(raw.open === 'new' ? { open: 'new' } : isId(open) ? { open } : {}),
  };
}

/** Due within two days counts as due; counted from the beginning of the hour, so that it is the same question for a while. */
const narrowings: Record<LoanTab, (hour: number) => LoanFilter> = {
  out: () => ({ state: 'out' }),
  due: (hour) => ({ state: 'out', overdue: false, dueUntil: hour + 2 * DAY }),
  overdue: () => ({ state: 'out', overdue: true }),
  reserved: () => ({ state: 'reserved' }),
  over: () => ({ state: 'returned,cancelled' }),
};

/** What the server is asked for. */
export function filterOf({ tab: chosen, search, sort }: LoansSearch, now = Date.now()): LoanFilter {
  const tab: LoanTab = chosen ?? 'out';
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  const by =
    sort?.replace(/^-/, '') ??
    (tab === 'reserved' ? 'startDate' : tab === 'over' ? 'dateUpdated' : 'dueDate');
  const down = sort === undefined ? tab === 'over' : sort.startsWith('-');
  return {
    ...narrowings[tab](hour),
    ...(search && { search }),
    orderBy: by,
    orderByType: down ? 'desc' : 'asc',
  };
}
export const sortOf = ({ sort, tab }: LoansSearch) =>
  sort === undefined
    ? tab === 'over'
      ? undefined
      : { id: tab === 'reserved' ? 'startDate' : 'dueDate', desc: false }
    : { id: sort.replace(/^-/, ''), desc: sort.startsWith('-') };
