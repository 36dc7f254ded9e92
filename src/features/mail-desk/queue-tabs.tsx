import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { changed, filtersOf, type MailSearch, queues } from './filters.ts';
import { states } from './item-facts.ts';
import { countsOptions } from './queries.ts';
import classes from './queue-tabs.module.css';

/** One tab a state, each with what it would show under the filters that are on. */
export function QueueTabs({ search }: { search: MailSearch }) {
  const { data: counts } = useQuery({
    ...countsOptions(filtersOf(search)),
    placeholderData: (before) => before,
  });
  const current = search.queue ?? 'IN';
  return (
    <nav aria-label={m.mail_queues()} className={classes.tabs}>
      {queues.map((queue) => (
        <Link
          key={queue}
          to="/mail"
          search={changed(search, { queue })}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={queue === current ? 'page' : undefined}
        >
          {states[queue].label()}
          {counts && <span className={classes.count}>{formatNumber(counts[queue] ?? 0)}</span>}
        </Link>
      ))}
    </nav>
  );
}
