import { useRef } from 'react';
import { type BoardModel, columnOf } from './board-model.ts';
import type { BoardCard, BoardProps } from './board-types.ts';
import { type Selection, toggled, withRange } from './grid-selection.ts';

type Options<C extends BoardCard> = Pick<BoardProps<C>, 'onSelect'> & {
  model: BoardModel<C>;
  selected: Selection;
  activeId: string | undefined;
};

/** Choosing several cards; a range keeps to one column. */
export function useBoardSelection<C extends BoardCard>({ model, selected, activeId, onSelect }: Options<C>) {
  /** Where a range begins: the card last chosen or opened without Shift. */
  const anchor = useRef<string>(undefined);
  return {
    toggle(id: string) {
      anchor.current = id;
      onSelect?.(toggled(selected, id));
    },
    /** `onwards`: by keys, where a range that has not been begun begins at the card with the focus. */
    extendTo(id: string, onwards = false) {
      if (anchor.current === undefined || (onwards && !selected.has(activeId ?? '')))
        anchor.current = activeId;
      const from = model.places.get(anchor.current ?? id);
      const to = model.places.get(id);
      if (!from || !to || from.columnId !== to.columnId) return onSelect?.(new Set([...selected, id]));
      const ids = columnOf(model, to.columnId)!.cards.map((card) => card.id);
      onSelect?.(withRange(selected, ids, from.index, to.index));
    },
    clear() {
      if (selected.size === 0) return false;
      onSelect?.(new Set());
      return true;
    },
    begin: (id: string) => void (anchor.current = id),
  };
}
