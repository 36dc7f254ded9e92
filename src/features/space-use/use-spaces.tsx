import { useMemo } from 'react';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { Section } from '#src/ui/figure-section.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import type { UsedSpace, SpaceUse } from './queries.ts';
import classes from './space-use.module.css';
import { hoursText, shareText } from './use-totals.tsx';

type Props = {
  stats: SpaceUse;
  order: 'most' | 'least';
  onOrder: (order: 'most' | 'least') => void;
};

const used = ({ bookedOpenMs, openMs }: UsedSpace) => shareText(bookedOpenMs, openMs) ?? '–';
const columnsNow = (): GridColumn<UsedSpace>[] => [
  { id: 'name', header: m.space_use_space(), width: 150, cell: ({ name }) => <bdi>{name}</bdi> },
  { id: 'type', header: m.space_use_type(), width: 120, cell: ({ type }) => <bdi>{type.name}</bdi> },
  {
    id: 'place',
    header: m.space_use_place(),
    width: 180,
    cell: ({ building, floor }) => <bdi>{`${building.name} · ${floor.name}`}</bdi>,
  },
  {
    id: 'use',
    header: m.space_use_use_column(),
    width: 150,
    align: 'end',
    cell: (space) => (
      <span className={classes.share}>
        <span className={classes.bar} aria-hidden="true">
          <span
            style={{
              inlineSize: `${Math.min(100, space.openMs > 0 ? (space.bookedOpenMs / space.openMs) * 100 : 0)}%`,
            }}
          />
        </span>
        {used(space)}
      </span>
    ),
  },
  {
    id: 'hours',
    header: m.space_use_hours_column(),
    width: 90,
    grow: 0,
    align: 'end',
    cell: ({ bookedMs }) => hoursText(bookedMs),
  },
  {
    id: 'bookings',
    header: m.space_use_bookings(),
    width: 90,
    grow: 0,
    align: 'end',
    cell: ({ bookings }) => formatNumber(bookings),
  },
  {
    id: 'noShows',
    header: m.space_use_no_shows(),
    width: 90,
    grow: 0,
    align: 'end',
    cell: ({ noShows }) => formatNumber(noShows),
  },
];

/** The spaces that were used most, or least. */
export function UseSpaces({ stats: { spaces, spaceCount }, order, onOrder }: Props) {
  const columns = useMemo(() => columnsNow(), []);
  return (
    <Section
      wide
      title={m.space_use_spaces()}
      hint={m.space_use_spaces_hint({ shown: formatNumber(spaces.length), all: formatNumber(spaceCount) })}
    >
      <div className={classes.orders} role="group" aria-label={m.space_use_spaces()}>
        <FilterChip on={order === 'most'} onClick={() => onOrder('most')}>
          {m.space_use_most()}
        </FilterChip>
        <FilterChip on={order === 'least'} onClick={() => onOrder('least')}>
          {m.space_use_least()}
        </FilterChip>
      </div>
      <div className={classes.grid}>
        <DataGrid
          label={order === 'most' ? m.space_use_most() : m.space_use_least()}
          rows={spaces}
          columns={columns}
          rowId={({ id }) => String(id)}
          card={(space) => (
            <span className={classes.lines}>
              <span className={classes.where}>
                <bdi className={classes.name}>{space.name}</bdi>
                <strong>{used(space)}</strong>
              </span>
              <span className={classes.second}>
                <bdi className={classes.name}>{`${space.building.name} · ${space.floor.name}`}</bdi>
                <span>{m.booking_bookings_count({ count: space.bookings })}</span>
              </span>
            </span>
          )}
        />
      </div>
    </Section>
  );
}
