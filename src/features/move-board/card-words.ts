import * as m from '#messages';
import type { MoveCard } from '#contract/moves-board.ts';

export const peopleWords = (count: number): string => m.move_board_people({ count });

/** The first names, and how many more. */
export function whoWords({ names, items }: Pick<MoveCard, 'names' | 'items'>): string {
  const [first, second] = names;
  if (first === undefined) return m.move_nobody();
  if (second === undefined) return first;
  const rest = items - 2;
  return rest > 0 ? m.move_names_more({ first, second, count: rest }) : m.move_names_two({ first, second });
}

/** From where to where, by buildings; one alone where they stay in it. */
export function wayWords({ from, to }: Pick<MoveCard, 'from' | 'to'>): string {
  const [start, end] = [from.join(', '), to.join(', ')];
  if (!end) return start && m.move_board_leaves({ from: start });
  if (!start) return m.move_board_comes({ to: end });
  return start === end ? m.move_board_within({ place: end }) : m.move_board_way({ from: start, to: end });
}
