import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { minute } from '#src/directory/minute.ts';
import { RequestClock } from '#src/directory/request-clock.tsx';
import { RequestPriority } from '#src/directory/request-priority.tsx';
import { RequestStatus } from '#src/directory/request-status.tsx';
import { formatAge, formatDateTime } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import classes from './request-queue.module.css';

const placeOf = ({ room }: ServiceRequest) => [room.name, room.floor.building.name].join(' · ');
export const crewOf = ({ operators }: ServiceRequest) =>
  operators
    .filter(({ status }) => status !== 'rejected')
    .map(({ name }) => name)
    .join(', ');

const Clip = ({ text }: { text: string }) => (
  <bdi className={classes.clip} title={text}>
    {text}
  </bdi>
);

function Age({ ms }: { ms: number }) {
  const now = useStore(minute);
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDateTime(ms)} className={classes.dim}>
      {formatAge(ms, now)}
    </time>
  );
}

/** What the queue shows of each request; the center only where there are several. */
export const queueColumns = (several: boolean): GridColumn<ServiceRequest>[] => [
  {
    id: 'type',
    header: m.queue_request(),
    width: 190,
    grow: 1.6,
    cell: (one) => (
      <span className={classes.what} title={one.description || one.type.name}>
        <bdi className={classes.clip}>{one.type.name}</bdi>
        <span className={classes.dim}>#{one.id}</span>
      </span>
    ),
  },
  {
    id: 'clock',
    header: m.queue_due(),
    width: 178,
    grow: 0.5,
    cell: (one) => <RequestClock request={one} />,
  },
  {
    id: 'priority',
    header: m.request_priority(),
    width: 110,
    grow: 0.3,
    cell: (one) => <RequestPriority priority={one.priority} />,
  },
  {
    id: 'state',
    header: m.queue_state(),
    width: 136,
    grow: 0,
    cell: (one) => <RequestStatus request={one} />,
  },
  { id: 'room', header: m.request_space(), width: 150, grow: 1, cell: (one) => <Clip text={placeOf(one)} /> },
  {
    id: 'operators',
    header: m.request_operators(),
    width: 120,
    grow: 0.8,
    cell: (one) => {
      const names = crewOf(one);
      return names ? <Clip text={names} /> : <span className={classes.dim}>{m.queue_nobody_short()}</span>;
    },
  },
  ...(several
    ? [
        {
          id: 'center',
          header: m.request_center(),
          width: 110,
          grow: 0.5,
          cell: (one: ServiceRequest) => <Clip text={one.center.name} />,
        },
      ]
    : []),
  {
    id: 'age',
    header: m.queue_age(),
    width: 64,
    grow: 0,
    align: 'end',
    cell: (one) => <Age ms={one.dateCreated} />,
  },
];

/** The same in three lines, for a phone; on the board too. */
export function RequestCard({ request, board = false }: { request: ServiceRequest; board?: boolean }) {
  return (
    <>
      <span className={classes.cardLine}>
        <strong className={classes.cardName}>
          <Clip text={request.type.name} />
        </strong>
        <span className={classes.dim}>#{request.id}</span>
      </span>
      <span className={classes.cardLine}>
        <RequestClock request={request} />
        <span className={classes.end}>
          <RequestPriority priority={request.priority} />
        </span>
      </span>
      <span className={classes.cardLine}>
        {(!board || request.approval === 'awaiting') && <RequestStatus request={request} />}
        <span className={classes.cardPlace}>
          <Clip text={[request.room.name, crewOf(request)].filter(Boolean).join(' · ')} />
        </span>
      </span>
    </>
  );
}
