import { type PointerEvent, useRef } from 'react';
import type { Point } from '#src/lib/outline.ts';
import type { PlanTool } from './floor-plan-types.ts';

/**
 * Tells a tool what the pointer does. One finger draws; a second one means that the plan is to come closer, and
 * what was being drawn is given up.
 */
export function usePlanToolPointer(
  tool: PlanTool | undefined,
  unitOf: (event: { clientX: number; clientY: number }) => Point,
) {
  const drawing = useRef<number>(undefined);
  const drew = useRef(false);

  const onPointerDown = (event: PointerEvent) => {
    if (drawing.current !== undefined && drawing.current !== event.pointerId) {
      drawing.current = undefined;
      tool?.cancel?.();
      return;
    }
    drew.current = false;
    if (!tool?.down || event.button !== 0) return;
    drawing.current = event.pointerId;
    drew.current = true;
    tool.down(unitOf(event));
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!tool?.move) return;
    // Drawn on beyond the edge too. Only now: captured sooner, a mere click would miss what is under it.
    if (drawing.current === event.pointerId) event.currentTarget.setPointerCapture(event.pointerId);
    else if (event.buttons > 0) return;
    tool.move(unitOf(event));
  };
  const onPointerUp = (event: PointerEvent) => {
    if (drawing.current !== event.pointerId) return;
    drawing.current = undefined;
    tool?.up?.(unitOf(event));
  };
  const onPointerCancel = (event: PointerEvent) => {
    if (drawing.current !== event.pointerId) return;
    drawing.current = undefined;
    tool?.cancel?.();
  };
  return {
    handlers: { onPointerDown, onPointerMove, onPointerUp, onPointerCancel },
    /** Whether the press that this click ends belonged to the tool. Asked once a click. */
    drew: () => {
      const was = drew.current;
      drew.current = false;
      return was;
    },
  };
}
