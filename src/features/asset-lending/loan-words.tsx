import * as m from '#messages';
import type { AssetLoan, LentAsset } from '#contract/asset-loans.ts';
import { labelCodeOf } from '#contract/assets.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { CalendarIcon } from '#src/ui/booking-icons.tsx';
import { CheckIcon, CloseIcon, WarningIcon } from '#src/ui/icons.tsx';
import { LentIcon } from '#src/ui/asset-loan-icons.tsx';
import { StatusBadge, type StatusBadgeProps } from '#src/ui/status-badge.tsx';

const looks: Record<AssetLoan['state'] | 'overdue', Omit<StatusBadgeProps, 'children'>> = {
  reserved: { tone: 'info', icon: CalendarIcon },
  out: { tone: 'accent', icon: LentIcon },
  overdue: { tone: 'danger', icon: WarningIcon },
  returned: { tone: 'success', icon: CheckIcon },
  cancelled: { tone: 'neutral', icon: CloseIcon },
};
const words: Record<keyof typeof looks, () => string> = {
  reserved: m.lending_reserved,
  out: m.lending_out,
  overdue: m.lending_overdue,
  returned: m.lending_returned,
  cancelled: m.lending_cancelled,
};

/** How a loan stands: icon, word and colour. */
export function LoanBadge({ loan: { state, overdue } }: { loan: Pick<AssetLoan, 'state' | 'overdue'> }) {
  const look = overdue ? 'overdue' : state;
  return <StatusBadge {...looks[look]}>{words[look]()}</StatusBadge>;
}

/** What is written on it, and its model where it has a name of its own. */
export const assetLine = (asset: LentAsset): string =>
  [labelCodeOf(asset), ...(asset.model.name === asset.name ? [] : [asset.model.name])].join(' · ');

/** From when until when, or when it is due. */
export const timesOf = ({
  state,
  startDate,
  dueDate,
}: Pick<AssetLoan, 'state' | 'startDate' | 'dueDate'>): string =>
  state === 'out'
    ? m.lending_due_at({ time: formatDateTime(dueDate) })
    : m.lending_from_until({ from: formatDateTime(startDate), until: formatDateTime(dueDate) });
