import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import classes from './places.module.css';

type Tab = 'buildings' | 'spaces' | 'types';
/** The types stand below the spaces in the address, but the tabs are beside each other. */
const exactly = { exact: true, includeSearch: false };

/** The three lists of places, and the keys that work in the one on screen. */
export function PlaceTabs({ current, keys }: { current: Tab; keys?: string }) {
  const mark = (tab: Tab) => (tab === current ? ('page' as const) : undefined);
  return (
    <nav aria-label={m.places_lists()} className={classes.tabs}>
      <Link to="/places" className={classes.tab} activeOptions={exactly} aria-current={mark('buildings')}>
        {m.places_buildings()}
      </Link>
      <Link to="/spaces" className={classes.tab} activeOptions={exactly} aria-current={mark('spaces')}>
        {m.places_spaces()}
      </Link>
      <Link to="/spaces/types" className={classes.tab} activeOptions={exactly} aria-current={mark('types')}>
        {m.places_types()}
      </Link>
      {keys && <span className={classes.keys}>{keys}</span>}
    </nav>
  );
}
