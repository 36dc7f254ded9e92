import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { TabLine } from '#src/ui/tab-line.tsx';

type Tab = 'buildings' | 'spaces' | 'types';
/** The types stand below the spaces in the address, but the tabs are beside each other. */
const exactly = { exact: true, includeSearch: false };

/** The three lists of places, and the keys that work in the one on screen. */
export function PlaceTabs({ current, keys }: { current: Tab; keys?: string }) {
  const mark = (tab: Tab) => (tab === current ? ('page' as const) : undefined);
  return (
    <TabLine label={m.places_lists()} keys={keys}>
      <Link to="/places" activeOptions={exactly} aria-current={mark('buildings')}>
        {m.places_buildings()}
      </Link>
      <Link to="/spaces" activeOptions={exactly} aria-current={mark('spaces')}>
        {m.places_spaces()}
      </Link>
      <Link to="/spaces/types" activeOptions={exactly} aria-current={mark('types')}>
        {m.places_types()}
      </Link>
    </TabLine>
  );
}
