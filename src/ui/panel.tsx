import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import * as m from '#messages';
import classes from './panel.module.css';
import { focusGrid } from './use-view-keys.ts';

type Props = {
  /** What the panel shows, for screen readers. */
  label: string;
  title: ReactNode;
  /** Beside the title, such as a link to a page of its own. */
  end?: ReactNode;
  closeLabel?: string;
  onClose: () => void;
  children: ReactNode;
};

/** Details beside the list they were opened from. Escape closes, unless it means something to what has the focus. */
export function Panel({ label, title, end, closeLabel = m.ui_close(), onClose, children }: Props) {
  const escape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
    if ((event.target as HTMLElement).closest?.('input, textarea, select')) return;
    onClose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => escape(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  useEffect(
    () => () => {
      // What had the focus may have left with the panel: the keyboard goes on in the list.
      setTimeout(() => {
        if (document.activeElement === document.body) focusGrid();
      });
    },
    [],
  );
  return (
    <aside className={classes.panel} aria-label={label}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        {end}
        <CloseButton aria-label={closeLabel} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
