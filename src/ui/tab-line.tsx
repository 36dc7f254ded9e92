import type { ReactNode } from 'react';
import { useStore } from '#src/lib/store.ts';
import { singleKeys } from './shortcuts.ts';
import classes from './tab-line.module.css';
import { useCurrentTab } from './use-current-tab.ts';

type Props = {
  label: string;
  /** What tells one line from the next: with it the current tab is brought into view whenever it changes. */
  current?: string | number;
  /** What the keyboard does in the view. */
  keys?: string | undefined;
  /** Links, or buttons where they switch within a view; the one with `aria-current` is the current tab. */
  children: ReactNode;
};

/** Views beside each other, in a line that may be longer than the screen. */
export function TabLine({ label, current, keys, children }: Props) {
  const heard = useStore(singleKeys);
  return (
    <nav ref={useCurrentTab(current)} aria-label={label} className={classes.tabs}>
      {children}
      {keys && heard && <span className={classes.keys}>{keys}</span>}
    </nav>
  );
}
