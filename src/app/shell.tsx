import { useDisclosure } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import type { Me } from '#contract/users.ts';
import * as m from '#messages';
import { featureAt, uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { setTimeZone } from '#src/lib/dates.ts';
import { isBoolean, readStored, writeStored } from '#src/lib/storage.ts';
import { MenuIcon, PanelIcon } from '#src/ui/icons.tsx';
import { Mark } from '#src/ui/mark.tsx';
import { NotifyHost } from '#src/ui/notify-host.tsx';
import { NavList } from './nav-list.tsx';
import { Palette } from './palette.tsx';
import { PhoneNav } from './phone-nav.tsx';
import { ProfileMenu } from './profile-menu.tsx';
import { ReauthDialog } from './reauth-dialog.tsx';
import { ScanAnywhere } from './scan-anywhere.tsx';
import classes from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { SwitchedOff } from './switched-off.tsx';
import { ThemeProvider } from './theme-provider.tsx';
import { useLiveChanges } from './use-live-changes.ts';

const Bell = lazy(() => import('./bell.tsx'));

/** The frame of everything behind the sign-in: navigation, bar, and the view. */
export function Shell() {
  const me = useMe();
  // While rendering: the views inside format their first times before any effect runs.
  setTimeZone(me.organisation.timeZone);
  useLiveChanges();
  return (
    <ThemeProvider>
      <Frame me={me} />
      <Shortcuts me={me} />
      <ReauthDialog me={me} />
      <NotifyHost />
    </ThemeProvider>
  );
}

function Frame({ me }: { me: Me }) {
  const [compact, setCompact] = useState(() => readStored('nav-compact', isBoolean, false));
  const feature = useRouterState({ select: ({ location }) => featureAt(location.pathname) });
  const [phoneNavOpen, phoneNav] = useDisclosure();
  const toggle = () => {
    writeStored('nav-compact', !compact);
    setCompact(!compact);
  };
  const toggleLabel = compact ? m.shell_nav_expand() : m.shell_nav_collapse();
  return (
    <div className={classes.shell} data-compact={compact || undefined}>
      <nav className={classes.side} aria-label={m.shell_navigation()}>
        <div className={classes.brand}>
          <Mark size={24} />
          {!compact && (
            <span className={classes.names}>
              <strong>{m.app_name()}</strong>
              <span title={me.organisation.name}>{me.organisation.name}</span>
            </span>
          )}
        </div>
        <div className={classes.entries}>
          <NavList me={me} compact={compact} />
        </div>
        <button
          type="button"
          className={classes.iconButton}
          aria-expanded={!compact}
          aria-label={toggleLabel}
          title={toggleLabel}
          onClick={toggle}
        >
          <PanelIcon />
        </button>
      </nav>
      <header className={classes.bar}>
        <button
          type="button"
          className={`${classes.iconButton} ${classes.burger}`}
          aria-label={m.shell_nav_open()}
          aria-haspopup="dialog"
          aria-expanded={phoneNavOpen}
          onClick={phoneNav.open}
        >
          <MenuIcon size={20} />
        </button>
        <span className={classes.phoneBrand}>
          <Mark size={22} />
          {m.app_name()}
        </span>
        <div className={classes.slot}>
          <Palette />
          <ScanAnywhere />
        </div>
        <Suspense fallback={<span className={classes.bellPlace} />}>
          <Bell />
        </Suspense>
        <ProfileMenu me={me} />
      </header>
      {/* A tab stop, so that a view without any control can still be scrolled with the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <main id="content" className={classes.main} tabIndex={0}>
        {feature && !uses(me, feature) ? <SwitchedOff /> : <Outlet />}
      </main>
      <PhoneNav me={me} opened={phoneNavOpen} onClose={phoneNav.close} />
    </div>
  );
}
