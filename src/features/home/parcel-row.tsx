import type { ComponentType } from 'react';
import * as m from '#messages';
import { CheckIcon, ClockIcon, type IconProps, InboxIcon, RefreshIcon, UndoIcon } from '#src/ui/icons.tsx';
import { StatusBadge, type Tone } from '#src/ui/status-badge.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './home-page.module.css';
import type { MyParcel } from './my-parcels.ts';

type State = { label: () => string; tone: Tone; icon: ComponentType<IconProps> };

const states: Record<MyParcel['currentQueue'], State> = {
  IN: { label: m.home_state_in, tone: 'accent', icon: InboxIcon },
  PENDING: { label: m.home_state_pending, tone: 'warning', icon: ClockIcon },
  TRANSFER: { label: m.home_state_transfer, tone: 'info', icon: RefreshIcon },
  CHECKOUT: { label: m.home_state_checkout, tone: 'info', icon: UndoIcon },
  OUT: { label: m.home_state_out, tone: 'success', icon: CheckIcon },
};

export function ParcelRow({ parcel }: { parcel: MyParcel }) {
  const { label, tone, icon } = states[parcel.currentQueue];
  const kind = [parcel.packageType?.name, parcel.courier?.name].filter(Boolean).join(' · ');
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <strong>{kind || m.home_parcel()}</strong>
        <span>{parcel.trackingNumber ?? parcel.originalTrackingNumber}</span>
      </span>
      <StatusBadge tone={tone} icon={icon}>
        {label()}
      </StatusBadge>
      <span className={classes.when}>
        <When ms={parcel.dateUpdated ?? parcel.dateCreated} />
      </span>
    </li>
  );
}
