import type { SpaceProgress } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { OutsideIcon } from '#src/ui/asset-audit-icons.tsx';
import type { PlanState } from '#src/ui/floor-plan-types.ts';
import { CheckIcon, ClockIcon } from '#src/ui/icons.tsx';
import { PlayIcon } from '#src/ui/request-icons.tsx';
import type { StatusBadgeProps } from '#src/ui/status-badge.tsx';

type State = SpaceProgress['state'];
type Look = Pick<StatusBadgeProps, 'tone' | 'icon'> & {
  label: () => string;
  pattern: NonNullable<PlanState['pattern']>;
};

/** A space of a campaign by colour, pattern, icon and word. */
export const spaceLooks: Record<State, Look> = {
  'to-visit': { label: m.audits_to_visit, tone: 'warning', icon: ClockIcon, pattern: 'stripes' },
  begun: { label: m.audits_begun, tone: 'info', icon: PlayIcon, pattern: 'dots' },
  done: { label: m.audits_space_done, tone: 'success', icon: CheckIcon, pattern: 'plain' },
  'nothing-expected': { label: m.audits_space_none, tone: 'neutral', icon: OutsideIcon, pattern: 'grid' },
};

const states = new Map<State, PlanState>();
/** The same object each time: a plan draws anew only what is. */
export function planStateOf(state: State): PlanState {
  const known = states.get(state);
  if (known) return known;
  const { label, ...look } = spaceLooks[state];
  const made = { word: label(), ...look };
  states.set(state, made);
  return made;
}
