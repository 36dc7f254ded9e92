import type { ComponentType, ReactNode } from 'react';
import type { PlanPattern } from './floor-plan-types.ts';
import type { IconProps } from './icons.tsx';
import type { Tone } from './status-badge.tsx';

/** From `start` until just before `end`, epoch ms. */
export type Span = { start: number; end: number };

/** What a bar tells besides its title: in a word, as icon, as colour and as pattern. */
export type TimelineState = {
  word: string;
  tone: Tone;
  icon: ComponentType<IconProps>;
  pattern?: PlanPattern;
};

/** Keep the objects stable between renders: only rows that change are drawn anew. */
export type TimelineRow = {
  id: string;
  label: string;
  sublabel?: string | undefined;
  /** Rows of a group follow each other; its name stands above them. */
  group?: string | undefined;
  /** The row's own calendar day (2026-03-03), where rows are days. */
  day?: string | undefined;
  /** Instead of the closed hours of the whole timeline. */
  closed?: readonly Span[] | undefined;
};

export type TimelineBar = Span & {
  id: string;
  rowId: string;
  title: string;
  state: TimelineState;
  /** It may be moved and made longer or shorter. */
  editable?: boolean | undefined;
  /** The reader's own. */
  own?: boolean | undefined;
  /** Nothing else may lie here; true unless said otherwise. */
  blocks?: boolean | undefined;
  /** Minutes that belong to it too, for setting up and for clearing away. */
  before?: number | undefined;
  after?: number | undefined;
  /** On its way to the server; until it is there it stays where it is. */
  saving?: boolean | undefined;
};

/** Where a new bar, or one that is there (`id`), is to go. */
export type TimelinePlace = Span & { rowId: string; id?: string | undefined };

type Answer = void | Promise<unknown>;

export type TimelineProps = {
  /** What it shows, for screen readers. */
  label: string;
  /** Above the row headers: "Spaces", "Days". */
  corner: string;
  /** The calendar day (2026-03-03) of the rows that name none. */
  day: string;
  timeZone: string;
  rows: readonly TimelineRow[];
  bars: readonly TimelineBar[];
  closed?: readonly Span[] | undefined;
  /** Minutes of the day that are in sight at first; 8:00 to 18:00 unless said otherwise. */
  workingHours?: { from: number; to: number };
  /** Minutes that starts and ends keep to (15), and that a free slot has (30). */
  step?: number;
  slot?: number;
  /** Without the callbacks it is read only. A promise keeps the new look until it settles; when it fails, the old one is back. */
  onCreate?: ((rowId: string, start: number, end: number) => Answer) | undefined;
  onMove?: ((id: string, rowId: string, start: number, end: number) => Answer) | undefined;
  onResize?: ((id: string, start: number, end: number) => Answer) | undefined;
  onOpen?: ((id: string) => void) | undefined;
  /** Why something may not go there, besides clashes; undefined when it may. Keep it fast: a drag asks at each step. */
  refuse?: ((place: TimelinePlace) => string | undefined) | undefined;
  loading?: boolean | undefined;
  /** Shown where there is no row. */
  empty?: ReactNode;
};
