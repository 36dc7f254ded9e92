import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { SpaceNow } from '#contract/space-code.ts';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CompassIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton, TextLink } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import classes from './code.module.css';
import { CodeActions } from './code-actions.tsx';
import { CodeNearby } from './code-nearby.tsx';
import { CodeState } from './code-state.tsx';
import { CodeToday } from './code-today.tsx';
import { nowKey, nowOptions } from './queries.ts';

/** What somebody sees who scans the code at a desk or a door: who has it, and the one thing to do next. */
export function CodePage({ roomId }: { roomId: number }) {
  useLiveTopic('reservations', nowKey);
  const { data, error, refetch } = useQuery(nowOptions(roomId));
  const missing = error instanceof ApiError && (error.status === 404 || error.status === 400);
  if (missing)
    return (
      <Page title={m.code_space()} layout="narrow">
        <EmptyState
          icon={<CompassIcon size={22} />}
          title={m.code_missing()}
          action={<LinkButton to="/bookings/find">{m.code_find()}</LinkButton>}
        >
          {error.message}
        </EmptyState>
      </Page>
    );
  if (data) return <Seen seen={data} />;
  return (
    <Page title={m.code_space()} layout="narrow">
      {error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.code_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <div role="status" aria-label={m.shell_loading()} className={classes.page}>
          <Skeleton height={72} />
          <Skeleton height={48} />
          <Skeleton height={120} />
        </div>
      )}
    </Page>
  );
}

function Seen({ seen }: { seen: SpaceNow }) {
  const me = useMe();
  const { space } = seen;
  const where = [space.type.name, space.floor.name, space.floor.building.name].join(' · ');
  return (
    <Page title={space.name} layout="narrow" description={<bdi>{where}</bdi>}>
      <div className={classes.page}>
        <CodeState seen={seen} />
        <CodeActions key={space.id} seen={seen} />
        {seen.barred && seen.barred.code !== 'not-reservable' && <CodeNearby seen={seen} />}
        {space.reservable && <CodeToday seen={seen} />}
        <p className={classes.ways}>
          <TextLink
            to="/bookings/find"
            search={{ building: space.floor.building.id, floor: space.floor.id }}
            size="sm"
          >
            {m.code_find()}
          </TextLink>
          {space.reservable && (
            <TextLink to="/bookings/space/$roomId" params={{ roomId: space.id }} size="sm">
              {m.code_week()}
            </TextLink>
          )}
          {uses(me, 'service') && (
            <TextLink to="/requests/new" search={{ roomId: space.id }} size="sm">
              {m.requests_report_here()}
            </TextLink>
          )}
        </p>
      </div>
    </Page>
  );
}
