import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { useBuilding } from '#src/directory/use-building.ts';
import {
  moveOptions,
  moveStatusesOptions,
  moveTypesOptions,
  taskKindsOptions,
} from '#src/directory/move-queries.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, LockIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import type { NewSearch } from './new-search.ts';
import { NewWork } from './new-work.tsx';

type Props = { search: NewSearch; onSearch: (search: NewSearch, replace?: boolean) => void };

/** A move is asked for, or one that has been asked for is changed: step by step, each with an address. */
export function NewPage({ search, onSearch }: Props) {
  const types = useQuery(moveTypesOptions);
  const tasks = useQuery(taskKindsOptions);
  const statuses = useQuery(moveStatusesOptions);
  const changing = search.request !== undefined;
  const request = useQuery({ ...moveOptions(search.request ?? 0), enabled: changing });
  const building = useBuilding(buildingOf(request.data));
  const error = types.error ?? tasks.error ?? statuses.error ?? request.error;
  const title = changing ? m.moves_change_title({ id: String(search.request) }) : m.moves_new();
  const ready =
    types.data &&
    tasks.data &&
    statuses.data &&
    (!changing || request.data) &&
    (building.building || building.none || building.error);
  if (!ready)
    return (
      <Page title={title}>
        {error ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.moves_form_failed()}
            action={
              <Button
                onClick={() =>
                  void Promise.all(
                    [types, tasks, statuses, ...(changing ? [request] : [])].map((one) => one.refetch()),
                  )
                }
              >
                {m.shell_try_again()}
              </Button>
            }
          >
            {error.message}
          </EmptyState>
        ) : (
          <Skeleton height={240} aria-label={m.shell_loading()} />
        )}
      </Page>
    );
  if (request.data && request.data.allowed && !request.data.allowed.includes('edit'))
    return (
      <Page title={title}>
        <EmptyState
          icon={<LockIcon size={22} />}
          title={m.moves_locked_title()}
          action={
            <LinkButton to="/moves/$requestId" params={{ requestId: request.data.id }}>
              {m.moves_to_request()}
            </LinkButton>
          }
        >
          {m.moves_locked_text()}
        </EmptyState>
      </Page>
    );
  return (
    <NewWork
      key={search.request ?? 'new'}
      title={title}
      types={types.data}
      tasks={tasks.data}
      pending={statuses.data.find(({ code }) => code === 'pen')?.id ?? 0}
      request={changing ? request.data : undefined}
      search={search}
      onSearch={onSearch}
    />
  );
}

/** Where a request leads to. */
const buildingOf = (request: MoveRequest | undefined) =>
  request?.items.find(({ toRoom }) => toRoom)?.toRoom?.floor.building.id;
