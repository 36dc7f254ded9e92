import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useLiveRequests } from '#src/directory/request-queries.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { TextLink } from '#src/ui/link.tsx';
import { openStatsOptions } from './queries.ts';
import classes from './request-queue.module.css';
import type { QueueTab } from './search.ts';
import { tabLabels } from './tabs.ts';

/** The queue in four figures, each leading to what it counts. */
export function QueueFigures() {
  useLiveRequests();
  const { data, error } = useQuery(openStatsOptions);
  const figures: [QueueTab | undefined, number | undefined][] = [
    [undefined, data?.totalCount],
    ['high', data?.highPriorityCount],
    ['late', data?.pastDueCount],
    ['me', data?.assignedCount],
  ];
  return (
    <section className={classes.figures} aria-labelledby="queue-figures">
      <h2 id="queue-figures">{m.queue_home()}</h2>
      {error && !data ? (
        <p role="alert">{error.message}</p>
      ) : (
        <ul>
          {figures.map(([tab, count]) => (
            <li key={tab ?? 'open'}>
              <TextLink to="/requests/queue" search={tab ? { tab } : {}} underline="never">
                <strong data-late={(tab === 'late' && (count ?? 0) > 0) || undefined}>
                  {count === undefined ? '…' : formatNumber(count)}
                </strong>
                {tabLabels[tab ?? 'open']()}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
