import {
  type CollisionDetection,
  type DragEndEvent,
  type DragOverEvent,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { type RefObject, useCallback, useEffect } from 'react';
import type { BoardModel } from './board-model.ts';
import type { BoardCard } from './board-types.ts';
import { autoScroll } from './timeline-auto-scroll.ts';
import type { BoardHandling } from './use-board-hand.ts';

/** A press that moves is a drag; a finger has to rest first, or a board could not be scrolled. */
const MOUSE = { activationConstraint: { distance: 5 } };
const TOUCH = { activationConstraint: { delay: 300, tolerance: 8 } };
const nothing = () => undefined;
/** The board has one voice, for keys and menus too: what dnd-kit would say is said there. */
const accessibility = {
  announcements: { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing },
  screenReaderInstructions: { draggable: '' },
};

type Options<C extends BoardCard> = {
  model: BoardModel<C>;
  handling: BoardHandling<C>;
  scroller: RefObject<HTMLElement | null>;
  onTake: (card: C) => void;
};

/**
 * What dnd-kit's context is given. Its keyboard sensor and its scrolling are left out: the one moves by pixels, and
 * columns that are out of the page have none; the other takes right to left for the end.
 */
export function useBoardDrag<C extends BoardCard>({ model, handling, scroller, onTake }: Options<C>) {
  const { hand } = handling;
  const collisionDetection = useCallback<CollisionDetection>(
    (args) => {
      const at = args.pointerCoordinates;
      const box = scroller.current?.getBoundingClientRect();
      // A column may reach out of sight, under what stands beside the board.
      if (!at || !box || at.x < box.left || at.x > box.right || at.y < box.top || at.y > box.bottom)
        return [];
      return pointerWithin(args);
    },
    [scroller],
  );
  const dragging = hand?.by === 'pointer';
  useEffect(() => {
    if (!dragging || !scroller.current) return;
    const scrolling = autoScroll(
      scroller.current,
      () => 0,
      () => {},
    );
    const follow = (event: MouseEvent | TouchEvent) => {
      const at = 'touches' in event ? event.touches[0] : event;
      if (at) scrolling.towards({ x: at.clientX, y: at.clientY });
    };
    window.addEventListener('mousemove', follow);
    window.addEventListener('touchmove', follow, { passive: true });
    return () => {
      scrolling.stop();
      window.removeEventListener('mousemove', follow);
      window.removeEventListener('touchmove', follow);
    };
  }, [dragging, scroller]);

  return {
    sensors: useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH)),
    collisionDetection,
    accessibility,
    autoScroll: false,
    onDragStart({ active }: DragStartEvent) {
      const card = model.cards.get(String(active.id));
      if (!card) return;
      onTake(card);
      handling.take(card, 'pointer');
    },
    onDragOver: ({ over }: DragOverEvent) => handling.choose(over ? String(over.id) : undefined),
    onDragEnd({ over }: DragEndEvent) {
      handling.choose(over ? String(over.id) : undefined);
      handling.drop();
    },
    onDragCancel: () => handling.letGo(),
  };
}
