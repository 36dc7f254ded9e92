import type { KeyboardEvent, PointerEvent } from 'react';
import * as m from '#messages';
import { type Bounds, boundsOf, middleOf, type Point } from '#src/lib/outline.ts';
import classes from './floors.module.css';
import { movedBy, movedPoint, rounded, withoutPoint } from './polygon.ts';

type Props = {
  space: string;
  points: readonly Point[];
  plan: Pick<Bounds, 'width' | 'height'>;
  /** `ongoing`: the same for all steps of one drag. */
  onChange: (points: readonly Point[], ongoing?: string) => void;
};

/** Shares of the plan that an arrow key moves something, without and with Shift. */
const STEP = 1 / 240;
const LEAP = 1 / 24;

function stepOf(event: KeyboardEvent, { width, height }: Props['plan']): Point | undefined {
  const by = Math.max(width, height) * (event.shiftKey ? LEAP : STEP);
  const steps: Record<string, Point> = {
    ArrowLeft: [-by, 0],
    ArrowRight: [by, 0],
    ArrowUp: [0, -by],
    ArrowDown: [0, by],
  };
  return steps[event.key];
}

/** Where the pointer is, in the units of the plan. */
function unitOf({ currentTarget, clientX, clientY }: PointerEvent<SVGCircleElement>): Point {
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(currentTarget.getScreenCTM()!.inverse());
  return [x, y];
}

/** What a polygon is changed with: a handle at each corner and one in the middle, by pointer or arrow keys. */
export function CornerHandles({ space, points, plan, onChange }: Props) {
  const change = (next: readonly Point[], ongoing?: string) => onChange(rounded(next, plan), ongoing);
  const middle = middleOf(boundsOf(points));
  return (
    <g role="group" aria-label={m.floors_corners({ space })}>
      <Handle
        label={m.floors_move_all({ space })}
        at={middle}
        plan={plan}
        onMove={([x, y], ongoing) => change(movedBy(points, x - middle[0], y - middle[1]), ongoing)}
      />
      {points.map((point, index) => (
        <Handle
          key={index}
          label={m.floors_corner({ number: index + 1, count: points.length })}
          at={point}
          plan={plan}
          onMove={(to, ongoing) => change(movedPoint(points, index, to), ongoing)}
          onRemove={() => change(withoutPoint(points, index))}
        />
      ))}
    </g>
  );
}

type HandleProps = {
  label: string;
  at: Point;
  plan: Props['plan'];
  onMove: (to: Point, ongoing: string) => void;
  onRemove?: () => void;
};
function Handle({ label, at: [x, y], plan, onMove, onRemove }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent<SVGCircleElement>) => {
    const step = stepOf(event, plan);
    if (step) onMove([x + step[0], y + step[1]], `keys ${label}`);
    else if (onRemove && (event.key === 'Delete' || event.key === 'Backspace')) {
      // The last of the handles goes, whichever corner it was: the one before it stays.
      (event.currentTarget.previousElementSibling as SVGElement | null)?.focus();
      onRemove();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <circle
      role="button"
      tabIndex={0}
      aria-label={label}
      className={classes.handle}
      cx={x}
      cy={y}
      style={{ r: `calc(${onRemove ? 6 : 8}px * var(--plan-inverse))` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        // Or the plan would move along.
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
        event.stopPropagation();
        onMove(unitOf(event), `pointer ${event.pointerId} ${label}`);
      }}
    />
  );
}
