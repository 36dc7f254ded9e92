import {
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useState,
} from 'react';
import { dropPlace, type Place, type Where } from './moves.ts';
import type { Tree, TreeNode } from './tree.ts';

type Options = {
  tree: Tree;
  rows: readonly TreeNode[];
  scroller: RefObject<HTMLElement | null>;
  /** Pixels of a row, and of what stands above the first. */
  rowHeight: number;
  top: number;
  isOpen: (node: TreeNode) => boolean;
  onExpand: (node: TreeNode) => void;
  onDrop: (node: TreeNode, place: Place) => void;
};
export type Drag = {
  node: TreeNode;
  x: number;
  y: number;
  over?: { node: TreeNode; where: Where; place: Place | 'refused' | undefined };
};

/** Pixels before a press becomes a drag. */
const START = 6;
/** Above this share of a row one drops before it, below the rest behind it, between them into it. */
const EDGE = 0.28;
const NEAR = 40;
const SPEED = 14;
const HOLD = 600;

/**
 * Dragging a branch with a mouse or a pen; a finger scrolls, and moves by the dialog. Escape takes it back,
 * holding still opens what is closed, the edges scroll.
 */
export function useTreeDrag(options: Options) {
  const [press, setPress] = useState<{ node: TreeNode; x: number; y: number }>();
  const [drag, setDrag] = useState<Drag>();

  const at = (node: TreeNode, x: number, y: number): Drag => {
    const box = options.scroller.current!.getBoundingClientRect();
    const offset = (y - box.top + options.scroller.current!.scrollTop - options.top) / options.rowHeight;
    const over = options.rows[Math.floor(offset)];
    if (!over || x < box.left || x > box.right || y < box.top || y > box.bottom) return { node, x, y };
    const part = offset - Math.floor(offset);
    const where = part < EDGE ? 'before' : part > 1 - EDGE ? 'after' : 'into';
    const place = dropPlace(options.tree, node, over, where, options.isOpen(over));
    return { node, x, y, over: { node: over, where, place } };
  };
  const move = useEffectEvent(({ clientX: x, clientY: y }: PointerEvent) => {
    if (!press) return;
    if (!drag && Math.hypot(x - press.x, y - press.y) < START) return;
    setDrag(at(press.node, x, y));
  });
  const end = useEffectEvent((event: PointerEvent | undefined) => {
    const over = event && drag?.over;
    // The click that ends a drag opens nothing.
    if (drag) swallowClick();
    setPress(undefined);
    setDrag(undefined);
    if (drag && over?.place && over.place !== 'refused') options.onDrop(drag.node, over.place);
  });
  useEffect(() => {
    if (!press) return;
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', (event) => move(event), { signal });
    window.addEventListener('pointerup', (event) => end(event), { signal });
    window.addEventListener('pointercancel', () => end(undefined), { signal });
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      end(undefined);
    };
    window.addEventListener('keydown', escape, { signal, capture: true });
    return () => stop.abort();
  }, [press]);

  const scroll = useEffectEvent(() => {
    const box = options.scroller.current?.getBoundingClientRect();
    if (!box || !drag) return;
    const step = drag.y < box.top + NEAR ? -SPEED : drag.y > box.bottom - NEAR ? SPEED : 0;
    if (step === 0) return;
    options.scroller.current!.scrollBy(0, step);
    setDrag(at(drag.node, drag.x, drag.y));
  });
  const dragging = drag !== undefined;
  useEffect(() => {
    if (!dragging) return;
    const timer = setInterval(() => scroll(), 30);
    return () => clearInterval(timer);
  }, [dragging]);

  const held = drag?.over?.where === 'into' ? drag.over.node : undefined;
  const expand = useEffectEvent((node: TreeNode) => {
    if (node.children.length > 0 && !options.isOpen(node)) options.onExpand(node);
  });
  useEffect(() => {
    if (!held) return;
    const timer = setTimeout(() => expand(held), HOLD);
    return () => clearTimeout(timer);
  }, [held]);

  const onPointerDown = (node: TreeNode, event: ReactPointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch') return;
    if ((event.target as HTMLElement).closest('button')) return;
    setPress({ node, x: event.clientX, y: event.clientY });
  };
  return { drag, onPointerDown };
}

function swallowClick() {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  // A drag that ends outside of the window is followed by no click.
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
