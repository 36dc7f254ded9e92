import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { awaitingCountOptions } from './booking-rules.ts';
import { useMe } from './me.ts';
import { managesBookings } from './rights.ts';

type BookingTab = 'day' | 'find' | 'mine' | 'in' | 'approvals' | 'rules' | 'use';
type Tab = { tab: BookingTab; to: string; label: () => string };
const tabs: readonly Tab[] = [
  { tab: 'day', to: '/bookings', label: m.booking_tab_day },
  { tab: 'find', to: '/bookings/find', label: m.booking_tab_find },
  { tab: 'mine', to: '/bookings/mine', label: m.booking_tab_mine },
  { tab: 'in', to: '/bookings/in', label: m.space_use_tab_in },
];
const managersTabs: readonly Tab[] = [
  { tab: 'approvals', to: '/bookings/approvals', label: m.rules_approvals },
  { tab: 'rules', to: '/bookings/rules', label: m.rules_title },
  { tab: 'use', to: '/bookings/use', label: m.space_use_tab_use },
];

/** Those of them that somebody may use. */
export const bookingTabsFor = (me: Me): readonly Tab[] => [
  ...tabs,
  ...(managesBookings(me) ? managersTabs : []),
];

/** The views of space booking beside each other. @param keys what the keyboard does in the view */
export function BookingTabs({ current, keys }: { current: BookingTab; keys?: string | undefined }) {
  const me = useMe();
  const manages = managesBookings(me);
  const awaiting = useQuery({ ...awaitingCountOptions, enabled: manages }).data?.count ?? 0;
  return (
    // The number that comes later makes the line longer: the current tab is followed once more.
    <TabLine label={m.booking_tabs()} current={`${current} ${awaiting}`} keys={keys}>
      {bookingTabsFor(me).map(({ tab, to, label }) => (
        <Link
          key={tab}
          to={to}
          // The views keep filters of their own.
          search={{}}
          aria-current={tab === current ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {tab === 'approvals' && awaiting > 0 ? m.rules_approvals_count({ count: awaiting }) : label()}
        </Link>
      ))}
    </TabLine>
  );
}
