import { Link } from '@tanstack/react-router';
import type { Me } from '#contract/users.ts';
import classes from './nav-list.module.css';
import { navigationFor } from './navigation.ts';

type Props = { me: Me; compact?: boolean; onNavigate?: () => void };

/** The entries of the navigation; compact shows icons with their names on hover. */
export function NavList({ me, compact = false, onNavigate }: Props) {
  return (
    <ul className={classes.list} data-compact={compact || undefined}>
      {navigationFor(me).map(({ to, label, icon: Icon }) => (
        <li key={to}>
          <Link
            to={to}
            className={classes.link}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
            {...(compact && { title: label(), 'aria-label': label() })}
            onClick={onNavigate}
          >
            <Icon size={18} />
            {!compact && <span>{label()}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
