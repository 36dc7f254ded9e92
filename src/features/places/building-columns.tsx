import type { Building } from '#contract/places.ts';
import * as m from '#messages';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { formatDistance, kilometres, type Point, pointOf } from './distance.ts';
import classes from './places.module.css';
import { addressLine, countryName, stateName } from './whereabouts.ts';

export const Clip = ({ children }: { children: string }) => (
  <bdi className={classes.clip} title={children}>
    {children}
  </bdi>
);

function Distance({ building, from }: { building: Building; from: Point }) {
  const point = pointOf(building);
  return (
    point && (
      <span className={classes.number}>{formatDistance(kilometres(from, point), building.metric)}</span>
    )
  );
}

/** What a building shows in the list; `from` adds how far it is from there. */
export const buildingColumns = (from: Point | undefined): GridColumn<Building>[] => [
  {
    id: 'name',
    header: m.places_name(),
    width: 200,
    grow: 2,
    sortable: true,
    cell: ({ name }) => <Clip>{name}</Clip>,
  },
  {
    id: 'code',
    header: m.places_code(),
    width: 100,
    grow: 0.4,
    sortable: true,
    cell: ({ code = '' }) => <Clip>{code}</Clip>,
  },
  {
    id: 'address.street',
    header: m.places_street(),
    width: 180,
    grow: 1.4,
    cell: ({ address }) => <Clip>{address.street}</Clip>,
  },
  {
    id: 'address.city',
    header: m.places_city(),
    width: 130,
    sortable: true,
    cell: ({ address }) => <Clip>{address.city}</Clip>,
  },
  {
    id: 'state',
    header: m.places_state(),
    width: 110,
    grow: 0.6,
    cell: (building) => <Clip>{stateName(building)}</Clip>,
  },
  {
    id: 'address.country.name',
    header: m.places_country(),
    width: 130,
    grow: 0.7,
    sortable: true,
    cell: (building) => <Clip>{countryName(building)}</Clip>,
  },
  ...(from
    ? [
        {
          id: 'distance',
          header: m.places_distance(),
          width: 100,
          grow: 0,
          align: 'end' as const,
          cell: (building: Building) => <Distance building={building} from={from} />,
        },
      ]
    : []),
];

/** The same in two lines, for a phone. */
export function BuildingCard({ building, from }: { building: Building; from: Point | undefined }) {
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.cardName}>
          <Clip>{building.name}</Clip>
        </strong>
        {from && <Distance building={building} from={from} />}
      </span>
      <span className={classes.dim}>
        <Clip>{addressLine(building.address)}</Clip>
      </span>
    </>
  );
}
