import { useState } from 'react';
import * as m from '#messages';
import type { Moves } from './board-model.ts';
import type { BoardCard, BoardColumn, BoardProps } from './board-types.ts';
import { namesOf } from './board-words.ts';
import { notify } from './notify.ts';

type Options<C extends BoardCard> = Pick<BoardProps<C>, 'columns' | 'onMove'> & {
  announce: (text: string) => void;
};
const NONE: Moves = new Map();

/** Hands moves to the view, and tells which are on their way. What fails goes back with a notice. */
export function useBoardMoves<C extends BoardCard>({ columns, onMove, announce }: Options<C>) {
  const [moves, setMoves] = useState(NONE);

  async function save(card: C, column: BoardColumn): Promise<void> {
    try {
      const answer = onMove?.(card, column);
      if (!(answer instanceof Promise)) return;
      setMoves((now) => new Map(now).set(card.id, column.id));
      await answer;
    } catch (error) {
      const before = columns.find(({ id }) => id === card.columnId)?.title ?? '';
      announce(m.board_taken_back({ name: card.name, column: before }));
      const reason = error instanceof Error ? error.message : '';
      notify({ message: m.board_failed({ name: card.name, column: column.title, reason }), tone: 'danger' });
    } finally {
      setMoves((now) => (now.has(card.id) ? new Map([...now].filter(([id]) => id !== card.id)) : now));
    }
  }
  function move(cards: readonly C[], column: BoardColumn): void {
    announce(m.board_moved({ name: namesOf(cards), column: column.title }));
    for (const card of cards) void save(card, column);
  }
  return { moves, move };
}
