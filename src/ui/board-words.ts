import * as m from '#messages';
import type { Hand } from './board-model.ts';
import type { BoardCard, BoardColumn } from './board-types.ts';

/** The card's name, or how many there are. */
export const namesOf = (cards: readonly BoardCard[]) =>
  cards.length === 1 ? cards[0]!.name : m.board_cards({ count: cards.length });

/** Where the hand is, and whether it may be dropped there. `home`: all of it comes from there. */
export function overWords<C extends BoardCard>(
  hand: Hand<C>,
  column: BoardColumn | undefined,
  home: boolean,
): string {
  if (!column) return m.board_over_nothing();
  const reason = hand.refused.get(column.id);
  if (reason) return m.board_over_refused({ column: column.title, reason });
  return home ? m.board_over_home({ column: column.title }) : m.board_over({ column: column.title });
}
