import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { Bounds, Point } from '#src/lib/outline.ts';
import { randomKey } from '#src/lib/random-key.ts';
import classes from './floors.module.css';

/** Shares of the plan that an arrow key moves something, without and with Shift. */
const STEP = 1 / 240;
const LEAP = 1 / 24;

/** How far an arrow key moves something on the plan; undefined for other keys. */
export function arrowStep(
  { key, shiftKey }: KeyboardEvent,
  { width, height }: Pick<Bounds, 'width' | 'height'>,
): Point | undefined {
  const by = Math.max(width, height) * (shiftKey ? LEAP : STEP);
  const steps: Record<string, Point> = {
    ArrowLeft: [-by, 0],
    ArrowRight: [by, 0],
    ArrowUp: [0, -by],
    ArrowDown: [0, by],
  };
  return steps[key];
}

/** Where the pointer is, in the units of the plan. */
function unitOf({ currentTarget, clientX, clientY }: PointerEvent<SVGCircleElement>): Point {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(currentTarget.getScreenCTM()!.inverse());
  return [x, y];
}

export type Dragging = {
  /** To where; `ongoing` is the same for all of one drag. */
  drag: (to: Point, ongoing: string) => void;
  /** Pressed and let go without a move. */
  press?: () => void;
};
type Props = {
  kind: 'corner' | 'edge' | 'all';
  at: Point;
  /** Asked once a drag, so that each step starts from what there was before it. */
  onGrab: () => Dragging;
  /** A handle without a name is for the pointer alone. */
  label?: string;
  corner?: number;
  shortcuts?: string;
  /** Answers whether the key meant something. */
  onKey?: (event: KeyboardEvent) => boolean;
};

/** Something round on the plan that is dragged, or moved by keys. */
export function PlanHandle({ kind, at: [x, y], onGrab, label, corner, shortcuts, onKey }: Props) {
  const held = useRef<Dragging & { ongoing: string; moved: boolean }>(undefined);
  const release = (event: PointerEvent) => {
    if (held.current?.moved === false && event.type === 'pointerup') held.current.press?.();
    held.current = undefined;
  };
  return (
    <circle
      data-drags=""
      data-kind={kind}
      data-corner={corner}
      className={classes.handle}
      cx={x}
      cy={y}
      {...(label === undefined
        ? { 'aria-hidden': true }
        : { role: 'button', tabIndex: 0, 'aria-label': label, 'aria-keyshortcuts': shortcuts })}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || !onKey?.(event)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        // Or a tool would draw along.
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = { ...onGrab(), ongoing: `drag ${randomKey()}`, moved: false };
      }}
      onPointerMove={(event) => {
        if (!held.current) return;
        event.stopPropagation();
        held.current.moved = true;
        held.current.drag(unitOf(event), held.current.ongoing);
      }}
      onPointerUp={release}
      onPointerCancel={release}
    />
  );
}
