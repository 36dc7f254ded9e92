import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { clipped } from '#src/directory/open-record-cells.tsx';
import { RequestClock } from '#src/directory/request-clock.tsx';
import { RequestStatus } from '#src/directory/request-status.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './requests.module.css';

/** Done, and nobody has said yet how. */
const unrated = ({ state, rating }: ServiceRequest) => state === 'completed' && !rating;

export const requestColumns = (): GridColumn<ServiceRequest>[] => [
  { id: 'type', header: m.requests_what(), cell: ({ type }) => clipped(type.name), grow: 1.4, width: 160 },
  { id: 'room', header: m.request_space(), cell: ({ room }) => clipped(room.name) },
  {
    id: 'state',
    header: m.requests_state(),
    cell: (request) => (
      <span className={classes.state}>
        <RequestStatus request={request} />
        {unrated(request) && <span className={classes.aside}>{m.requests_rate_it()}</span>}
      </span>
    ),
    width: 190,
    grow: 0,
  },
  {
    id: 'clock',
    header: m.requests_clock(),
    cell: (request) => <RequestClock request={request} />,
    width: 190,
    grow: 0,
  },
  {
    id: 'dateCreated',
    header: m.requests_asked(),
    cell: ({ dateCreated }) => <When ms={dateCreated} />,
    width: 100,
    grow: 0,
  },
];

/** The same for a narrow screen. */
export const requestCard = (request: ServiceRequest) => (
  <span className={classes.card}>
    <span className={classes.cardLine}>
      <strong dir="auto">{request.type.name}</strong>
      <RequestStatus request={request} />
    </span>
    <span className={classes.cardLine}>
      <bdi className={classes.aside}>{request.room.name}</bdi>
      <RequestClock request={request} />
    </span>
  </span>
);
