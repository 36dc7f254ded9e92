import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { RunSheet } from '#contract/mail-run-sheet.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import type { RunTab } from './search.ts';
import classes from './run-view.module.css';

/** All of the round, what remains of it, what is done. */
export function RunTabs({ sheet, tab }: { sheet: RunSheet; tab: RunTab }) {
  const tabs = [
    { key: 'all', label: m.runs_all(), search: { tab: 'all' }, count: sheet.remaining + sheet.delivered },
    { key: 'remaining', label: m.runs_remaining(), search: {}, count: sheet.remaining },
    { key: 'delivered', label: m.runs_delivered(), search: { tab: 'delivered' }, count: sheet.delivered },
  ] as const;
  return (
    <TabLine label={m.runs_show()} current={tab}>
      {tabs.map(({ key, label, search, count }) => (
        <Link
          key={key}
          to="/mail/runs/$routeId"
          params={{ routeId: sheet.route.id }}
          search={search}
          replace
          aria-current={key === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {label}
          <span className={classes.count}>{formatNumber(count)}</span>
        </Link>
      ))}
    </TabLine>
  );
}
