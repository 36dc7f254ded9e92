import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import * as m from '#messages';
import { type Bounds, boundsOf, middleOf, type Point } from '#src/lib/outline.ts';
import { arrowStep, PlanHandle } from './plan-handle.tsx';
import { middleOfEdge, movedBy, movedPoint, rounded, withoutPoint, withPointAfter } from './polygon.ts';

type Props = {
  space: string;
  points: readonly Point[];
  plan: Bounds;
  /** `ongoing`: the same for all steps of one drag. */
  onChange: (points: readonly Point[], ongoing?: string) => void;
  /** What was done, in words. */
  onSay: (text: string) => void;
};

const percent = (share: number) => String(Math.round(share * 1000) / 10);

/** What a polygon is changed with: a handle at each corner, between two of them, and in the middle of all. */
export function CornerHandles({ space, points, plan, onChange, onSay }: Props) {
  const group = useRef<SVGGElement>(null);
  const focused = useRef<number>(undefined);
  const count = points.length;
  const change = (next: readonly Point[], ongoing?: string) => onChange(rounded(next, plan), ongoing);
  const middle = middleOf(boundsOf(points));
  const sayWhere = (what: string, [x, y]: Point) =>
    onSay(
      m.floors_said_at({
        what,
        across: percent((x - plan.x) / plan.width),
        down: percent((y - plan.y) / plan.height),
      }),
    );
  const corner = (index: number) => m.floors_corner({ number: index + 1, count });

  /** The corner that is to have the focus once it is drawn. */
  const next = useRef<number>(undefined);
  useLayoutEffect(() => {
    // A corner that is gone, by Delete or undo, hands the focus on; else it would be lost to the page.
    const gone = focused.current !== undefined && focused.current >= count ? count - 1 : undefined;
    const to = next.current ?? gone;
    next.current = undefined;
    if (to !== undefined) group.current?.querySelector<SVGElement>(`[data-corner="${to}"]`)?.focus();
  }, [count]);
  const onFocus = ({ target }: FocusEvent) => {
    const at = target.getAttribute('data-corner');
    focused.current = at === null ? undefined : Number(at);
  };

  const insertAfter = (index: number) => {
    next.current = index + 1;
    change(withPointAfter(points, index, middleOfEdge(points, index)));
    onSay(m.floors_said_added({ number: index + 2, count: count + 1 }));
  };
  const remove = (index: number) => {
    const rest = withoutPoint(points, index);
    if (rest === points) {
      onSay(m.floors_said_three());
      return;
    }
    next.current = Math.min(index, rest.length - 1);
    change(rest);
    onSay(m.floors_said_removed({ count: rest.length }));
  };
  const onCornerKey = (event: KeyboardEvent, index: number) => {
    const step = arrowStep(event, plan);
    if (step) {
      const [x, y] = points[index]!;
      const to: Point = [x + step[0], y + step[1]];
      change(movedPoint(points, index, to), `keys ${index}`);
      sayWhere(corner(index), to);
    } else if (event.key === 'Enter' || event.key === 'Insert') insertAfter(index);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else return false;
    return true;
  };
  const onWholeKey = (event: KeyboardEvent) => {
    const step = arrowStep(event, plan);
    if (!step) return false;
    change(movedBy(points, ...step), 'keys all');
    sayWhere(space, [middle[0] + step[0], middle[1] + step[1]]);
    return true;
  };

  return (
    <g
      ref={group}
      role="group"
      aria-label={m.floors_corners({ space })}
      onFocus={onFocus}
      onBlur={() => {
        focused.current = undefined;
      }}
    >
      {points.map((_, index) => (
        <PlanHandle
          key={index}
          kind="edge"
          at={middleOfEdge(points, index)}
          onGrab={() => ({
            drag: (to, ongoing) => change(withPointAfter(points, index, to), ongoing),
            press: () => insertAfter(index),
          })}
        />
      ))}
      <PlanHandle
        kind="all"
        at={middle}
        label={m.floors_move_all({ space })}
        onGrab={() => ({
          drag: ([x, y], ongoing) => change(movedBy(points, x - middle[0], y - middle[1]), ongoing),
        })}
        onKey={onWholeKey}
      />
      {points.map((point, index) => (
        <PlanHandle
          key={index}
          kind="corner"
          at={point}
          corner={index}
          label={corner(index)}
          shortcuts="Enter Delete"
          onGrab={() => ({
            drag: (to, ongoing) => change(movedPoint(points, index, to), ongoing),
          })}
          onKey={(event) => onCornerKey(event, index)}
        />
      ))}
    </g>
  );
}
