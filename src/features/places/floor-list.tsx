import { ActionIcon, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Building, Floor } from '#contract/places.ts';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { PlanIcon, PlusIcon } from '#src/ui/places-icons.tsx';
import { Clip } from './building-columns.tsx';
import { FloorForm } from './floor-form.tsx';
import { ListFailed } from './list-failed.tsx';
import classes from './places.module.css';
import { placeCountOptions } from './queries.ts';
import { RemoveDialog } from './remove-dialog.tsx';
import { usePlaces } from './use-list.ts';
import { planPath } from './whereabouts.ts';

type Props = { building: Building; siteAdmin: boolean; onOpen: (floor: Floor) => void };
type Acting = { kind: 'edit' | 'remove'; floor: Floor };

/** The floors of a building from the lowest up, each with how many spaces it has and its plan. */
export function FloorList({ building, siteAdmin, onOpen }: Props) {
  const query = useMemo(() => ({ buildingId: building.id, orderBy: 'level' }), [building.id]);
  const { list, rows, count } = usePlaces('floor', query);
  const [adding, setAdding] = useState(false);
  const [acting, setActing] = useState<Acting>();
  const columns = useMemo(() => floorColumns(siteAdmin, setActing), [siteAdmin]);
  const add = siteAdmin && (
    <Button
      size="compact-md"
      variant="default"
      leftSection={<PlusIcon size={15} />}
      onClick={() => setAdding(true)}
    >
      {m.places_add_floor()}
    </Button>
  );
  return (
    <section aria-labelledby="floors" className={classes.floors}>
      <div className={classes.sectionHead}>
        <h2 id="floors">{m.places_floors()}</h2>
        {count !== undefined && <span className={classes.count}>{formatNumber(count)}</span>}
        {add && <span className={classes.end}>{add}</span>}
      </div>
      {list.isError && rows.length === 0 ? (
        <ListFailed error={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <DataGrid
          label={m.places_floors()}
          rows={rows}
          columns={columns}
          rowId={({ id }) => String(id)}
          rowLabel={({ name }) => name}
          rowCount={count}
          onOpen={onOpen}
          loading={list.isPending}
          hasMore={list.hasNextPage}
          onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
          card={(floor) => <FloorCard floor={floor} {...(siteAdmin && { onAct: setActing })} />}
          cardHeight={72}
          empty={
            <EmptyState icon={<PlanIcon size={22} />} title={m.places_no_floors()}>
              {siteAdmin ? m.places_no_floors_admin() : undefined}
            </EmptyState>
          }
        />
      )}
      {adding && <FloorForm buildingId={building.id} onClose={() => setAdding(false)} />}
      {acting?.kind === 'edit' && (
        <FloorForm buildingId={building.id} floor={acting.floor} onClose={() => setActing(undefined)} />
      )}
      {acting?.kind === 'remove' && (
        <RemoveDialog kind="floor" place={acting.floor} onClose={() => setActing(undefined)} />
      )}
    </section>
  );
}

/** Asked for by the rows in view only. */
function SpaceCount({ floor }: { floor: number }) {
  const { data } = useQuery(placeCountOptions('room', { floorId: floor }));
  return <span className={classes.number}>{data === undefined ? '…' : formatNumber(data)}</span>;
}

const PlanLink = ({ floor }: { floor: Floor }) => (
  <Link
    to={planPath(floor.id)}
    className={classes.planLink}
    aria-label={m.places_plan_of({ name: floor.name })}
  >
    <PlanIcon size={15} />
    {floor.drawingAvailable ? m.places_plan() : m.places_plan_none()}
  </Link>
);

const floorColumns = (siteAdmin: boolean, onAct: (acting: Acting) => void): GridColumn<Floor>[] => [
  { id: 'name', header: m.places_floor(), width: 160, grow: 2, cell: ({ name }) => <Clip>{name}</Clip> },
  {
    id: 'level',
    header: m.places_level(),
    width: 80,
    grow: 0,
    align: 'end',
    cell: ({ level }) => level !== undefined && formatNumber(level),
  },
  {
    id: 'area',
    header: m.places_area(),
    width: 110,
    grow: 0.3,
    align: 'end',
    cell: ({ area, building }) =>
      area > 0 &&
      `${formatNumber(area)} ${building.metric ? m.places_square_metres() : m.places_square_feet()}`,
  },
  {
    id: 'spaces',
    header: m.places_spaces(),
    width: 90,
    grow: 0.3,
    align: 'end',
    cell: ({ id }) => <SpaceCount floor={id} />,
  },
  { id: 'plan', header: m.places_plan(), width: 150, grow: 0.6, cell: (floor) => <PlanLink floor={floor} /> },
  ...(siteAdmin
    ? [
        {
          id: 'actions',
          header: '',
          width: 88,
          grow: 0,
          cell: (floor: Floor) => <FloorActions floor={floor} onAct={onAct} />,
        },
      ]
    : []),
];

type Act = (acting: Acting) => void;

const FloorActions = ({ floor, onAct }: { floor: Floor; onAct: Act }) => (
  <span className={classes.rowActions}>
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={m.places_edit_floor({ name: floor.name })}
      onClick={() => onAct({ kind: 'edit', floor })}
    >
      <PencilIcon size={16} />
    </ActionIcon>
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={m.places_remove_of({ name: floor.name })}
      onClick={() => onAct({ kind: 'remove', floor })}
    >
      <TrashIcon size={16} />
    </ActionIcon>
  </span>
);

function FloorCard({ floor, onAct }: { floor: Floor; onAct?: Act }) {
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.cardName}>
          <Clip>{floor.name}</Clip>
        </strong>
        {onAct && <FloorActions floor={floor} onAct={onAct} />}
      </span>
      <span className={classes.cardLine}>
        <span className={classes.dim}>
          {m.places_spaces()}: <SpaceCount floor={floor.id} />
        </span>
        <PlanLink floor={floor} />
      </span>
    </>
  );
}
