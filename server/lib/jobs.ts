import { PgBoss } from 'pg-boss';
import type { Database } from './database.ts';

/** `stopping` is aborted when the server ends: work that takes long looks at it between two pieces. */
export type Work = (stopping: AbortSignal) => Promise<unknown>;
type Task = { name: string; cron: string; work: Work };

/** What runs by the clock; once, however many server processes there are. */
export type Jobs = {
  /** Runs the work at these times (cron, UTC). To be called before `start`. */
  every(name: string, cron: string, work: Work): void;
  /** Begins in the background; what keeps it from beginning is reported and tried again. */
  start(): void;
  /** Lets the work in hand end, for ten seconds at most. */
  close(): Promise<void>;
};

/** How long work that is due waits to be seen, and work that failed to be tried again; in whole seconds. */
export type Pace = { clock: number; poll: number; retry: number };

const PACE: Pace = { clock: 30, poll: 5, retry: 20 };
const STOP_LIMIT_MS = 10_000;
const RETRY_START_MS = 30_000;
/** One run at a time. A run whose process died is given to another after the heartbeat has been missed. */
const QUEUE = {
  policy: 'exclusive',
  retryLimit: 2,
  expireInSeconds: 900,
  heartbeatSeconds: 60,
  deleteAfterSeconds: 86_400,
} as const;

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 1000);

/**
 * The queue lives in the schema `pgboss` of the same database, and is worked as the role that owns the tables.
 * @param report is told of every failure, with the name of what failed
 * @param pace in tests, which need not spare the database
 */
export function openJobs(
  db: Database,
  report: (error: unknown, what: string) => void,
  pace: Pace = PACE,
): Jobs {
  const { host, port, user, password, database, connectionString, ssl } = db.options;
  const given = { host, port, user, password, database, connectionString, ssl };
  const connection = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const boss = new PgBoss({
    ...connection,
    max: 3,
    application_name: 'atrium jobs',
    schema: 'pgboss',
    cronMonitorIntervalSeconds: pace.clock,
    cronWorkerIntervalSeconds: pace.poll,
  });
  boss.on('error', (error) => report(error, 'job queue'));
  const tasks: Task[] = [];
  const stopping = new AbortController();
  let starting: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** An instant by which the job should have begun again. */
  const nextRun = (cron: string) => boss.previewSchedule(cron, { count: 1 })[0]!;

  const note = ({ name, cron }: Task, ran: boolean, error: string | null) =>
    boss.getDb().executeSql(
      `INSERT INTO job_run (name, last_run, last_error, next_run)
       VALUES ($1, CASE WHEN $2 THEN clock_timestamp() END, $3, $4)
       ON CONFLICT (name) DO UPDATE SET next_run = excluded.next_run,
         last_run = coalesce(excluded.last_run, job_run.last_run),
         last_error = CASE WHEN $2 THEN excluded.last_error ELSE job_run.last_error END`,
      [name, ran, error, nextRun(cron)],
    );

  async function run(task: Task) {
    try {
      await task.work(stopping.signal);
    } catch (error) {
      report(error, task.name);
      await note(task, true, messageOf(error));
      throw error; // or it would not be tried again
    }
    await note(task, true, null);
  }

  async function take(task: Task) {
    const { name, cron } = task;
    await boss.createQueue(name, { ...QUEUE, retryDelay: pace.retry });
    await boss.schedule(name, cron, null, { tz: 'UTC' });
    await boss.work(name, { pollingIntervalSeconds: pace.poll }, () => run(task));
    await note(task, false, null);
  }

  /** What another version of the program did by the clock, and this one does not. */
  async function dropOthers() {
    const names = tasks.map(({ name }) => name);
    for (const { name } of await boss.getSchedules()) if (!names.includes(name)) await boss.unschedule(name);
    await boss.getDb().executeSql('DELETE FROM job_run WHERE name <> ALL ($1)', [names]);
  }

  async function begin() {
    try {
      await boss.start();
      await dropOthers();
      for (const task of tasks) await take(task);
    } catch (error) {
      report(error, 'starting jobs');
      await boss.stop({ graceful: false }).catch(() => {});
      if (!stopping.signal.aborted) timer = setTimeout(start, RETRY_START_MS).unref();
    }
  }
  function start() {
    starting = begin();
  }

  return {
    every: (name, cron, work) => void tasks.push({ name, cron, work }),
    start,
    async close() {
      stopping.abort();
      clearTimeout(timer);
      await starting;
      clearTimeout(timer);
      await boss
        .stop({ graceful: true, timeout: STOP_LIMIT_MS })
        .catch((error: unknown) => report(error, 'stopping jobs'));
    },
  };
}
