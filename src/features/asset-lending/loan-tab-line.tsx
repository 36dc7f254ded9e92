import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import lineClasses from '#src/directory/filter-line.module.css';
import { formatNumber } from '#src/lib/numbers.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { filterOf, type LoanTab, loanTabs } from './loans-search.ts';
import { loanCountOptions } from './queries.ts';

const labels: Record<LoanTab, () => string> = {
  out: m.lending_tab_out,
  due: m.lending_tab_due,
  overdue: m.lending_tab_overdue,
  reserved: m.lending_tab_reserved,
  over: m.lending_tab_over,
};

/** The lists of loans beside each other, with how many are overdue. */
export function LoanTabLine({ tab: current }: { tab: LoanTab }) {
  const { data: late = 0 } = useQuery(loanCountOptions(filterOf({ tab: 'overdue' })));
  return (
    <TabLine label={m.lending_tabs()} current={current}>
      {loanTabs.map((tab) => (
        <Link
          key={tab}
          to="/assets/loans"
          search={tab === 'out' ? {} : { tab }}
          aria-current={tab === current ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {labels[tab]()}
          {tab === 'overdue' && late > 0 && (
            <>
              {' '}
              <span className={lineClasses.count} data-urgent>
                {formatNumber(late)}
              </span>
            </>
          )}
        </Link>
      ))}
    </TabLine>
  );
}
