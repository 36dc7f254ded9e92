import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { leaveApprovalsCountOptions } from './leave-queries.ts';
import { useMe } from './me.ts';

type LeaveTab = 'mine' | 'approvals' | 'team' | 'types' | 'limits';
type Tab = { tab: LeaveTab; to: string; label: (waiting: number) => string; admin?: true };
const tabs: readonly Tab[] = [
  { tab: 'mine', to: '/leave', label: () => m.leave_tab_mine() },
  {
    tab: 'approvals',
    to: '/leave/approvals',
    label: (waiting) =>
      waiting > 0 ? m.leave_tab_approvals_count({ number: formatNumber(waiting) }) : m.leave_tab_approvals(),
  },
  { tab: 'team', to: '/leave/team', label: () => m.leave_tab_team() },
  { tab: 'types', to: '/leave/types', label: () => m.leave_tab_types(), admin: true },
  { tab: 'limits', to: '/leave/limits', label: () => m.leave_tab_limits(), admin: true },
];

/** The views of leave; types and limits are the site administrators'. @param keys what the keyboard does in this one */
export function LeaveTabs({ current, keys }: { current: LeaveTab; keys?: string | undefined }) {
  const { siteAdmin } = useMe();
  const waiting = useQuery(leaveApprovalsCountOptions).data ?? 0;
  return (
    <TabLine label={m.leave_tabs()} current={current} keys={keys}>
      {tabs
        .filter(({ admin }) => siteAdmin || !admin)
        .map(({ tab, to, label }) => (
          <Link
            key={tab}
            to={to}
            // The views keep filters of their own.
            search={{}}
            aria-current={tab === current ? 'page' : undefined}
            activeOptions={{ exact: true }}
          >
            {label(waiting)}
          </Link>
        ))}
    </TabLine>
  );
}
