import classes from './floor-plan.module.css';
import type { PlanState } from './floor-plan-types.ts';

/** A state as it looks on the plan, small. */
export const PlanSwatch = ({ state: { tone, pattern } }: { state: PlanState }) => (
  <span className={classes.swatch} data-tone={tone} data-pattern={pattern} aria-hidden="true" />
);

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
