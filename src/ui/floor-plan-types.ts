import type { ComponentType, ReactNode } from 'react';
import type { Outline, Point } from '#src/lib/outline.ts';
import type { IconProps } from './icons.tsx';
import type { Tone } from './status-badge.tsx';

export type PlanPattern = 'plain' | 'stripes' | 'dots' | 'grid';
/** What a shape tells besides its name: as colour, as pattern, as icon, and in a word. */
export type PlanState = {
  word: string;
  tone: Tone;
  pattern?: PlanPattern;
  icon?: ComponentType<IconProps>;
};
/** Keep the objects stable between renders: only shapes that are new are drawn anew. */
export type PlanShape = { id: string; label: string; outline: Outline; state?: PlanState | undefined };

export type PlanDrawing = {
  /** min-x, min-y, width, height */
  viewBox: readonly [number, number, number, number];
  /** Sanitised by the server; it becomes part of the page. */
  svg?: string | undefined;
};

/** With `down` it takes the pointer instead of moving the plan. Points are in the units of the plan. */
export type PlanTool = {
  down?: (at: Point) => void;
  move?: (at: Point) => void;
  up?: (at: Point) => void;
  /** What was begun with `down` comes to nothing: a second finger, or the system took the pointer away. */
  cancel?: () => void;
  /** `elements`: ids in the file of what was hit, innermost first. */
  click?: (at: Point, elements: string[]) => void;
};

export type FloorPlanProps = {
  /** What the plan shows, for screen readers. */
  label: string;
  drawing: PlanDrawing;
  shapes: readonly PlanShape[];
  selectedId?: string | undefined;
  onSelect: (id: string) => void;
  tool?: PlanTool | undefined;
  /**
   * Drawn over the shapes, in the units of the plan; one pixel is
   * `calc(1px * var(--plan-inverse))`. What is dragged by itself bears `data-drags`.
   */
  children?: ReactNode;
};
