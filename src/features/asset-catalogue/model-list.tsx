import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { AssetModel } from '#contract/assets-catalogue.ts';
import { assetTypesOptions } from '#src/directory/asset-queries.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { AssetIcon } from '#src/ui/asset-icons.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, SearchIcon } from '#src/ui/icons.tsx';
import { PlusIcon } from '#src/ui/places-icons.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import type { ModelFilter } from './api.ts';
import classes from './catalogue.module.css';
import { ModelDialog } from './model-dialog.tsx';
import { modelCountOptions, modelListOptions } from './queries.ts';
import { useRemove } from './use-remove.tsx';

type Props = { filter: ModelFilter; onFilter: (filter: ModelFilter) => void };
const NONE: AssetModel[] = [];

/** The models, of which there may be thousands: found by name, maker and model number. */
export function ModelList({ filter, onFilter }: Props) {
  const types = useQuery(assetTypesOptions).data ?? [];
  const list = useInfiniteQuery(modelListOptions(filter));
  const { data: count } = useQuery(modelCountOptions(filter));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const [editing, setEditing] = useState<AssetModel | 'new'>();
  const { ask, dialog } = useRemove();
  const columns = useMemo(() => modelColumns(setEditing, ask), [ask]);
  const filtered = filter.search !== undefined || filter.typeId !== undefined;
  return (
    <>
      <div className={classes.bar}>
        <SearchField
          label={m.assets_models_find()}
          value={filter.search ?? ''}
          onChange={(search) => onFilter({ ...filter, search: search || undefined })}
        />
        <Choice
          layout="line"
          label={m.assets_type()}
          none={m.assets_any()}
          value={filter.typeId}
          options={types}
          onChange={(typeId) => onFilter({ ...filter, typeId })}
        />
        <span className={classes.dim} role="status">
          {count !== undefined && m.assets_models_count({ count, number: formatNumber(count) })}
        </span>
        <Button
          className={classes.end}
          size="compact-md"
          leftSection={<PlusIcon size={15} />}
          disabled={types.length === 0}
          onClick={() => setEditing('new')}
        >
          {m.assets_model_new()}
        </Button>
      </div>
      <div className={classes.grid}>
        {list.isError && rows.length === 0 ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.assets_catalogue_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error.message}
          </EmptyState>
        ) : (
          <DataGrid
            label={m.assets_models()}
            rows={rows}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowLabel={({ name }) => name}
            rowCount={count}
            onOpen={setEditing}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            card={(model) => (
              <>
                <bdi className={classes.name}>{model.name}</bdi>
                <span className={classes.dim}>{makerOf(model)}</span>
              </>
            )}
            empty={
              <EmptyState
                icon={filtered ? <SearchIcon size={22} /> : <AssetIcon size={22} />}
                title={filtered ? m.assets_models_none_found() : m.assets_models_none()}
              >
                {filtered ? m.assets_none_found_text() : m.assets_models_none_text()}
              </EmptyState>
            }
          />
        )}
      </div>
      {editing && (
        <ModelDialog
          model={editing === 'new' ? undefined : editing}
          types={types}
          ofType={filter.typeId}
          onRemove={
            editing === 'new'
              ? undefined
              : () => {
                  setEditing(undefined);
                  ask({ kind: 'models', id: editing.id, name: editing.name });
                }
          }
          onClose={() => setEditing(undefined)}
        />
      )}
      {dialog}
    </>
  );
}

const makerOf = ({ manufacturer, modelNumber, type }: AssetModel) =>
  [manufacturer, modelNumber, type.name].filter(Boolean).join(' · ');
const clip = (text: string) => (
  <bdi className={classes.name} title={text}>
    {text}
  </bdi>
);

const modelColumns = (
  onEdit: (model: AssetModel) => void,
  onRemove: (gone: { kind: 'models'; id: number; name: string }) => void,
): GridColumn<AssetModel>[] => [
  { id: 'name', header: m.assets_name(), width: 180, grow: 1.5, cell: ({ name }) => clip(name) },
  {
    id: 'manufacturer',
    header: m.assets_manufacturer(),
    width: 110,
    cell: ({ manufacturer }) => clip(manufacturer),
  },
  {
    id: 'modelNumber',
    header: m.assets_model_number(),
    width: 110,
    cell: ({ modelNumber }) => clip(modelNumber),
  },
  { id: 'type', header: m.assets_type(), width: 100, grow: 0.7, cell: ({ type }) => clip(type.name) },
  {
    id: 'do',
    header: m.assets_actions(),
    width: 84,
    grow: 0,
    align: 'end',
    cell: (model) => (
      <RowButtons
        name={model.name}
        onEdit={() => onEdit(model)}
        onHide={() => onRemove({ kind: 'models', id: model.id, name: model.name })}
      />
    ),
  },
];
