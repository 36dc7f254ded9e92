import { useRef, useState } from 'react';
import * as m from '#messages';
import { type BoardModel, columnOf, type Hand, movers, type Moves, pickedUp } from './board-model.ts';
import type { BoardCard, BoardColumn, BoardProps } from './board-types.ts';
import { namesOf, overWords } from './board-words.ts';
import type { Selection } from './grid-selection.ts';
import { notify } from './notify.ts';

type Options<C extends BoardCard> = Pick<BoardProps<C>, 'mayMove' | 'onMove'> & {
  model: BoardModel<C>;
  selected: Selection;
  saving: Moves;
  move: (cards: readonly C[], column: BoardColumn) => void;
  announce: (text: string) => void;
};

/** What is picked up, by pointer or by keys, and what becomes of it. */
export function useBoardHand<C extends BoardCard>(options: Options<C>) {
  const { model, saving, onMove, announce } = options;
  const [hand, setHand] = useState<Hand<C>>();
  // Several events may come before the next rendering.
  const latest = useRef<Hand<C>>(undefined);
  const put = (next: Hand<C> | undefined) => {
    latest.current = next;
    setHand(next);
  };
  const mayTake = (card: C) => Boolean(onMove) && !saving.has(card.id);
  const isHome = ({ cards }: Hand<C>, columnId: string) => movers(model, cards, columnId).length === 0;

  function take(card: C, by: Hand<C>['by']): void {
    if (!mayTake(card)) return;
    const next = pickedUp(model, card, by, options);
    put(next);
    const name = namesOf(next.cards);
    announce(by === 'keys' ? m.board_lifted({ name }) : m.board_dragged({ name }));
  }
  function choose(columnId: string | undefined): void {
    const now = latest.current;
    if (!now || now.columnId === columnId) return;
    const next = { ...now, columnId };
    put(next);
    const column = columnOf(model, columnId)?.column;
    announce(overWords(next, column, Boolean(column) && isHome(next, column!.id)));
  }
  function letGo(): void {
    const now = latest.current;
    if (!now) return;
    put(undefined);
    const column = columnOf(model, model.places.get(now.card.id)?.columnId)?.column.title ?? '';
    announce(m.board_taken_back({ name: namesOf(now.cards), column }));
  }
  function settle(now: Hand<C>): void {
    const column = columnOf(model, now.columnId)?.column;
    if (!column || isHome(now, column.id)) return letGo();
    const reason = now.refused.get(column.id);
    if (reason) {
      announce(m.board_refused({ reason }));
      // The keys can go on to another column; a pointer has let go.
      if (now.by === 'keys') return;
      notify({ message: m.board_refused({ reason }), tone: 'info' });
      return put(undefined);
    }
    put(undefined);
    options.move(movers(model, now.cards, column.id), column);
  }
  return {
    hand,
    mayTake,
    take,
    choose,
    letGo,
    /** Whether it has left the hand. */
    drop() {
      if (latest.current) settle(latest.current);
      return latest.current === undefined;
    },
    /** What the card's menu offers. */
    offer: (card: C) => pickedUp(model, card, 'pointer', options),
    /** The menu's way: picks up and drops in one. */
    send: (card: C, columnId: string) => settle({ ...pickedUp(model, card, 'pointer', options), columnId }),
  };
}
export type BoardHandling<C extends BoardCard> = ReturnType<typeof useBoardHand<C>>;
