import { memo, type ReactNode } from 'react';
import type { PlanPattern, PlanShape, PlanState } from './floor-plan-types.ts';
import type { Tone } from './status-badge.tsx';

const drawings: Record<Exclude<PlanPattern, 'plain'>, ReactNode> = {
  stripes: <path d="M-2 2 2-2M0 8 8 0M6 10 10 6" fill="none" strokeWidth={1.4} />,
  dots: <circle cx={4} cy={4} r={1.2} stroke="none" />,
  grid: <path d="M0 4H8M4 0V8" fill="none" strokeWidth={0.8} />,
};

type Look = Pick<PlanState, 'pattern' | 'tone'>;
export const patternId = (scope: string, { pattern, tone }: Look) => `${scope}-${pattern}-${tone}`;

type Props = { scope: string; shapes: readonly PlanShape[]; unit: number };

/** The patterns that the shapes use, in their colours. `unit`: how much of the plan a tile's eighth covers. */
export const FloorPlanPatterns = memo(function FloorPlanPatterns({ scope, shapes, unit }: Props) {
  const looks = new Map<string, Look>();
  for (const { state } of shapes)
    if (state?.pattern && state.pattern !== 'plain') looks.set(patternId(scope, state), state);
  return (
    <defs>
      {[...looks].map(([id, { pattern, tone }]) => (
        <PatternTile key={id} id={id} pattern={pattern!} tone={tone} unit={unit} />
      ))}
    </defs>
  );
});

type TileProps = { id: string; pattern: PlanPattern; tone: Tone; unit: number };
function PatternTile({ id, pattern, tone, unit }: TileProps) {
  const colour = `var(--tone-${tone})`;
  return (
    <pattern
      id={id}
      width={8}
      height={8}
      patternUnits="userSpaceOnUse"
      patternTransform={`scale(${unit})`}
      fill={colour}
      stroke={colour}
      opacity={0.3}
    >
      {pattern !== 'plain' && drawings[pattern]}
    </pattern>
  );
}
