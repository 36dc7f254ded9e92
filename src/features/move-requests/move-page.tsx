import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { moveOptions, useLiveMoves } from '#src/directory/move-queries.ts';
import { MoveStatus } from '#src/directory/move-status.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { CompassIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { MoveActions } from './move-actions.tsx';
import { MoveChanges } from './move-changes.tsx';
import { MoveChecklist } from './move-checklist.tsx';
import { MoveHistory } from './move-history.tsx';
import { MoveLock } from './move-lock.tsx';
import { MoveTalk } from './move-talk.tsx';
import classes from './move.module.css';

/** A move with all that is said, done and changed by it. */
export function MovePage({ id }: { id: number }) {
  useLiveMoves();
  const known = Number.isSafeInteger(id) && id > 0;
  const { data: move, error, refetch } = useQuery({ ...moveOptions(id), enabled: known });
  if (move) return <Body move={move} />;
  const gone = !known || (error instanceof ApiError && error.status === 404);
  const list = <LinkButton to="/moves">{m.moves_title()}</LinkButton>;
  return (
    <Page title={m.moves_one({ id: known ? String(id) : '' })}>
      {gone ? (
        <EmptyState icon={<CompassIcon size={22} />} title={m.moves_gone()} action={list}>
          {m.moves_gone_text()}
        </EmptyState>
      ) : error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.moves_one_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <Skeleton height={240} aria-label={m.shell_loading()} />
      )}
    </Page>
  );
}

function Body({ move }: { move: MoveRequest }) {
  const zone = move.items.find(({ toRoom }) => toRoom)?.toRoom?.floor.building.timeZone;
  return (
    <Page
      title={m.moves_one({ id: String(move.id) })}
      description={<bdi className={classes.description}>{move.description}</bdi>}
      actions={<MoveActions move={move} />}
      filters={
        <span className={classes.state}>
          <MoveStatus move={move} />
        </span>
      }
    >
      <div className={classes.page}>
        <MoveLock move={move} />
        <Facts
          facts={[
            {
              label: m.moves_date(),
              value: move.date === undefined ? m.moves_no_date() : formatDateTime(move.date, zone),
            },
            { label: m.moves_requester(), value: move.requester.name },
            { label: m.moves_center(), value: move.center.name },
            {
              label: m.moves_effected(),
              value: move.effectedAt !== undefined && formatDateTime(move.effectedAt, zone),
            },
          ]}
        />
        <MoveChanges move={move} />
        {move.tasks.total > 0 && <MoveChecklist move={move} />}
        <MoveTalk move={move} />
        <MoveHistory id={move.id} />
      </div>
    </Page>
  );
}
