import type { ReactNode } from 'react';
import { InfoIcon, WarningIcon } from '#src/ui/icons.tsx';
import classes from './callout.module.css';

type Props = { tone: 'warning' | 'info'; title?: ReactNode; children?: ReactNode; urgent?: boolean };

/** Something to know before going on. `urgent` is read out at once. */
export function Callout({ tone, title, children, urgent }: Props) {
  const Icon = tone === 'warning' ? WarningIcon : InfoIcon;
  return (
    <div className={classes.callout} data-tone={tone} role={urgent ? 'alert' : undefined}>
      <Icon size={16} />
      <div className={classes.content}>
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
