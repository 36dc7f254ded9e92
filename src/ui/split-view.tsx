import type { ReactNode, Ref } from 'react';
import classes from './split-view.module.css';

type Props = { children: ReactNode; panel: ReactNode; listRef?: Ref<HTMLDivElement> };

/** A list that fills the view, and the record that is open beside it. */
export function SplitView({ children, panel, listRef }: Props) {
  return (
    <div className={classes.split}>
      <div ref={listRef} className={classes.list}>
        {children}
      </div>
      {panel}
    </div>
  );
}
