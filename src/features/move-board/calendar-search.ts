import { type BoardSearch, dayIn, kept, readBoardSearch } from './board-search.ts';

/** Absent view: the month. The day is the one that is chosen, and says which month or week is shown. */
export type CalendarSearch = Omit<BoardSearch, 'from' | 'until'> & { view?: 'week'; date?: string };

/** Reads an address that anybody may have written; what makes no sense is left out. */
export function readCalendarSearch(raw: Record<string, unknown>): CalendarSearch {
  const { from: _from, until: _until, ...filters } = readBoardSearch(raw);
  return kept<CalendarSearch>({
    ...filters,
    view: raw.view === 'week' ? 'week' : undefined,
    date: dayIn(raw.date),
  } as CalendarSearch);
}
