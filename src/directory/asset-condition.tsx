import * as m from '#messages';
import type { AssetCondition } from '#contract/assets.ts';
import { DamagedIcon, LostIcon } from '#src/ui/asset-icons.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { StatusBadge, type StatusBadgeProps } from '#src/ui/status-badge.tsx';

const looks: Record<AssetCondition, Omit<StatusBadgeProps, 'children'>> = {
  good: { tone: 'success', icon: CheckIcon },
  damaged: { tone: 'warning', icon: DamagedIcon },
  lost: { tone: 'danger', icon: LostIcon },
};
export const conditionLabels: Record<AssetCondition, () => string> = {
  good: m.assets_condition_good,
  damaged: m.assets_condition_damaged,
  lost: m.assets_condition_lost,
};

/** How an asset is, as it was last told: icon, word and colour. */
export const ConditionBadge = ({ condition }: { condition: AssetCondition }) => (
  <StatusBadge {...looks[condition]}>{conditionLabels[condition]()}</StatusBadge>
);
