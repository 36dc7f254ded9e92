import { Outlet } from '@tanstack/react-router';
import * as m from '#messages';
import { Banners } from './banners.tsx';
import { ProgressLine } from './progress-line.tsx';
import classes from './root-layout.module.css';
import { useFocusOnNavigation } from './use-focus-on-navigation.ts';

/** Around every page, signed in or not. */
export function RootLayout() {
  useFocusOnNavigation();
  return (
    <div className={classes.root}>
      <a className={classes.skip} href="#content">
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
