import { ActionIcon } from '@mantine/core';
import {
  type KeyboardEvent,
  memo,
  type MouseEvent,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import * as m from '#messages';
import classes from './floor-plan.module.css';
import { FloorPlanLabels } from './floor-plan-labels.tsx';
import { FloorPlanPatterns } from './floor-plan-patterns.tsx';
import { FloorPlanShape } from './floor-plan-shape.tsx';
import type { FloorPlanProps, PlanShape } from './floor-plan-types.ts';
import { type Direction, firstOf, nearestTowards } from './floor-plan-walk.ts';
import { FitIcon, MinusIcon, PlusIcon } from './plan-icons.tsx';
import { usePlanToolPointer } from './use-plan-tool-pointer.ts';
import { usePlanView } from './use-plan-view.ts';

const ARROWS: Record<string, Direction> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** One after the other, for what no arrow leads to; from the last on to the first. */
const STEPS: Record<string, (at: number, count: number) => number> = {
  PageDown: (at, count) => (at + 1) % count,
  PageUp: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};
const FACTOR = 1.5;
/** Pixels of a pattern's eighth: patterns are as fine at any zoom. */
const TILE = 0.9;

/**
 * A drawing with shapes on it that one can choose from: by mouse, finger, or arrow keys and Enter. It zooms and
 * moves; `+`, `-` and `0` do so from the keyboard. Page Down and Page Up go through the shapes in their order. Put a `FloorPlanList` beside it.
 */
export function FloorPlan({ label, drawing, shapes, selectedId, onSelect, tool, children }: FloorPlanProps) {
  const scope = useId();
  const [x, y, width, height] = drawing.viewBox;
  const view = usePlanView({ x, y, width, height }, tool);
  const pointer = usePlanToolPointer(tool, view.unitOf);
  const byId = useMemo(() => new Map(shapes.map((shape) => [shape.id, shape])), [shapes]);
  const [walked, setWalked] = useState<string>();
  const [seen, setSeen] = useState(selectedId);
  if (seen !== selectedId) {
    setSeen(selectedId);
    setWalked(selectedId);
  }
  const list = useRef<SVGGElement>(null);
  const current =
    byId.get(walked ?? '') ?? byId.get(selectedId ?? '') ?? firstOf(shapes); /* where Tab leads to */

  const elementOf = (id: string) =>
    [...(list.current?.children ?? [])].find((one) => one.getAttribute('data-shape') === id) as
      | SVGGElement
      | undefined;
  // Chosen elsewhere: bring it in sight, and let Tab lead to it.
  const revealSelected = view.reveal;
  const chosen = byId.get(selectedId ?? '')?.outline.bounds;
  useLayoutEffect(() => {
    if (chosen) revealSelected(chosen);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when something else is chosen
  }, [selectedId, chosen === undefined]);

  const inOrder = (key: string, here: PlanShape) =>
    key in STEPS ? shapes.at(STEPS[key]!(shapes.indexOf(here), shapes.length)) : undefined;
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    const id = (event.target as Element).getAttribute('data-shape');
    const here = byId.get(id ?? '');
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = here && (direction ? nearestTowards(shapes, here, direction) : inOrder(event.key, here));
    if (next) {
      setWalked(next.id);
      view.reveal(next.outline.bounds);
      elementOf(next.id)?.focus({ preventScroll: true });
    } else if ((event.key === 'Enter' || event.key === ' ') && here) onSelect(here.id);
    else if (event.key === '+' || event.key === '=') view.zoomBy(FACTOR);
    else if (event.key === '-') view.zoomBy(1 / FACTOR);
    else if (event.key === '0') view.fit();
    else if (!here || !(direction || event.key in STEPS)) return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    if (pointer.drew()) return;
    const target = event.target as Element;
    if (tool) {
      tool.click?.(view.unitOf(event), namesOf(target));
      return;
    }
    const id = target.closest('[data-shape]')?.getAttribute('data-shape');
    if (id !== null && id !== undefined) onSelect(id);
  };

  return (
    <div className={classes.root}>
      <div
        ref={view.frame}
        className={classes.frame}
        data-tool={tool ? true : undefined}
        onClick={onClick}
        onKeyDown={onKeyDown}
        {...pointer.handlers}
        role="presentation"
      >
        <svg className={classes.svg} width="100%" height="100%" role="group" aria-label={label}>
          <FloorPlanPatterns scope={scope} shapes={shapes} unit={TILE / view.scale} />
          <g ref={view.group}>
            <rect x={x} y={y} width={width} height={height} className={classes.ground} />
            {drawing.svg && <Drawing svg={drawing.svg} />}
            {/* A list box may not be empty. */}
            {shapes.length > 0 && (
              <g
                ref={list}
                role="listbox"
                aria-label={label}
                onFocus={(event) => setWalked(event.target.getAttribute('data-shape') ?? undefined)}
              >
                {shapes.map((shape) => (
                  <FloorPlanShape
                    key={shape.id}
                    shape={shape}
                    scope={scope}
                    selected={shape.id === selectedId}
                    current={shape === current}
                  />
                ))}
              </g>
            )}
            <g ref={view.labels}>
              <FloorPlanLabels shapes={shapes} scale={view.scale} />
              {children}
            </g>
          </g>
        </svg>
      </div>
      <div className={classes.zoom}>
        <ActionIcon variant="default" aria-label={m.ui_plan_zoom_in()} onClick={() => view.zoomBy(FACTOR)}>
          <PlusIcon size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={m.ui_plan_zoom_out()}
          onClick={() => view.zoomBy(1 / FACTOR)}
        >
          <MinusIcon size={16} />
        </ActionIcon>
        <ActionIcon variant="default" aria-label={m.ui_plan_fit()} onClick={view.fit}>
          <FitIcon size={16} />
        </ActionIcon>
      </div>
    </div>
  );
}

/** Ids in the drawing's file of the element and those it is in, innermost first. */
function namesOf(element: Element): string[] {
  const names: string[] = [];
  for (
    let at: Element | null | undefined = element.closest('[data-id]');
    at;
    at = at.parentElement?.closest('[data-id]')
  )
    names.push(at.getAttribute('data-id')!);
  return names;
}

/** The drawing itself, without the element that would set a size of its own. Sanitised by the server. */
const Drawing = memo(function Drawing({ svg }: { svg: string }) {
  const inner = useMemo(() => svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')), [svg]);
  return <g aria-hidden="true" className={classes.drawing} dangerouslySetInnerHTML={{ __html: inner }} />;
});
