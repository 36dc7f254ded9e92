import type { ComponentType } from 'react';
import * as m from '#messages';
import type { MailItem, Queue } from '#contract/mail.ts';
import { CheckIcon, ClockIcon, type IconProps, InboxIcon, TransferIcon, TruckIcon } from '#src/ui/icons.tsx';
import type { Tone } from '#src/ui/status-badge.tsx';
import type { OpenStep } from './mail-calls.ts';

/** After so many days at the desk a parcel is overdue. */
export const OVERDUE_DAYS = 5;
const DAY = 86_400_000;

type State = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };
export const states: Record<Queue, State> = {
  IN: { label: m.mail_state_in, tone: 'accent', icon: InboxIcon },
  PENDING: { label: m.mail_state_pending, tone: 'warning', icon: ClockIcon },
  TRANSFER: { label: m.mail_state_transfer, tone: 'info', icon: TransferIcon },
  CHECKOUT: { label: m.mail_state_checkout, tone: 'info', icon: TruckIcon },
  OUT: { label: m.mail_state_out, tone: 'success', icon: CheckIcon },
};

export const itemTypeLabels: Record<MailItem['itemType'], () => string> = {
  INBOUND: m.mail_type_inbound,
  OUTBOUND: m.mail_type_outbound,
  INTEROFFICE: m.mail_type_interoffice,
};
export const stepLabels: Record<OpenStep, () => string> = {
  checkout: m.mail_step_checkout,
  pending: m.mail_step_pending,
  transfer: m.mail_step_transfer,
};

export const isOpen = ({ currentQueue }: Pick<MailItem, 'currentQueue'>) => currentQueue !== 'OUT';

export const isOverdue = (item: Pick<MailItem, 'currentQueue' | 'dateCreated'>, now = Date.now()) =>
  isOpen(item) && now - item.dateCreated > OVERDUE_DAYS * DAY;

/** When a delivered parcel was handed over, epoch ms. */
export const deliveredAt = (item: Pick<MailItem, 'statuses' | 'dateUpdated'>) =>
  item.statuses.findLast(({ type }) => type.code === 'out')?.dateCreated ?? item.dateUpdated;

/** Steps that lead on from here; the one it is in already is none, save a further transfer. */
export function openSteps({ currentQueue }: Pick<MailItem, 'currentQueue'>): OpenStep[] {
  if (currentQueue === 'OUT') return [];
  const taken = { IN: '', PENDING: 'pending', TRANSFER: '', CHECKOUT: 'checkout' }[currentQueue];
  return (['checkout', 'pending', 'transfer'] as const).filter((step) => step !== taken);
}

/** The number, or what stands for one: the desk's own, or none before a label was printed. */
export const numberOf = (item: Pick<MailItem, 'trackingNumber' | 'runningNumber' | 'id'>) =>
  item.trackingNumber ?? item.runningNumber ?? m.mail_no_number({ id: item.id });

/** Who gets it: `deliverTo` differs from `toUser` where somebody else takes it in. */
export const recipientOf = (item: Pick<MailItem, 'deliverTo' | 'toUser'>) => item.deliverTo ?? item.toUser;
