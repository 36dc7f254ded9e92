import type { ComponentType } from 'react';
import * as m from '#messages';
import type { MailItem, Queue } from '#contract/mail.ts';
import { formatDate } from '#src/lib/dates.ts';
import { CheckIcon, ClockIcon, type IconProps, InboxIcon, TransferIcon, TruckIcon } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';
import { pendingReasonLabels } from './pending-reasons.ts';

type State = { label: (item: MailItem) => string; tone: Tone; icon: ComponentType<IconProps> };
const states: Record<Queue, State> = {
  IN: { label: ({ center }) => m.parcels_at({ center: center.name }), tone: 'accent', icon: InboxIcon },
  PENDING: { label: heldWord, tone: 'warning', icon: ClockIcon },
  TRANSFER: {
    label: ({ center }) => m.parcels_on_way({ center: center.name }),
    tone: 'info',
    icon: TransferIcon,
  },
  CHECKOUT: { label: m.parcels_out_for_delivery, tone: 'info', icon: TruckIcon },
  OUT: { label: m.mail_state_out, tone: 'success', icon: CheckIcon },
};

function heldWord({ pending }: MailItem): string {
  if (pending?.reason === 'hold')
    return pending.until ? m.parcels_held_until({ day: formatDate(pending.until) }) : m.parcels_held();
  if (pending?.reason === 'forward') return m.parcels_forwarding();
  return m.parcels_aside({ reason: pendingReasonLabels[pending?.reason ?? 'other']() });
}

/** Where a parcel is, as its recipient is told: word, colour and icon. */
export function parcelState(item: MailItem): { word: string } & Pick<State, 'tone' | 'icon'> {
  const { label, tone, icon } = states[item.currentQueue];
  return { word: label(item), tone, icon };
}
