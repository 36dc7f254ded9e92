const named = (root: Element | null, key: 'card' | 'column', id: string) =>
  [...(root?.querySelectorAll<HTMLElement>(`[data-${key}]`) ?? [])].find((one) => one.dataset[key] === id);

/** The drawn card of that id, if it is drawn. */
export const cardElement = (board: Element | null, id: string) => named(board, 'card', id);

/** The card of a column that stands nearest to the height of another; the first where nothing is laid out. */
export function cardBeside(board: Element, columnId: string, from: Element): string | undefined {
  const { top, height } = from.getBoundingClientRect();
  let best: { id: string; away: number } | undefined;
  for (const card of named(board, 'column', columnId)?.querySelectorAll<HTMLElement>('[data-card]') ?? []) {
    const box = card.getBoundingClientRect();
    const away = Math.abs(box.top + box.height / 2 - top - height / 2);
    if (!best || away < best.away) best = { id: card.dataset.card!, away };
  }
  return best?.id;
}
