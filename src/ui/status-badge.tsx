import type { ComponentType, ReactNode } from 'react';
import type { IconProps } from './icons.tsx';
import classes from './status-badge.module.css';

export type Tone = 'neutral' | 'info' | 'accent' | 'success' | 'warning' | 'danger';
export type StatusBadgeProps = { tone: Tone; icon: ComponentType<IconProps>; children: ReactNode };

/** A state as icon, word and colour, so that it is told without the colour too. */
export function StatusBadge({ tone, icon: Icon, children }: StatusBadgeProps) {
  return (
    <span className={classes.badge} data-tone={tone}>
      <Icon size={14} strokeWidth={1.8} />
      {children}
    </span>
  );
}
