import * as m from '#messages';
import type { HoldingAnswer } from '#contract/asset-confirmations.ts';
import { DamagedIcon, LostIcon } from '#src/ui/asset-icons.tsx';
import { CheckIcon, ClockIcon, CloseIcon } from '#src/ui/icons.tsx';
import { StatusBadge, type StatusBadgeProps } from '#src/ui/status-badge.tsx';

const looks: Record<HoldingAnswer | 'none', Omit<StatusBadgeProps, 'children'>> = {
  have: { tone: 'success', icon: CheckIcon },
  lost: { tone: 'danger', icon: LostIcon },
  damaged: { tone: 'warning', icon: DamagedIcon },
  'not-mine': { tone: 'warning', icon: CloseIcon },
  none: { tone: 'neutral', icon: ClockIcon },
};
export const answerLabels: Record<HoldingAnswer | 'none', () => string> = {
  have: m.lending_have,
  lost: m.lending_lost,
  damaged: m.lending_damaged,
  'not-mine': m.lending_not_mine,
  none: m.lending_no_answer,
};

/** What was said of an asset: icon, word and colour. */
export const AnswerBadge = ({ answer = 'none' }: { answer?: HoldingAnswer | 'none' | undefined }) => (
  <StatusBadge {...looks[answer]}>{answerLabels[answer]()}</StatusBadge>
);
