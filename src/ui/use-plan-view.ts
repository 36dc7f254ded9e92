import {
  type PointerEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Bounds, Point } from '#src/lib/outline.ts';
import { createStore, useStore } from '#src/lib/store.ts';
import type { PlanTool } from './floor-plan-types.ts';
import { fitted, kept, revealing, type Size, unitAt, type View, zoomed } from './floor-plan-view.ts';

/** Pixels a finger may tremble before a press becomes a move. */
const SLOP = 5;
/** Labels are chosen anew when the scale has changed by this factor. */
const STEP = 1.25;
const stepOf = (k: number) => STEP ** Math.floor(Math.log(k) / Math.log(STEP));

/**
 * Moves and zooms a group inside a frame, by wheel, pointer and pinch. The transform is written to the element
 * itself, so nothing is rendered while the plan moves; `scale` (pixels a unit) changes in steps only.
 */
export function usePlanView(box: Bounds, tool: PlanTool | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const group = useRef<SVGGElement>(null);
  const labels = useRef<SVGGElement>(null);
  const frameAsked = useRef<number>(undefined);
  const view = useRef<View>({ x: 0, y: 0, k: 1 });
  const whole = useRef(true);
  const [steps] = useState(() => createStore(1));
  const scale = useStore(steps);

  const sizeOf = (): Size => ({
    width: frame.current?.clientWidth || 1,
    height: frame.current?.clientHeight || 1,
  });
  const draw = useCallback(() => {
    frameAsked.current = undefined;
    const { x: left, y: top, k } = view.current;
    group.current?.setAttribute('transform', `translate(${left} ${top}) scale(${k})`);
    // Not on the group itself: every shape would have its style worked out anew.
    labels.current?.style.setProperty('--plan-inverse', String(1 / k));
    steps.set(stepOf(k));
  }, [steps]);
  const show = (next: View) => {
    view.current = next;
    draw();
  };
  /** While something moves: once a frame, however often the mouse tells. */
  const showSoon = (next: View) => {
    view.current = next;
    frameAsked.current ??= requestAnimationFrame(draw);
  };
  const fit = useEffectEvent(() => {
    whole.current = true;
    show(fitted(box, sizeOf()));
  });
  const resized = useEffectEvent(() => (whole.current ? fit() : show(kept(view.current, box, sizeOf()))));
  const at = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = frame.current!.getBoundingClientRect();
    return [clientX - left, clientY - top];
  };
  const zoomTo = useEffectEvent((factor: number, where: Point) => {
    whole.current = false;
    showSoon(zoomed(view.current, factor, where, box, sizeOf()));
  });
  const middle = (): Point => [sizeOf().width / 2, sizeOf().height / 2];

  const { x, y, width, height } = box;
  useLayoutEffect(() => fit(), [x, y, width, height]);
  useEffect(() => {
    const element = frame.current!;
    const observer = new ResizeObserver(() => resized());
    // React listens passively to the wheel; the page must not scroll here.
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? 400 : 1);
      zoomTo(2 ** (-pixels * (event.ctrlKey ? 0.01 : 0.002)), at(event));
    };
    observer.observe(element);
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      observer.disconnect();
      if (frameAsked.current !== undefined) cancelAnimationFrame(frameAsked.current);
      frameAsked.current = undefined;
      element.removeEventListener('wheel', wheel);
    };
  }, []);

  const fingers = useRef(new Map<number, Point>());
  const moved = useRef(false);
  const pressed = useRef<Point>([0, 0]);

  const onPointerDown = (event: PointerEvent) => {
    if (event.button > 1) return;
    const where = at(event);
    if (fingers.current.size === 0) {
      moved.current = false;
      pressed.current = where;
      tool?.down?.(unitAt(view.current, where));
    }
    fingers.current.set(event.pointerId, where);
  };
  const onPointerMove = (event: PointerEvent) => {
    const where = at(event);
    const last = fingers.current.get(event.pointerId);
    if (!last) {
      tool?.move?.(unitAt(view.current, where));
      return;
    }
    if (!moved.current) {
      if (Math.hypot(where[0] - pressed.current[0], where[1] - pressed.current[1]) < SLOP) return;
      moved.current = true;
    }
    // Only now: captured sooner, a mere click would miss the shape under it.
    frame.current!.setPointerCapture(event.pointerId);
    fingers.current.set(event.pointerId, where);
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
    if (other) {
      const apart = (point: Point) => Math.hypot(point[0] - other[0], point[1] - other[1]) || 1;
      zoomTo(apart(where) / apart(last), [(where[0] + other[0]) / 2, (where[1] + other[1]) / 2]);
    } else if (tool?.down) tool.move?.(unitAt(view.current, where));
    else {
      whole.current = false;
      const { x: left, y: top, k } = view.current;
      showSoon(kept({ k, x: left + where[0] - last[0], y: top + where[1] - last[1] }, box, sizeOf()));
    }
  };
  const onPointerUp = (event: PointerEvent) => {
    if (!fingers.current.delete(event.pointerId)) return;
    if (fingers.current.size === 0) tool?.up?.(unitAt(view.current, at(event)));
  };

  return {
    frame,
    group,
    labels,
    scale,
    fit: () => {
      whole.current = true;
      show(fitted(box, sizeOf()));
    },
    zoomBy: (factor: number) => {
      whole.current = false;
      show(zoomed(view.current, factor, middle(), box, sizeOf()));
    },
    reveal: (bounds: Bounds) => {
      const next = revealing(view.current, bounds, sizeOf());
      if (next.x !== view.current.x || next.y !== view.current.y) whole.current = false;
      show(next);
    },
    unitOf: (event: { clientX: number; clientY: number }) => unitAt(view.current, at(event)),
    /** Whether the last press became a move; the click that ends it means nothing. */
    dragged: () => moved.current,
    pointer: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel: onPointerUp },
  };
}
