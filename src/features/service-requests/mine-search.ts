const mineViews = ['open', 'approve', 'closed'] as const;
export type MineView = (typeof mineViews)[number];
/** What the address of one's requests holds: which of them, words, and the one that is open. */
export type MineSearch = { view?: MineView; search?: string; open?: number };

export function readMineSearch(raw: Record<string, unknown>): MineSearch {
  const view = mineViews.find((name) => name === raw.view && name !== 'open');
  const search = ['string', 'number'].includes(typeof raw.search) ? String(raw.search).slice(0, 200) : '';
  const open = Number(raw.open);
  return {
    ...(view && { view }),
    ...(search.trim() && { search }),
    ...(Number.isSafeInteger(open) && open > 0 && { open }),
  };
}
