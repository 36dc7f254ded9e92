import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { useMe } from '#src/directory/me.ts';
import { AwayIcon, PeopleIcon, ShieldIcon, TreeIcon } from '#src/ui/people-icons.tsx';
import { TabLine } from '#src/ui/tab-line.tsx';

type Place = 'list' | 'chart' | 'roles' | 'gone';

const places = [
  ['list', '/people', m.people_tab_list, PeopleIcon],
  ['chart', '/people/chart', m.people_tab_chart, TreeIcon],
  ['roles', '/people/roles', m.people_tab_roles, ShieldIcon],
  ['gone', '/people/deactivated', m.people_tab_gone, AwayIcon],
] as const;

/** Those of them that somebody may use. */
export const peopleTabsFor = ({ siteAdmin }: Me) => places.filter(([place]) => siteAdmin || place !== 'gone');

/** The ways to look at the people of an organisation; `keys` is what the keyboard does in this one. */
export function PeopleTabs({ current, keys }: { current: Place; keys?: string }) {
  const shown = peopleTabsFor(useMe());
  return (
    <TabLine label={m.people_places()} current={current} keys={keys}>
      {shown.map(([place, to, label, Icon]) => (
        <Link
          key={place}
          to={to}
          activeOptions={{ exact: true }}
          aria-current={place === current ? 'page' : undefined}
        >
          <Icon size={15} />
          {label()}
        </Link>
      ))}
    </TabLine>
  );
}
