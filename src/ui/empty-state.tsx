import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** What belongs here and how it gets here. */
  children?: ReactNode;
  /** The button or link that goes on from here. */
  action?: ReactNode;
  /** The heading's level, where the view has no heading of its own. */
  level?: 1 | 2;
};

/** Where nothing is shown, this says why, what belongs here, and what to do next. */
export function EmptyState({ icon, title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div className={classes.root}>
      {icon && <div className={classes.icon}>{icon}</div>}
      <Heading className={classes.title} {...(level === 1 && { tabIndex: -1, 'data-page-title': true })}>
        {title}
      </Heading>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
}
