import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon, TruckIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { Progress } from './progress.tsx';
import { runSheetsOptions } from './queries.ts';
import classes from './runs-page.module.css';

/** The rounds of the house, each with what is left to bring today. */
export function RunsPage() {
  useLiveMail(useMe().id);
  const { data, error, isPending, refetch } = useQuery(runSheetsOptions);
  return (
    <Page title={m.runs_title()} count={data?.length} layout="fill">
      <MailTabs current="runs" />
      <div className={classes.scroll}>
        {isPending ? (
          <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
            {[0, 1, 2, 3].map((at) => (
              <Skeleton key={at} height={44} />
            ))}
          </div>
        ) : error && !data ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.runs_failed()}
            action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
          >
            {error.message}
          </EmptyState>
        ) : data.length === 0 ? (
          <EmptyState icon={<TruckIcon size={22} />} title={m.runs_none()}>
            {m.runs_none_text()}
          </EmptyState>
        ) : (
          <ul className={classes.routes}>
            {data.map((route) => (
              <li key={route.id}>
                <Link to="/mail/runs/$routeId" params={{ routeId: route.id }} className={classes.route}>
                  <span className={classes.name}>
                    <strong>
                      <bdi>{route.name}</bdi>
                    </strong>
                    <span className={classes.dim}>{m.runs_stops({ count: route.stops })}</span>
                  </span>
                  <span className={classes.left} data-done={route.remaining === 0 || undefined}>
                    {route.remaining === 0 && <CheckIcon size={15} />}
                    {route.remaining === 0 ? m.runs_nothing_left() : m.runs_left({ count: route.remaining })}
                  </span>
                  <Progress remaining={route.remaining} delivered={route.delivered} />
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Page>
  );
}
