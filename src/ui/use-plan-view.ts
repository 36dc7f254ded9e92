import { useReducedMotion } from '@mantine/hooks';
import { type Selection, select } from 'd3-selection';
import { zoom, zoomIdentity, type ZoomBehavior, type ZoomTransform, zoomTransform } from 'd3-zoom';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Bounds, Point } from '#src/lib/outline.ts';
import { createStore, useStore } from '#src/lib/store.ts';
import type { PlanTool } from './floor-plan-types.ts';
import { fitted, revealing } from './floor-plan-view.ts';

/** Pixels a hand may tremble before a press becomes a move, and the click after it means nothing. */
const SLOP = 5;
/** How long a double click takes to come closer, in milliseconds. */
const GLIDE = 120;
/** Times the scale at which the whole plan is in sight. */
const LEAST = 0.5;
const MOST = 60;
/** Labels are chosen anew when the scale has changed by this factor. */
const STEP = 1.25;
const stepOf = (k: number) => STEP ** Math.floor(Math.log(k) / Math.log(STEP));

type Zoom = ZoomBehavior<HTMLDivElement, unknown>;
type Frame = Selection<HTMLDivElement, unknown, null, undefined>;

/** Some of the plan stays in sight: its edge never passes the middle of the window. */
function withMiddle(behaviour: Zoom): Zoom {
  const within = behaviour.constrain();
  return behaviour.constrain((transform, [[left, top], [right, bottom]], plan) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const middle: typeof plan = [
      [x, y],
      [x, y],
    ];
    return within(transform, middle, plan);
  });
}

/** d3-zoom keeps presses to itself; but menus and lists close when something else on the page is pressed. */
const letPass = (event: Event) => {
  event.stopImmediatePropagation = () => {};
};

/**
 * Moves and zooms a group inside a frame by wheel, drag, double click and pinch (d3-zoom). The transform is
 * written to the element itself, so nothing is rendered while the plan moves; `scale` (pixels a unit) changes in
 * steps only. What drags for itself inside of the frame bears `data-drags`.
 */
export function usePlanView(box: Bounds, tool: PlanTool | undefined) {
  const frame = useRef<HTMLDivElement>(null);
  const group = useRef<SVGGElement>(null);
  const labels = useRef<SVGGElement>(null);
  const whole = useRef(true);
  const [steps] = useState(() => createStore(1));
  const [zoomer] = useState(() => withMiddle(zoom<HTMLDivElement, unknown>()).clickDistance(SLOP));
  const scale = useStore(steps);
  const still = useReducedMotion();

  const framed = (): Frame => select(frame.current!);
  const seen = (): ZoomTransform => zoomTransform(frame.current!);
  const sizeOf = () => ({
    width: frame.current?.clientWidth || 1,
    height: frame.current?.clientHeight || 1,
  });
  const show = ({ x, y, k }: Pick<ZoomTransform, 'x' | 'y' | 'k'>) =>
    zoomer.transform(framed(), zoomIdentity.translate(x, y).scale(k));
  const limit = () => {
    const { k } = fitted(box, sizeOf());
    zoomer.scaleExtent([k * LEAST, k * MOST]);
  };
  const fit = () => {
    limit();
    show(fitted(box, sizeOf()));
    whole.current = true;
  };
  const draw = useEffectEvent(({ x, y, k }: ZoomTransform) => {
    group.current?.setAttribute('transform', `translate(${x} ${y}) scale(${k})`);
    // Not on the group itself: every shape would have its style worked out anew.
    labels.current?.style.setProperty('--plan-inverse', String(1 / k));
    steps.set(stepOf(k));
  });
  const fitNow = useEffectEvent(fit);
  const resized = useEffectEvent(() => {
    if (whole.current) return fit();
    limit();
    zoomer.translateBy(framed(), 0, 0);
  });
  /** Whether what the hand does is meant for the view. */
  const isMeant = useEffectEvent((event: MouseEvent | TouchEvent) => {
    if (event.type === 'wheel') return true;
    // Made by a script: there is no window in which the hand could be followed.
    if (!event.view) return false;
    if (event.ctrlKey || ('button' in event && event.button !== 0)) return false;
    // Two fingers come closer whatever one finger does.
    if ('touches' in event && event.touches.length > 1) return true;
    if ((event.target as Element).closest('[data-drags]')) return false;
    const pressed = event.type === 'mousedown' || event.type === 'touchstart';
    return pressed ? !tool?.down : !tool;
  });

  useLayoutEffect(() => {
    const frameOf = select(frame.current!);
    zoomer
      .filter((event: MouseEvent | TouchEvent) => isMeant(event))
      .on('zoom', ({ transform, sourceEvent }: { transform: ZoomTransform; sourceEvent: Event | null }) => {
        if (sourceEvent) whole.current = false;
        draw(transform);
      });
    frameOf
      .on('mousedown.pass touchstart.pass', letPass)
      .call(zoomer)
      // At the limits too the page neither scrolls nor zooms.
      .on('wheel.stay', (event: WheelEvent) => event.preventDefault());
    const observer = new ResizeObserver(() => resized());
    observer.observe(frame.current!);
    return () => {
      observer.disconnect();
      frameOf.on('.zoom .pass .stay', null);
    };
  }, [zoomer]);
  useEffect(() => void zoomer.duration(still ? 0 : GLIDE), [zoomer, still]);

  const { x, y, width, height } = box;
  useLayoutEffect(() => {
    zoomer.translateExtent([
      [x, y],
      [x + width, y + height],
    ]);
    fitNow();
  }, [zoomer, x, y, width, height]);

  return {
    frame,
    group,
    labels,
    scale,
    fit,
    zoomBy: (factor: number) => {
      whole.current = false;
      zoomer.scaleBy(framed(), factor);
    },
    reveal: (bounds: Bounds) => {
      const [now, next] = [seen(), revealing(seen(), bounds, sizeOf())];
      if (next.x === now.x && next.y === now.y) return;
      whole.current = false;
      show(next);
    },
    /** The point of the plan under the pointer. */
    unitOf: ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const { left, top } = frame.current!.getBoundingClientRect();
      return seen().invert([clientX - left, clientY - top]);
    },
  };
}
