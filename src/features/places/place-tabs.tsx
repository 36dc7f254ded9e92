import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import classes from './places.module.css';

type Tab = 'buildings' | 'spaces' | 'types';

/** The three lists of places. */
export function PlaceTabs({ current }: { current: Tab }) {
  const mark = (tab: Tab) => (tab === current ? ('page' as const) : undefined);
  return (
    <nav aria-label={m.places_lists()} className={classes.tabs}>
      <Link to="/places" className={classes.tab} aria-current={mark('buildings')}>
        {m.places_buildings()}
      </Link>
      <Link to="/spaces" className={classes.tab} aria-current={mark('spaces')}>
        {m.places_spaces()}
      </Link>
      <Link to="/spaces/types" className={classes.tab} aria-current={mark('types')}>
        {m.places_types()}
      </Link>
    </nav>
  );
}
