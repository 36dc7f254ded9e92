import type { KeyboardEvent } from 'react';
import { cardBeside } from './board-elements.ts';
import { type BoardModel, columnOf } from './board-model.ts';
import type { BoardCard } from './board-types.ts';
import { isRtl } from './timeline-model.ts';
import type { BoardHandling } from './use-board-hand.ts';

type Options<C extends BoardCard> = {
  model: BoardModel<C>;
  activeId: string | undefined;
  handling: BoardHandling<C>;
  selectable: boolean;
  goTo: (id: string) => void;
  toggle: (id: string) => void;
  /** Everything from where the range began. */
  extendTo: (id: string) => void;
  clear: () => boolean;
  open: (id: string) => void;
  openMenu: (id: string) => void;
};
const SIDES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
const STEPS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1, PageUp: -5, PageDown: 5 };

/** Walking, choosing, and moving without a pointer. Listens on the board; only cards take part. */
export function useBoardKeys<C extends BoardCard>(options: Options<C>) {
  const { model, activeId, handling, goTo } = options;
  const { hand } = handling;

  function walkAside(event: KeyboardEvent, columnId: string, side: number): void {
    const order = model.columns.map(({ column }) => column.id);
    for (let at = order.indexOf(columnId) + side; order[at] !== undefined; at += side) {
      const { cards } = columnOf(model, order[at])!;
      if (cards.length === 0) continue;
      return goTo(cardBeside(event.currentTarget, order[at]!, event.target as Element) ?? cards[0]!.id);
    }
  }
  function keyWithHand(event: KeyboardEvent, side: number): boolean {
    const order = model.columns.map(({ column }) => column.id);
    const next = order[order.indexOf(hand?.columnId ?? '') + side];
    if (event.key === 'Escape') handling.letGo();
    else if (event.key === 'Enter' || event.key === ' ') handling.drop();
    else if (side && next !== undefined) handling.choose(next);
    // All else waits until the card has been dropped; Tab leaves, and that takes it back.
    return event.key !== 'Tab';
  }
  function keyToWalk(event: KeyboardEvent, id: string, side: number): boolean {
    const { columnId, index } = model.places.get(id)!;
    if (side) {
      walkAside(event, columnId, side);
      return true;
    }
    const { cards } = columnOf(model, columnId)!;
    const last = cards.length - 1;
    const step = STEPS[event.key];
    const to =
      event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? undefined : index + step;
    if (to === undefined) return false;
    const reached = cards[Math.max(0, Math.min(last, to))]!.id;
    goTo(reached);
    if (event.shiftKey && options.selectable) options.extendTo(reached);
    return true;
  }
  function keyOnCard(event: KeyboardEvent, id: string): boolean {
    const card = model.cards.get(id)!;
    const { shiftKey } = event;
    const key = event.key.toLowerCase();
    if (key === 'contextmenu' || (key === 'f10' && shiftKey)) options.openMenu(id);
    else if (key === 'enter') options.open(id);
    // Where nothing can be chosen the space bar is free to pick up.
    else if ((key === ' ' || key === 'x') && options.selectable)
      if (shiftKey) options.extendTo(id);
      else options.toggle(id);
    else if (key === 'm' || key === ' ') {
      if (!handling.mayTake(card)) return false;
      handling.take(card, 'keys');
    } else if (key === 'escape') return options.clear();
    else return false;
    return true;
  }

  return (event: KeyboardEvent) => {
    if (hand?.by === 'pointer') {
      // dnd-kit ends the drag, further out; nobody else is to take it for more than that.
      if (event.key === 'Escape') event.preventDefault();
      return;
    }
    const id = (event.target as HTMLElement).dataset.card;
    if (id === undefined || id !== activeId || event.ctrlKey || event.metaKey || event.altKey) return;
    const side = (SIDES[event.key] ?? 0) * (isRtl(event.currentTarget) ? -1 : 1);
    const known = hand ? keyWithHand(event, side) : keyToWalk(event, id, side) || keyOnCard(event, id);
    if (!known) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
