import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { useMe } from './me.ts';
import { managesBookings } from './rights.ts';

type BookingTab = 'day' | 'find' | 'mine' | 'in' | 'use';
const tabs: readonly { tab: BookingTab; to: string; label: () => string; show?: (me: Me) => boolean }[] = [
  { tab: 'day', to: '/bookings', label: m.booking_tab_day },
  { tab: 'find', to: '/bookings/find', label: m.booking_tab_find },
  { tab: 'mine', to: '/bookings/mine', label: m.booking_tab_mine },
  { tab: 'in', to: '/bookings/in', label: m.space_use_tab_in },
  { tab: 'use', to: '/bookings/use', label: m.space_use_tab_use, show: managesBookings },
];

/** The views of space booking beside each other. @param keys what the keyboard does in the view */
export function BookingTabs({ current, keys }: { current: BookingTab; keys?: string | undefined }) {
  const me = useMe();
  return (
    <TabLine label={m.booking_tabs()} current={current} keys={keys}>
      {tabs
        .filter(({ show }) => show?.(me) ?? true)
        .map(({ tab, to, label }) => (
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
