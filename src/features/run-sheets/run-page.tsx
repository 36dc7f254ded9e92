import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, TruckIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { runSheetOptions } from './queries.ts';
import type { RunTab } from './search.ts';
import { RunView } from './run-view.tsx';
import classes from './run-view.module.css';

type Props = { routeId: number; tab: RunTab };

/** A delivery round, from the first stop to the last. */
export function RunPage({ routeId, tab }: Props) {
  useLiveMail(useMe().id);
  const { data, error, refetch } = useQuery(runSheetOptions(routeId));
  const missing = error instanceof ApiError && error.status === 404;
  // A sheet that is open when its route is deleted is no longer one to walk by.
  if (data && !missing) return <RunView key={routeId} sheet={data} tab={tab} />;
  if (!error)
    return (
      <Page title={m.shell_loading()}>
        <div className={classes.bones}>
          {[0, 1, 2, 3, 4].map((at) => (
            <Skeleton key={at} height={56} />
          ))}
        </div>
      </Page>
    );
  return (
    <Page title={m.runs_title()}>
      <EmptyState
        icon={missing ? <TruckIcon size={22} /> : <ErrorIcon size={22} />}
        title={missing ? m.runs_missing() : m.runs_failed()}
        action={
          missing ? (
            <LinkButton to="/mail/runs">{m.runs_title()}</LinkButton>
          ) : (
            <Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>
          )
        }
      >
        {missing ? m.runs_missing_text() : error.message}
      </EmptyState>
    </Page>
  );
}
