import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { formatMoment } from '#src/lib/dates.ts';
import { Callout } from '#src/ui/callout.tsx';
import { jobsOptions } from './queries.ts';
import classes from './notices.module.css';

const names: Record<string, () => string> = {
  'mail-notices': m.notices_job_send,
  'mail-reminders': m.notices_job_reminders,
  'booking-no-shows': m.notices_job_no_shows,
  'booking-letters': m.notices_job_letters,
};

/** Says that the server does not do what it should do by the clock; nothing while all is well. */
export function LateJobs() {
  const { data = [] } = useQuery(jobsOptions);
  const late = data.filter((job) => job.late);
  if (late.length === 0) return null;
  return (
    <div className={classes.late}>
      <Callout tone="warning" urgent title={m.notices_late_title()}>
        {late.map(({ name, nextRun, lastError }) => (
          <p key={name}>
            {m.notices_late_line({ job: names[name]?.() ?? name, when: formatMoment(nextRun) })}
            {lastError && ` ${m.notices_late_error({ error: lastError })}`}
          </p>
        ))}
        <p>{m.notices_late_text()}</p>
      </Callout>
    </div>
  );
}
