import type { ReactNode } from 'react';
import classes from './split-view.module.css';

/** A list that fills the view, and the record that is open beside it. */
export function SplitView({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={classes.split}>
      <div className={classes.list}>{children}</div>
      {panel}
    </div>
  );
}
