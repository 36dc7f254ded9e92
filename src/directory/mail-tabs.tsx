import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Queue } from '#contract/mail.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { states } from './item-facts.ts';
import { countsOptions } from './mail-queries.ts';
import classes from './mail-tabs.module.css';

type Props = {
  current: Queue | 'exceptions' | 'runs' | 'bags' | 'notices' | 'alerts' | 'figures';
  /** What narrows the queues down, so that each tab says how many it would show. */
  filters?: Record<string, string | number | boolean>;
  /** The address of a queue under these filters. */
  searchOf?: (queue: Queue) => { queue?: Queue };
};
const queues = Object.keys(states) as Queue[];
const plain = (queue: Queue) => (queue === 'IN' ? {} : { queue });

/** The desk's places in one line: a queue for each state, the exceptions, the rounds. */
export function MailTabs({ current, filters = {}, searchOf = plain }: Props) {
  const { data } = useQuery({ ...countsOptions(filters), placeholderData: (before) => before });
  const mark = (place: Props['current']) => (place === current ? 'page' : undefined);
  return (
    <TabLine label={m.mail_queues()} current={`${current} ${data !== undefined}`}>
      {queues.map((queue) => (
        <Link
          key={queue}
          to="/mail"
          search={searchOf(queue)}

          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={mark(queue)}
        >
          {states[queue].label()}
          {data && <Count number={data.counts[queue] ?? 0} />}
        </Link>
      ))}
      <span className={classes.line} aria-hidden="true" />
      <Link to="/mail/exceptions" aria-current={mark('exceptions')}>
        {m.mail_exceptions()}
        {data && <Count number={data.exceptions} urgent={data.exceptions > 0} />}
      </Link>
      <Link to="/mail/runs" aria-current={mark('runs')}>
        {m.mail_runs()}
      </Link>
      <Link to="/mail/bags" aria-current={mark('bags')}>
        {m.mail_bags()}
      </Link>
      <Link to="/mail/notices" aria-current={mark('notices')}>
        {m.notices_title()}
      </Link>
      <Link to="/mail/alerts" aria-current={mark('alerts')}>
        {m.alerts_title()}
      </Link>
      <Link to="/mail/figures" aria-current={mark('figures')}>
        {m.mail_figures()}
      </Link>
    </TabLine>
  );
}

const Count = ({ number, urgent }: { number: number; urgent?: boolean }) => (
  <span className={classes.count} data-urgent={urgent || undefined}>
    {formatNumber(number)}
  </span>
);
