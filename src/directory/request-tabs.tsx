import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { useMe, worksIn } from './me.ts';
import { managesService } from './rights.ts';

export type RequestTab = 'mine' | 'queue' | 'plans' | 'reports';
type Tab = { tab: RequestTab; to: string; label: () => string; show?: (me: Me) => boolean };

/** The views of service requests, each for those who may use it. */
const tabs: readonly Tab[] = [
  { tab: 'queue', to: '/requests/queue', label: m.queue_title, show: (me) => worksIn(me, 'maintenance') },
  { tab: 'mine', to: '/requests/mine', label: m.requests_mine },
  { tab: 'plans', to: '/requests/plans', label: m.care_plans, show: managesService },
  {
    tab: 'reports',
    to: '/requests/reports',
    label: m.care_reports,
    show: (me) => worksIn(me, 'maintenance'),
  },
];
/** Those of them that somebody may use. */
export const requestTabsFor = (me: Me): readonly Tab[] => tabs.filter(({ show }) => show?.(me) ?? true);

/** Where `/requests` leads: those who work in a center to their queue, everybody else to their own. */
export const firstTabFor = (me: Me): string =>
  (requestTabsFor(me).find(({ tab }) => tab === 'queue') ?? tabs.find(({ tab }) => tab === 'mine')!).to;

/** The views beside each other; nothing for those who have one alone. @param keys what the keyboard does in the view */
export function RequestTabs({ current, keys }: { current: RequestTab; keys?: string | undefined }) {
  const offered = requestTabsFor(useMe());
  if (offered.length < 2) return null;
  return (
    <TabLine label={m.requests_tabs()} current={current} keys={keys}>
      {offered.map(({ tab, to, label }) => (
        <Link
          key={tab}
          to={to}
          // The views keep filters of their own.
          search={{}}
          aria-current={tab === current ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {label()}
        </Link>
      ))}
    </TabLine>
  );
}
