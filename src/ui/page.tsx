import { type ReactNode, useEffect } from 'react';
import * as m from '#messages';
import { formatNumber, upTo99 } from '#src/lib/numbers.ts';
import { useStore } from '#src/lib/store.ts';
import { tabCount } from '#src/lib/tab-title.ts';
import classes from './page.module.css';

export type PageProps = {
  title: string;
  /** How many there are, said beside the title. */
  count?: number | string | undefined;
  /** One line under the title, where the view needs explaining. */
  description?: ReactNode;
  /** Buttons at the end of the title's line; the next action first. */
  actions?: ReactNode;
  /** Filters and tabs, in one line that scrolls sideways where it does not fit. */
  filters?: ReactNode;
  /** 'fill': the content is as high as the window and scrolls inside itself, as the grid wants it. */
  layout?: 'flow' | 'fill' | 'narrow';
  /** On paper the content alone, without heading and margins. */
  printBare?: boolean;
  children: ReactNode;
};

/** The frame of every view: one heading, its count, its actions, its filters, and the tab's title. */
export function Page({
  title,
  count,
  description,
  actions,
  filters,
  layout = 'flow',
  printBare,
  children,
}: PageProps) {
  useTitle(title);
  return (
    <div className={classes.page} data-layout={layout} data-bare={printBare || undefined}>
      <header className={classes.header}>
        <div className={classes.line}>
          <h1 className={classes.title} tabIndex={-1} data-page-title>
            {title}
          </h1>
          {count !== undefined && (
            <span className={classes.count}>{typeof count === 'number' ? formatNumber(count) : count}</span>
          )}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
        {description && <p className={classes.description}>{description}</p>}
        {filters && <div className={classes.filters}>{filters}</div>}
      </header>
      <div className={classes.body}>{children}</div>
    </div>
  );
}

/** Names the tab and the history entry after the view. */
export function useTitle(title: string): void {
  const count = useStore(tabCount);
  useEffect(() => {
    const named = title ? `${title} · ${m.app_name()}` : m.app_name();
    document.title = count > 0 ? m.ui_tab_title({ count: upTo99(count), title: named }) : named;
  }, [title, count]);
}
