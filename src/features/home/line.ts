import type { ComponentType, ReactNode } from 'react';
import type { Waiting } from '#contract/home-order.ts';
import type { Reservation } from '#contract/reservations.ts';
import type { Me } from '#contract/users.ts';
import type { IconProps } from '#src/ui/icons.tsx';
import type { Deed } from './deeds.ts';

/** What an answer asks first: why, how much of a series, or nothing but to be shown. */
export type Asking =
  | { kind: 'reason'; name: string; needed: boolean; deed: (reason: string) => Deed }
  | { kind: 'cancel'; booking: Reservation }
  | { kind: 'code' };

/** One answer to a line. `name` says to whom cannot see the line what it is about. */
export type Act = { label: string; name: string; main?: true } & (
  | { deed: Deed }
  | { ask: Asking }
  | { link: (label: ReactNode) => ReactNode }
);

/** Something that waits for somebody, with its answers in place. */
export type Line = Waiting & {
  key: string;
  icon: ComponentType<IconProps>;
  /** What sort of thing it is. */
  word: string;
  title: string;
  /** What more there is to say, each on its own. */
  asides: readonly string[];
  link: (title: ReactNode) => ReactNode;
  acts: readonly Act[];
};

/** Who looks, and when; `tomorrow`: the first moment of the next day by the organisation's clocks. */
export type Now = { me: Me; now: number; tomorrow: number };
