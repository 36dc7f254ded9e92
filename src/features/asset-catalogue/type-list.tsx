import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { AssetType } from '#contract/assets-catalogue.ts';
import { assetTypesOptions } from '#src/directory/asset-queries.ts';
import { AssetIcon } from '#src/ui/asset-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { PlusIcon } from '#src/ui/places-icons.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import classes from './catalogue.module.css';
import { TypeDialog } from './type-dialog.tsx';
import { useRemove } from './use-remove.tsx';

/** The kinds of asset, in the order in which they are offered. */
export function TypeList({ onModels }: { onModels: (type: number) => void }) {
  const { data, error, refetch } = useQuery(assetTypesOptions);
  const [editing, setEditing] = useState<AssetType | 'new'>();
  const { ask, dialog } = useRemove();
  const add = (
    <Button size="compact-md" leftSection={<PlusIcon size={15} />} onClick={() => setEditing('new')}>
      {m.assets_type_new()}
    </Button>
  );
  if (!data)
    return error ? (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.assets_catalogue_failed()}
        action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    ) : (
      <div role="status" aria-label={m.shell_loading()}>
        <Skeleton height={200} />
      </div>
    );
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.hint}>{m.assets_types_text()}</p>
        {add}
      </div>
      {data.length === 0 ? (
        <EmptyState icon={<AssetIcon size={22} />} title={m.assets_types_none()}>
          {m.assets_types_none_text()}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={m.assets_types()}>
          {data.map((type) => (
            <li key={type.id} className={classes.row} data-off={type.active ? undefined : true}>
              <button type="button" className={classes.open} onClick={() => onModels(type.id)}>
                <bdi title={type.name}>{type.name}</bdi>
              </button>
              <span className={classes.dim}>
                {[type.code, !type.active && m.assets_type_off()].filter(Boolean).join(' · ')}
              </span>
              <RowButtons
                name={type.name}
                onEdit={() => setEditing(type)}
                onHide={() => ask({ kind: 'types', id: type.id, name: type.name })}
              />
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <TypeDialog
          type={editing === 'new' ? undefined : editing}
          sortOrder={Math.max(0, ...data.map(({ sortOrder }) => sortOrder)) + 1}
          onClose={() => setEditing(undefined)}
        />
      )}
      {dialog}
    </>
  );
}
