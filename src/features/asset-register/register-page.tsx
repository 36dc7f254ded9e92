import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { Asset } from '#contract/assets.ts';
import { AssetCard, assetLabel } from '#src/directory/asset-cells.tsx';
import { assetCountOptions, assetListOptions, useLiveAssets } from '#src/directory/asset-queries.ts';
import { AssetTabs } from '#src/directory/asset-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { keepsAssets } from '#src/directory/rights.ts';
import { AssetIcon } from '#src/ui/asset-icons.tsx';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { SplitView } from '#src/ui/split-view.tsx';
import { focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { assetColumns } from './asset-columns.tsx';
import { AssetForm } from './asset-form.tsx';
import { AssetPanel } from './asset-panel.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { RegisterActions } from './register-actions.tsx';
import { RegisterFilterLine } from './register-filters.tsx';
import { changed, filterOf, filtersOf, type RegisterSearch, sortOf } from './search.ts';
import { useScanToAsset } from './use-scan-to-asset.ts';

type Props = { search: RegisterSearch; onSearch: (search: RegisterSearch, replace?: boolean) => void };
const NONE: Asset[] = [];

/** All that the organisation owns: found, narrowed down, changed one by one or many at once. */
export function RegisterPage({ search, onSearch }: Props) {
  useLiveAssets();
  const navigate = useNavigate();
  const mayChange = keepsAssets(useMe());
  const { open, ...rest } = search;
  const filter = useMemo(() => filterOf(search), [search]);
  const list = useInfiniteQuery(assetListOptions(filter));
  const { data: count } = useQuery(assetCountOptions(filter));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => assetColumns(), []);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What has left the list meanwhile is no longer selected.
  const selected = useMemo(() => rows.filter(({ id }) => chosen.has(String(id))), [rows, chosen]);
  const selection = useMemo(() => new Set(selected.map(({ id }) => String(id))), [selected]);
  const searchBox = useRef<HTMLInputElement>(null);
  const filtered = Object.keys(filtersOf(search)).length > 0;

  const openAsset = ({ id }: { id: number }) => onSearch({ ...rest, open: id }, typeof open === 'number');
  const add = () => onSearch({ ...rest, open: 'new' });
  const close = () => {
    onSearch(rest, true);
    focusGrid();
  };
  useScanToAsset(openAsset, open !== 'new');
  useViewKeys({
    '/': () => searchBox.current?.focus(),
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    ...(mayChange && { n: add }),
  });

  return (
    <Page
      title={m.assets_title()}
      count={count}
      layout="fill"
      actions={<RegisterActions filter={filter} onAdd={mayChange ? add : undefined} />}
    >
      <AssetTabs current="register" keys={mayChange ? m.assets_keys() : m.assets_keys_read()} />
      <RegisterFilterLine search={search} onSearch={onSearch} searchBox={searchBox} />
      <SplitView
        panel={
          typeof open === 'number' && (
            <AssetPanel key={open} id={open} onClose={close} onGone={() => onSearch(rest, true)} />
          )
        }
      >
        {list.isError && rows.length === 0 ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.assets_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error.message}
          </EmptyState>
        ) : (
          <DataGrid
            label={m.assets_title()}
            rows={rows}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowLabel={assetLabel}
            rowCount={count}
            sort={sortOf(search.sort)}
            onSort={({ id, desc }) => onSearch(changed(search, { sort: `${desc ? '-' : ''}${id}` }), true)}
            selection={selection}
            onSelectionChange={setChosen}
            onOpen={openAsset}
            currentId={typeof open === 'number' ? String(open) : undefined}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            card={(asset) => <AssetCard asset={asset} />}
            empty={
              filtered ? (
                <EmptyState
                  icon={<SearchIcon size={22} />}
                  title={m.assets_none_found()}
                  action={
                    <Button variant="default" onClick={() => onSearch({})}>
                      {m.assets_all()}
                    </Button>
                  }
                >
                  {m.assets_none_found_text()}
                </EmptyState>
              ) : (
                <EmptyState
                  icon={<AssetIcon size={22} />}
                  title={m.assets_none()}
                  action={mayChange && <Button onClick={add}>{m.assets_add()}</Button>}
                >
                  {mayChange ? m.assets_none_text() : m.assets_none_read()}
                </EmptyState>
              )
            }
          />
        )}
        {selected.length > 0 && (
          <BulkBar selected={selected} mayChange={mayChange} onClear={() => setChosen(new Set())} />
        )}
      </SplitView>
      {open === 'new' && mayChange && (
        <AssetForm
          onClose={(saved) =>
            saved
              ? // What was typed is saved, whatever the form thinks of it.
                void navigate({
                  to: '/assets',
                  search: { ...rest, open: saved.id },
                  replace: true,
                  ignoreBlocker: true,
                })
              : onSearch(rest, true)
          }
        />
      )}
    </Page>
  );
}
