import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BuildingIcon, PlusIcon } from '#src/ui/places-icons.tsx';
import { moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { BuildingCard, buildingColumns } from './building-columns.tsx';
import { BuildingFilters } from './building-filters.tsx';
import { BuildingForm } from './building-form.tsx';
import { buildingTable } from './csv-tables.ts';
import { ExportButton } from './export-button.tsx';
import { ListFailed } from './list-failed.tsx';
import { buildingQuery } from './list-query.ts';
import { PlaceTabs } from './place-tabs.tsx';
import { type BuildingSearch, readBuildingSearch, sortOf } from './search.ts';
import { usePlaces } from './use-list.ts';
import { useLivePlaces } from './use-live-places.ts';

type Props = { search: BuildingSearch; onSearch: (search: BuildingSearch, replace?: boolean) => void };

/** All buildings of the organisation, found word by word, by country and city, or near a point. */
export function BuildingsPage({ search, onSearch }: Props) {
  const { siteAdmin } = useMe();
  const navigate = useNavigate();
  useLivePlaces();
  const query = useMemo(() => buildingQuery(search), [search]);
  const { list, rows, count } = usePlaces('building', query);
  const [adding, setAdding] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const { lat, lon } = search;
  const from = useMemo(
    () => (lat === undefined || lon === undefined ? undefined : { latitude: lat, longitude: lon }),
    [lat, lon],
  );
  const columns = useMemo(() => buildingColumns(from), [from]);
  const open = (buildingId: number) => void navigate({ to: '/places/$buildingId', params: { buildingId } });
  const { sort, ...filters } = search;
  const filtered = Object.keys(filters).length > 0;

  useViewKeys({
    '/': () => box.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    ...(siteAdmin && { n: () => setAdding(true) }),
  });

  return (
    <Page
      title={m.places_buildings()}
      count={count}
      layout="fill"
      actions={
        <>
          <ExportButton kind="building" query={query} name="buildings" table={buildingTable} />
          {siteAdmin && (
            <LinkButton
              to="/imports/$kind"
              params={{ kind: 'buildings' }}
              variant="default"
              size="compact-md"
            >
              {m.imports_open()}
            </LinkButton>
          )}
          {siteAdmin && (
            <Button size="compact-md" leftSection={<PlusIcon size={15} />} onClick={() => setAdding(true)}>
              {m.places_add_building()}
            </Button>
          )}
        </>
      }
    >
      <PlaceTabs current="buildings" keys={siteAdmin ? m.places_keys_write() : m.places_keys()} />
      <BuildingFilters
        search={search}
        box={box}
        onChange={(change, replace) => onSearch(readBuildingSearch({ ...search, ...change }), replace)}
      />
      {list.isError && rows.length === 0 ? (
        <ListFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataGrid
          label={m.places_buildings()}
          rows={rows}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowLabel={({ name }) => name}
          rowCount={count}
          sort={sortOf(sort) ?? { id: 'name', desc: false }}
          onSort={({ id, desc }) => onSearch({ ...filters, sort: `${desc ? '-' : ''}${id}` }, true)}
          onOpen={({ id }) => open(id)}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(building) => <BuildingCard building={building} from={from} />}
          empty={
            filtered ? (
              <EmptyState
                icon={<SearchIcon size={22} />}
                title={m.places_none_found()}
                action={
                  <Button variant="default" onClick={() => onSearch(sort ? { sort } : {})}>
                    {m.places_all_buildings()}
                  </Button>
                }
              >
                {m.places_none_found_text()}
              </EmptyState>
            ) : (
              <EmptyState icon={<BuildingIcon size={22} />} title={m.places_no_buildings()}>
                {siteAdmin ? m.places_no_buildings_admin() : m.places_no_buildings_text()}
              </EmptyState>
            )
          }
        />
      )}
      {adding && (
        <BuildingForm
          onClose={(saved) => {
            setAdding(false);
            if (saved) open(saved.id);
          }}
        />
      )}
    </Page>
  );
}
