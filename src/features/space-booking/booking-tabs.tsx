import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { TabLine } from '#src/ui/tab-line.tsx';

type BookingTab = 'day' | 'find' | 'mine';
const tabs: readonly { tab: BookingTab; to: string; label: () => string }[] = [
  { tab: 'day', to: '/bookings', label: m.booking_tab_day },
  { tab: 'find', to: '/bookings/find', label: m.booking_tab_find },
  { tab: 'mine', to: '/bookings/mine', label: m.booking_tab_mine },
];

/** The views of space booking beside each other. @param keys what the keyboard does in the view */
export function BookingTabs({ current, keys }: { current: BookingTab; keys?: string | undefined }) {
  return (
    <TabLine label={m.booking_tabs()} current={current} keys={keys}>
      {tabs.map(({ tab, to, label }) => (
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
