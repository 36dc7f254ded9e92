import { Button } from '@mantine/core';
import type { ComponentType } from 'react';
import * as m from '#messages';
import type { MailItem, Queue } from '#contract/mail.ts';
import { outcomeLabels } from '#src/directory/delivery.ts';
import { Flash } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import { pendingReasonLabels } from '#src/directory/pending-reasons.ts';
import { formatDate, formatMoment } from '#src/lib/dates.ts';
import { CheckIcon, ClockIcon, type IconProps, InboxIcon, TransferIcon, TruckIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import { StatusBadge, type Tone } from '#src/ui/status-badge.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './parcels.module.css';
import { isWish, maySay } from './wishes.ts';

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

export type ParcelActions = {
  onHold: (item: MailItem) => void;
  onForward: (item: MailItem) => void;
  onTakeBack: (item: MailItem) => void;
};

/** A parcel as its recipient sees it: what, where, and what they may ask for. */
export function ParcelRow({ item, onHold, onForward, onTakeBack }: { item: MailItem } & ParcelActions) {
  const { label, tone, icon } = states[item.currentQueue];
  const forwardTo = item.pending?.reason === 'forward' && item.pending.forwardTo;
  return (
    <li className={classes.row}>
      <Flash id={item.id} />
      <What item={item} />
      <span className={classes.state}>
        <StatusBadge tone={tone} icon={icon}>
          {label(item)}
        </StatusBadge>
        {forwardTo && (
          <bdi className={classes.forward} title={forwardTo}>
            {forwardTo}
          </bdi>
        )}
      </span>
      <span className={classes.when}>
        <When ms={item.dateCreated} />
      </span>
      {maySay(item) && (
        <span className={classes.actions}>
          {isWish(item) ? (
            <Button variant="default" size="compact-sm" onClick={() => onTakeBack(item)}>
              {m.parcels_take_back()}
            </Button>
          ) : (
            <>
              <Button variant="default" size="compact-sm" onClick={() => onHold(item)}>
                {m.parcels_hold()}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => onForward(item)}>
                {m.parcels_forward()}
              </Button>
            </>
          )}
        </span>
      )}
    </li>
  );
}

/** One that was handed over: to whom, and when. */
export function DeliveredRow({ item }: { item: MailItem }) {
  const done = item.statuses.findLast(({ type }) => type.code === 'out');
  const who = done?.collectedBy?.name;
  const how = outcomeLabels[done?.outcome ?? 'person']();
  return (
    <li className={classes.row}>
      <What item={item} />
      <span className={classes.state}>
        {who ? (
          <>
            {m.parcels_collected_by()} <bdi>{who}</bdi>
          </>
        ) : (
          how
        )}
      </span>
      <span className={classes.when}>{formatMoment(done?.dateCreated ?? item.dateUpdated)}</span>
    </li>
  );
}

function What({ item }: { item: MailItem }) {
  const kind = [item.packageType?.name, item.courier.name].filter(Boolean).join(' · ');
  const from = item.sender ?? item.fromUser?.name;
  return (
    <span className={classes.what}>
      <TextLink to="/mail/$itemId" params={{ itemId: item.id }} className={classes.kind}>
        {from ? m.parcels_from({ sender: from }) : kind || m.mail_item()}
      </TextLink>
      <bdi className={classes.number}>{from ? `${kind} · ${numberOf(item)}` : numberOf(item)}</bdi>
    </span>
  );
}
