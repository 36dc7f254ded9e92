import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { TabLine } from '#src/ui/tab-line.tsx';

export type MoveTab = 'list' | 'board' | 'calendar' | 'tasks';
export const moveTabs: readonly { tab: MoveTab; to: string; label: () => string }[] = [
  { tab: 'list', to: '/moves', label: m.moves_tab_list },
  { tab: 'board', to: '/moves/board', label: m.move_tab_board },
  { tab: 'calendar', to: '/moves/calendar', label: m.move_tab_calendar },
  { tab: 'tasks', to: '/moves/tasks', label: m.move_tab_tasks },
];

/** The ways to look at moves. @param keys what the keyboard does in this one */
export function MoveTabs({ current, keys }: { current: MoveTab; keys?: string | undefined }) {
  return (
    <TabLine label={m.moves_tabs()} current={current} keys={keys}>
      {moveTabs.map(({ tab, to, label }) => (
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
