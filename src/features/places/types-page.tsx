import { ActionIcon, Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { RoomType } from '#contract/places.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { BuildingIcon, PlusIcon } from '#src/ui/places-icons.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { ListFailed } from './list-failed.tsx';
import { PlaceTabs } from './place-tabs.tsx';
import classes from './places.module.css';
import { RemoveDialog } from './remove-dialog.tsx';
import { TypeName } from './space-columns.tsx';
import { TypeForm } from './type-form.tsx';
import { usePlaces } from './use-list.ts';
import { useLivePlaces } from './use-live-places.ts';

type Acting = { kind: 'edit' | 'remove'; type: RoomType } | { kind: 'add' };
const query = { orderBy: 'sortOrder' };

/** What kinds of spaces there are, and what each is for. */
export function TypesPage() {
  const { siteAdmin } = useMe();
  useLivePlaces();
  const { list, rows, count } = usePlaces('roomType', query);
  const [acting, setActing] = useState<Acting>();
  const columns = useMemo(() => typeColumns(siteAdmin ? setActing : undefined), [siteAdmin]);
  const done = () => setActing(undefined);
  useViewKeys(siteAdmin ? { n: () => setActing({ kind: 'add' }) } : {});
  return (
    <Page
      title={m.places_types()}
      count={count}
      layout="fill"
      actions={
        siteAdmin && (
          <Button
            size="compact-md"
            leftSection={<PlusIcon size={15} />}
            onClick={() => setActing({ kind: 'add' })}
          >
            {m.places_add_type()}
          </Button>
        )
      }
    >
      <PlaceTabs current="types" {...(siteAdmin && { keys: m.places_keys_types() })} />
      {list.isError && rows.length === 0 ? (
        <ListFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataGrid
          label={m.places_types()}
          rows={rows}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowLabel={({ name }) => name}
          rowCount={count}
          {...(siteAdmin && { onOpen: (type: RoomType) => setActing({ kind: 'edit', type }) })}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(type) => (
            <>
              <span className={classes.cardLine}>
                <strong className={classes.cardName}>
                  <TypeName type={type} />
                </strong>
                {siteAdmin && <TypeActions type={type} onAct={setActing} />}
              </span>
              <span className={classes.dim}>{purposeOf(type)}</span>
            </>
          )}
          cardHeight={68}
          empty={
            <EmptyState icon={<BuildingIcon size={22} />} title={m.places_no_types()}>
              {m.places_no_types_text()}
            </EmptyState>
          }
        />
      )}
      {acting?.kind === 'add' && <TypeForm onClose={done} />}
      {acting?.kind === 'edit' && <TypeForm type={acting.type} onClose={done} />}
      {acting?.kind === 'remove' && <RemoveDialog kind="roomType" place={acting.type} onClose={done} />}
    </Page>
  );
}

const purposeOf = ({ occupiable, parkingSpace }: RoomType) =>
  [
    occupiable ? m.places_kind_occupiable() : m.places_kind_other(),
    ...(parkingSpace ? [m.places_parking()] : []),
  ].join(' · ');

type Act = (acting: Acting) => void;

const TypeActions = ({ type, onAct }: { type: RoomType; onAct: Act }) => (
  <span className={classes.rowActions}>
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={m.places_edit_type({ name: type.name })}
      onClick={() => onAct({ kind: 'edit', type })}
    >
      <PencilIcon size={16} />
    </ActionIcon>
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={m.places_remove_of({ name: type.name })}
      onClick={() => onAct({ kind: 'remove', type })}
    >
      <TrashIcon size={16} />
    </ActionIcon>
  </span>
);

const typeColumns = (onAct: Act | undefined): GridColumn<RoomType>[] => [
  { id: 'name', header: m.places_type(), width: 180, grow: 2, cell: (type) => <TypeName type={type} /> },
  { id: 'use', header: m.places_kind(), width: 200, grow: 2, cell: purposeOf },
  {
    id: 'sortOrder',
    header: m.places_order(),
    width: 80,
    grow: 0,
    align: 'end',
    cell: ({ sortOrder }) => formatNumber(sortOrder),
  },
  ...(onAct
    ? [
        {
          id: 'actions',
          header: '',
          width: 88,
          grow: 0,
          cell: (type: RoomType) => <TypeActions type={type} onAct={onAct} />,
        },
      ]
    : []),
];
