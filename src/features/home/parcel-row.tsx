import { Link } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import type { MailItem } from '#contract/mail.ts';
import * as m from '#messages';
import { CheckIcon, ClockIcon, type IconProps, InboxIcon, TransferIcon, TruckIcon } from '#src/ui/icons.tsx';
import { StatusBadge, type Tone } from '#src/ui/status-badge.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './home-page.module.css';

type State = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };

const states: Record<MailItem['currentQueue'], State> = {
  IN: { label: m.home_state_in, tone: 'accent', icon: InboxIcon },
  PENDING: { label: m.home_state_pending, tone: 'warning', icon: ClockIcon },
  TRANSFER: { label: m.home_state_transfer, tone: 'info', icon: TransferIcon },
  CHECKOUT: { label: m.home_state_checkout, tone: 'info', icon: TruckIcon },
  OUT: { label: m.home_state_out, tone: 'success', icon: CheckIcon },
};

export function ParcelRow({ parcel }: { parcel: MailItem }) {
  const { label, tone, icon } = states[parcel.currentQueue];
  const kind = [parcel.packageType?.name, parcel.courier.name].filter(Boolean).join(' · ');
  return (
    <li>
      <Link to="/mail/$itemId" params={{ itemId: parcel.id }} className={classes.row}>
        <span className={classes.what}>
          <strong>{kind || m.home_parcel()}</strong>
          <span>{parcel.trackingNumber ?? parcel.originalTrackingNumber}</span>
        </span>
        <StatusBadge tone={tone} icon={icon}>
          {label()}
        </StatusBadge>
        <span className={classes.when}>
          <When ms={parcel.dateUpdated} />
        </span>
      </Link>
    </li>
  );
}
