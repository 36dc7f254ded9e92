import { memo } from 'react';
import { middleOf } from '#src/lib/outline.ts';
import classes from './floor-plan.module.css';
import { labelThatFits } from './floor-plan-label.ts';
import type { PlanShape } from './floor-plan-types.ts';

const LINE = 15;

/** Names and states where there is room for them, always in the same size. Readers have them from the shapes. */
export const FloorPlanLabels = memo(function FloorPlanLabels({
  shapes,
  scale,
}: {
  shapes: readonly PlanShape[];
  scale: number;
}) {
  return (
    <g aria-hidden="true" className={classes.labels}>
      {shapes.map((shape) => (
        <Label key={shape.id} shape={shape} scale={scale} />
      ))}
    </g>
  );
});

const Label = memo(function Label({ shape, scale }: { shape: PlanShape; scale: number }) {
  const { label, state, outline } = shape;
  const fits = labelThatFits(outline.bounds, scale, label, state);
  if (!fits) return null;
  const [x, y] = middleOf(outline.bounds);
  const lines = Number(fits.icon) + Number(fits.name !== '') + Number(fits.word !== undefined);
  const top = (-(lines - 1) * LINE) / 2;
  const Icon = fits.icon ? state?.icon : undefined;
  return (
    <g
      style={{ transform: `translate(${x}px, ${y}px) scale(var(--plan-inverse))` }}
      data-tone={state?.tone ?? 'neutral'}
      className={classes.label}
    >
      {Icon && <Icon size={13} x={-6.5} y={top - 6.5} />}
      {fits.name && (
        <text y={top + (Icon ? LINE : 0)} className={classes.name}>
          {fits.name}
        </text>
      )}
      {fits.word && <text y={top + (lines - 1) * LINE}>{fits.word}</text>}
    </g>
  );
});
