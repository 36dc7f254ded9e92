import { useId } from 'react';
import classes from './floor-plan.module.css';
import { PatternTile } from './floor-plan-patterns.tsx';
import type { PlanState } from './floor-plan-types.ts';

/** A state as it looks on the plan, small. */
export function PlanSwatch({ state: { tone, pattern = 'plain' } }: { state: PlanState }) {
  const id = useId();
  return (
    <svg width={16} height={16} className={classes.swatch} data-tone={tone} aria-hidden="true">
      <defs>
        <PatternTile id={id} pattern={pattern} tone={tone} unit={0.75} />
      </defs>
      <rect width={16} height={16} fill={`url(#${id})`} />
    </svg>
  );
}

/** What the colours and patterns of the plan mean. */
export function FloorPlanLegend({ label, states }: { label: string; states: readonly PlanState[] }) {
  if (states.length === 0) return null;
  return (
    <ul className={classes.legend} aria-label={label}>
      {states.map((state) => (
        <li key={`${state.word} ${state.tone} ${state.pattern}`}>
          <PlanSwatch state={state} />
          {state.word}
        </li>
      ))}
    </ul>
  );
}
