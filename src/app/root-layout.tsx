import { Outlet } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import * as m from '#messages';
import { Banners } from './banners.tsx';
import { ProgressLine } from './progress-line.tsx';
import classes from './root-layout.module.css';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';

/** Moves the focus without leaving `#content` in the address. */
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('content')?.focus();
}

/** Around every page, signed in or not. */
export function RootLayout() {
  useFocusOnNavigation();
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content" onClick={skip}>
        {m.shell_skip_to_content()}
      </a>
      <ProgressLine />
      <Banners />
      <div className={classes.app}>
        <Outlet />
      </div>
    </div>
  );
}
