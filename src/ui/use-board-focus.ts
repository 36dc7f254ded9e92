import { type FocusEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { cardElement } from './board-elements.ts';
import { type Active, type BoardModel, settled } from './board-model.ts';
import type { BoardCard } from './board-types.ts';

type Options<C extends BoardCard> = {
  root: RefObject<HTMLElement | null>;
  model: BoardModel<C>;
  /** The only column on the screen, if it is one. */
  shownId: string | undefined;
  show: (columnId: string) => void;
  menuOpen: boolean;
};

/** Where the focus is among the cards; wherever its card goes and whatever becomes of it, the focus stays in the board. */
export function useBoardFocus<C extends BoardCard>({ root, model, shownId, show, menuOpen }: Options<C>) {
  const [wished, setWished] = useState<Active>();
  const activeId = settled(model, wished, shownId);
  const wants = useRef<string>(undefined);
  /** The card to bring into sight with the next rendering. */
  const brings = useRef<string>(undefined);
  const reveals = useRef(new Map<string, (index: number) => void>());
  const inside = useRef(false);

  useEffect(() => {
    const place = brings.current === undefined ? undefined : model.places.get(brings.current);
    brings.current = undefined;
    if (place) reveals.current.get(place.columnId)?.(place.index);
    const lost = inside.current && !menuOpen && document.activeElement === document.body;
    if ((wants.current === undefined && !lost) || activeId === undefined) return;
    const card = cardElement(root.current, activeId);
    // What is not drawn yet asks for it once it is.
    wants.current = card ? undefined : activeId;
    card?.focus({ preventScroll: true });
  });

  const setActive = (id: string) => {
    const place = model.places.get(id);
    if (place) setWished({ id, ...place });
  };
  return {
    activeId,
    setActive,
    /** Sends the focus to a card, and brings that into sight. */
    goTo(id: string) {
      const place = model.places.get(id);
      if (!place) return;
      if (shownId !== undefined && place.columnId !== shownId) show(place.columnId);
      wants.current = id;
      brings.current = id;
      setWished({ id, ...place });
    },
    /** Sends the focus to a card that stays where it is, or to what comes into its place. */
    giveBack(id: string) {
      wants.current = id;
      brings.current = id;
      setActive(id);
    },
    /** Brings a column into sight. */
    bring: (columnId: string) => reveals.current.get(columnId)?.(-1),
    claimFocus(id: string) {
      if (wants.current !== id) return false;
      wants.current = undefined;
      return true;
    },
    register(columnId: string, reveal: ((index: number) => void) | undefined) {
      if (reveal) reveals.current.set(columnId, reveal);
      else reveals.current.delete(columnId);
    },
    onFocus: () => void (inside.current = true),
    onBlur(event: FocusEvent) {
      inside.current = event.currentTarget.contains(event.relatedTarget);
    },
  };
}
