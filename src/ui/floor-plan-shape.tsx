import { memo } from 'react';
import classes from './floor-plan.module.css';
import { patternId } from './floor-plan-patterns.tsx';
import type { PlanShape } from './floor-plan-types.ts';

type Props = { shape: PlanShape; selected: boolean; current: boolean; scope: string };

/** One shape of the plan. What happens to it is heard by the group around all of them. */
export const FloorPlanShape = memo(function FloorPlanShape({ shape, selected, current, scope }: Props) {
  const { id, label, outline, state } = shape;
  const said = state ? `${label}, ${state.word}` : label;
  return (
    <g
      role="option"
      aria-label={said}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-shape={id}
      data-tone={state?.tone ?? 'neutral'}
      className={classes.shape}
    >
      <title>{said}</title>
      <path d={outline.path} className={classes.fill} />
      {state?.pattern && state.pattern !== 'plain' && (
        <path d={outline.path} fill={`url(#${patternId(scope, state)})`} className={classes.pattern} />
      )}
    </g>
  );
});
