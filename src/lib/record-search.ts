/** What the address of a list of records holds: words, order, and the record that is open beside it. */
export type RecordSearch = { search?: string; sort?: string; desc?: true; open?: number | 'new' };

const LONGEST = 200;

/** Reads an address that anybody may have written. @param sorts what the list can be ordered by */
export function readRecordSearch(raw: Record<string, unknown>, sorts: readonly string[]): RecordSearch {
  const search = ['string', 'number'].includes(typeof raw.search) ? String(raw.search).slice(0, LONGEST) : '';
  const id = Number(raw.open);
  const open = raw.open === 'new' ? 'new' : Number.isSafeInteger(id) && id > 0 ? id : undefined;
  const sort = sorts.find((name) => name === raw.sort);
  return {
    ...(search.trim() && { search }),
    ...(sort && { sort }),
    ...(sort && String(raw.desc) === 'true' && { desc: true as const }),
    ...(open && { open }),
  };
}

/** What the server is asked for: the words and the order, without the record that is open. */
export const listParameters = ({ search, sort = 'name', desc }: RecordSearch) => ({
  search,
  orderBy: sort,
  orderByType: desc ? 'desc' : 'asc',
});
