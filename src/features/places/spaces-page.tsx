import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import type { Room, RoomEdit, RoomType } from '#contract/places.ts';
import * as m from '#messages';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { managesBookings } from '#src/directory/rights.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BuildingIcon, PlusIcon } from '#src/ui/places-icons.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { SplitView } from '#src/ui/split-view.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { BulkProgress } from './bulk-progress.tsx';
import { spaceTable } from './csv-tables.ts';
import { ExportButton } from './export-button.tsx';
import { ListFailed } from './list-failed.tsx';
import { spaceQuery } from './list-query.ts';
import { PlaceTabs } from './place-tabs.tsx';
import { roomTypesOptions } from './queries.ts';
import { readSpaceSearch, sortOf, type SpaceSearch } from './search.ts';
import { SpaceCard, spaceColumns } from './space-columns.tsx';
import { SpaceFilters } from './space-filters.tsx';
import { SpaceForm } from './space-form.tsx';
import { SpacePanel } from './space-panel.tsx';
import { useBulkEdit } from './use-bulk-edit.ts';
import { usePlaces } from './use-list.ts';
import { useLivePlaces } from './use-live-places.ts';

type Props = { search: SpaceSearch; onSearch: (search: SpaceSearch, replace?: boolean) => void };
const NO_TYPES: RoomType[] = [];

/** All spaces of the organisation, narrowed down by anything that is known of them. */
export function SpacesPage({ search, onSearch }: Props) {
  const me = useMe();
  const { siteAdmin } = me;
  useLivePlaces();
  const { sort, space, ...filters } = search;
  const typesQuery = useQuery(roomTypesOptions);
  const types = typesQuery.data ?? NO_TYPES;
  const query = useMemo(() => spaceQuery(search, types), [search, types]);
  // Parking is asked for by the types that are for it.
  const ready = search.kind !== 'parking' || typesQuery.data !== undefined;
  const { list, rows, count } = usePlaces('room', query, { ready });
  const columns = useMemo(() => spaceColumns(), []);
  const box = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const chosen = useMemo(() => rows.filter(({ id }) => chosenIds.has(String(id))), [rows, chosenIds]);
  const selection = useMemo(() => new Set(chosen.map(({ id }) => String(id))), [chosen]);
  const bulk = useBulkEdit();
  const [last, setLast] = useState<RoomEdit>({});
  const filtered = Object.keys(filters).length > 0;
  const failed = list.error ?? (ready ? null : typesQuery.error);

  const open = (id: number | undefined, replace = false) =>
    onSearch(readSpaceSearch({ ...search, space: id }), replace);
  const apply = async (spaces: readonly Room[], body: RoomEdit) => {
    setLast(body);
    // What was refused stays chosen, to be looked at or tried again.
    const refused = await bulk.run(spaces, body);
    setChosenIds(new Set(refused.map((one) => String(one.space.id))));
  };
  useViewKeys({
    '/': () => box.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    ...(siteAdmin && { n: () => setAdding(true) }),
  });

  return (
    <Page
      title={m.places_spaces()}
      count={count}
      layout="fill"
      actions={
        <>
          {search.floor !== undefined && uses(me, 'booking') && managesBookings(me) && (
            <LinkButton
              to="/spaces/labels"
              search={{ ids: '', floor: search.floor }}
              variant="default"
              size="compact-md"
            >
              {m.code_print_floor()}
            </LinkButton>
          )}
          <ExportButton kind="room" query={query} name="spaces" table={spaceTable} />
          {siteAdmin && (
            <LinkButton to="/imports/$kind" params={{ kind: 'spaces' }} variant="default" size="compact-md">
              {m.imports_open()}
            </LinkButton>
          )}
          {siteAdmin && (
            <Button size="compact-md" leftSection={<PlusIcon size={15} />} onClick={() => setAdding(true)}>
              {m.places_add_space()}
            </Button>
          )}
        </>
      }
    >
      <PlaceTabs current="spaces" keys={siteAdmin ? m.places_keys_select() : m.places_keys()} />
      <SpaceFilters
        search={search}
        types={types}
        box={box}
        onClear={filtered ? () => onSearch(readSpaceSearch({ sort, space })) : undefined}
        onChange={(change, replace) => onSearch(readSpaceSearch({ ...search, ...change }), replace)}
      />
      <SplitView
        panel={
          space !== undefined && (
            <SpacePanel
              key={space}
              id={space}
              onClose={() => {
                open(undefined);
                focusGrid();
              }}
            />
          )
        }
      >
        {failed && rows.length === 0 ? (
          <ListFailed error={failed} onRetry={() => void (ready ? list.refetch() : typesQuery.refetch())} />
        ) : (
          <DataGrid
            label={m.places_spaces()}
            rows={rows}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowLabel={({ name }) => name}
            rowCount={count}
            sort={sortOf(sort) ?? { id: 'name', desc: false }}
            onSort={({ id, desc }) =>
              onSearch(readSpaceSearch({ ...search, sort: `${desc ? '-' : ''}${id}` }), true)
            }
            {...(siteAdmin && { selection, onSelectionChange: setChosenIds })}
            onOpen={({ id }) => open(id, space !== undefined)}
            currentId={space === undefined ? undefined : String(space)}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            card={(one) => <SpaceCard space={one} />}
            empty={<NoSpaces filtered={filtered} siteAdmin={siteAdmin} onAll={() => onSearch({})} />}
          />
        )}
        {bulk.progress && (
          <BulkProgress
            progress={bulk.progress}
            onStop={bulk.stop}
            onRetry={() =>
              void apply(
                bulk.progress!.refused.map((one) => one.space),
                last,
              )
            }
            onClose={bulk.forget}
          />
        )}
        {chosen.length > 0 && (
          <BulkBar
            busy={bulk.progress?.running ?? false}
            chosen={chosen}
            types={types}
            onApply={(body) => void apply(chosen, body)}
            onClear={() => setChosenIds(new Set())}
          />
        )}
      </SplitView>
      {adding && (
        <SpaceForm
          at={{ building: search.building, floor: search.floor }}
          onClose={(saved) => {
            setAdding(false);
            if (saved) open(saved.id);
          }}
        />
      )}
    </Page>
  );
}

type NoSpacesProps = { filtered: boolean; siteAdmin: boolean; onAll: () => void };
const NoSpaces = ({ filtered, siteAdmin, onAll }: NoSpacesProps) =>
  filtered ? (
    <EmptyState
      icon={<SearchIcon size={22} />}
      title={m.places_no_spaces_found()}
      action={
        <Button variant="default" onClick={onAll}>
          {m.places_all_spaces()}
        </Button>
      }
    >
      {m.places_none_found_text()}
    </EmptyState>
  ) : (
    <EmptyState icon={<BuildingIcon size={22} />} title={m.places_no_spaces()}>
      {siteAdmin ? m.places_no_spaces_admin() : undefined}
    </EmptyState>
  );
