import type { Room } from '#contract/places.ts';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { Clip } from './building-columns.tsx';
import classes from './places.module.css';
import { placeLine } from './whereabouts.ts';

const Capacity = ({ space: { capacity } }: { space: Room }) => (
  <span className={classes.number}>{capacity === undefined ? '' : formatNumber(capacity)}</span>
);

export const TypeName = ({ type }: Pick<Room, 'type'>) => (
  <span className={classes.type}>
    <span className={classes.dot} style={{ background: `#${type.hexColor}` }} aria-hidden="true" />
    <Clip>{type.name}</Clip>
  </span>
);

const Reservable = ({ space }: { space: Room }) =>
  space.reservable && (
    <StatusBadge tone="success" icon={CheckIcon}>
      {m.places_reservable()}
    </StatusBadge>
  );

/** What a space shows in the list. */
export const spaceColumns = (): GridColumn<Room>[] => [
  {
    id: 'name',
    header: m.places_space(),
    width: 150,
    grow: 1.2,
    sortable: true,
    cell: ({ name }) => <Clip>{name}</Clip>,
  },
  {
    id: 'floor.building.name',
    header: m.places_building(),
    width: 160,
    grow: 1.3,
    sortable: true,
    cell: ({ floor }) => <Clip>{floor.building.name}</Clip>,
  },
  {
    id: 'floor.level',
    header: m.places_floor(),
    width: 120,
    sortable: true,
    cell: ({ floor }) => <Clip>{floor.name}</Clip>,
  },
  {
    id: 'type.name',
    header: m.places_type(),
    width: 140,
    sortable: true,
    cell: ({ type }) => <TypeName type={type} />,
  },
  {
    id: 'capacity',
    header: m.places_capacity(),
    width: 96,
    grow: 0,
    align: 'end',
    sortable: true,
    cell: (space) => <Capacity space={space} />,
  },
  {
    id: 'reservable',
    header: m.places_booking(),
    width: 116,
    grow: 0,
    sortable: true,
    cell: (space) => <Reservable space={space} />,
  },
  {
    id: 'mailStop.name',
    header: m.places_mail_stop(),
    width: 120,
    grow: 0.8,
    sortable: true,
    cell: ({ mailStop }) => mailStop && <Clip>{mailStop.name}</Clip>,
  },
];

/** The same in two lines, for a phone. */
export function SpaceCard({ space }: { space: Room }) {
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.cardName}>
          <Clip>{space.name}</Clip>
        </strong>
        <Reservable space={space} />
      </span>
      <span className={classes.cardLine}>
        <span className={classes.cardName}>
          <span className={classes.dim}>
            <Clip>{placeLine(space)}</Clip>
          </span>
        </span>
        <span className={classes.dim}>
          <Clip>{space.type.name}</Clip>
        </span>
      </span>
    </>
  );
}
