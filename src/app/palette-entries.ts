import type { ComponentType } from 'react';
import type { FindKind, FindResult } from '#contract/find.ts';
import type { IconProps } from '#src/ui/icons.tsx';
import type { Mark } from '#src/lib/fuzzy.ts';

/** Where a choice leads; kept as it is among the recent ones. */
export type Target = {
  to: string;
  params?: Record<string, string | number>;
  search?: Record<string, string | number>;
};
export type Group = 'exact' | 'recent' | 'action' | 'page' | FindKind;
/** One line of the palette. */
export type Entry = {
  key: string;
  group: Group;
  title: string;
  /** Words that find it beside its title. */
  also?: string;
  parts: readonly string[];
  target: Target;
  icon: ComponentType<IconProps>;
  /** Who a record is of, where a picture says more than an icon. */
  person?: Extract<FindResult, { kind: 'person' }>;
  /** Offered beside its page. */
  second?: { label: string; target: Target } | undefined;
  marks?: readonly Mark[];
};
