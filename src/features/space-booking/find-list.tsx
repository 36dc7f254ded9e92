import { type ReactNode, useMemo } from 'react';
import * as m from '#messages';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import type { FindRow } from './find-rows.ts';
import { BookButton, type Booking, StandingBadge } from './find-standing.tsx';
import classes from './find.module.css';

type Props = Booking & {
  rows: readonly FindRow[];
  loading: boolean;
  selected: number | undefined;
  onOpen: (space: number) => void;
  empty: ReactNode;
};
const CARD = 76;

export const placeOf = ({ space: { floor } }: FindRow) => `${floor.building.name} · ${floor.name}`;
export const roomFor = ({ space: { capacity } }: FindRow) =>
  capacity ? m.bookings_holds({ count: capacity }) : undefined;

/** Everything that could be booked: yours, what is free with one button, and the rest with its reason. */
export function FindList({ rows, loading, selected, onOpen, empty, ...buttons }: Props) {
  const { booking, stale, onBook, wish } = buttons;
  const columns = useMemo((): GridColumn<FindRow>[] => {
    const button = (row: FindRow) => (
      <BookButton row={row} booking={booking} stale={stale} onBook={onBook} wish={wish} />
    );
    return [
      {
        id: 'name',
        header: m.bookings_space(),
        width: 120,
        grow: 2,
        cell: ({ space }) => <bdi className={classes.name}>{space.name}</bdi>,
      },
      {
        id: 'state',
        header: m.bookings_state(),
        width: 185,
        grow: 2,
        cell: (row) => <StandingBadge row={row} />,
      },
      {
        id: 'type',
        header: m.bookings_type(),
        width: 120,
        cell: ({ space }) => <bdi>{space.type.name}</bdi>,
      },
      {
        id: 'capacity',
        header: m.bookings_places(),
        width: 64,
        grow: 0,
        align: 'end',
        cell: ({ space }) => space.capacity ?? '',
      },
      {
        id: 'place',
        header: m.bookings_where(),
        width: 120,
        grow: 2,
        cell: (row) => <bdi>{placeOf(row)}</bdi>,
      },
      { id: 'book', header: '', width: 88, grow: 0, align: 'end', cell: button },
    ];
  }, [booking, stale, onBook, wish]);
  return (
    <div className={classes.list} data-stale={stale || undefined}>
      <DataGrid
        label={m.bookings_spaces()}
        rows={rows}
        columns={columns}
        rowId={({ space }) => String(space.id)}
        rowLabel={({ space }) => space.name}
        loading={loading}
        onOpen={({ space }) => onOpen(space.id)}
        currentId={selected === undefined ? undefined : String(selected)}
        empty={empty}
        cardHeight={CARD}
        card={(row) => (
          <div className={classes.card}>
            <span className={classes.cardText}>
              <bdi className={classes.name}>{row.space.name}</bdi>
              <StandingBadge row={row} />
              <span className={classes.aside}>
                {[row.space.type.name, roomFor(row), placeOf(row)].filter(Boolean).join(' · ')}
              </span>
            </span>
            <BookButton row={row} {...buttons} />
          </div>
        )}
      />
    </div>
  );
}
