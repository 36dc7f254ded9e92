import * as m from '#messages';
import type { MoveRequest } from '#contract/moves.ts';
import { MoveStatus, moverWords } from '#src/directory/move-status.tsx';
import { formatDateTime } from '#src/lib/dates.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './list.module.css';

const Clip = ({ text }: { text: string }) => (
  <bdi className={classes.clip} title={text}>
    {text}
  </bdi>
);
/** The buildings that it leads to. */
const whereOf = ({ items }: MoveRequest): string =>
  [...new Set(items.flatMap(({ toRoom }) => (toRoom ? [toRoom.floor.building.name] : [])))].join(', ');
const dateOf = ({ date }: MoveRequest) => (date === undefined ? m.moves_no_date() : formatDateTime(date));
const tasksOf = ({ tasks }: MoveRequest) =>
  tasks.total === 0 ? '' : m.moves_tasks_done({ done: tasks.done, total: tasks.total });

export const moveColumns = (): GridColumn<MoveRequest>[] => [
  {
    id: 'id',
    header: m.moves_request(),
    width: 220,
    grow: 2,
    sortable: true,
    cell: (move) => (
      <span className={classes.what}>
        <Clip text={move.description} />
        <span className={classes.dim}>#{move.id}</span>
      </span>
    ),
  },
  {
    id: 'who',
    header: m.moves_who(),
    width: 180,
    grow: 1.4,
    cell: (move) => <Clip text={moverWords(move)} />,
  },
  { id: 'where', header: m.moves_to(), width: 130, cell: (move) => <Clip text={whereOf(move)} /> },
  { id: 'date', header: m.moves_date(), width: 160, grow: 0, sortable: true, cell: dateOf },
  {
    id: 'status',
    header: m.moves_state(),
    width: 150,
    grow: 0.4,
    cell: (move) => (
      <span className={classes.state}>
        <MoveStatus move={move} />
      </span>
    ),
  },
  { id: 'tasks', header: m.moves_tasks(), width: 90, grow: 0.3, cell: tasksOf },
  {
    id: 'requester',
    header: m.moves_requester(),
    width: 130,
    grow: 0.7,
    cell: ({ requester }) => <Clip text={requester.name} />,
  },
  {
    id: 'dateUpdated',
    header: m.moves_updated(),
    width: 90,
    grow: 0,
    sortable: true,
    cell: ({ dateUpdated }) => <When ms={dateUpdated} />,
  },
];

/** The same in three lines, for a phone. */
export const moveRow = (move: MoveRequest) => (
  <>
    <span className={classes.cardLine}>
      <strong className={classes.cardName}>
        <Clip text={move.description} />
      </strong>
      <span className={classes.dim}>#{move.id}</span>
    </span>
    <span className={classes.cardLine}>
      <Clip text={[moverWords(move), whereOf(move)].filter(Boolean).join(' · ')} />
    </span>
    <span className={classes.cardLine}>
      <span className={classes.state}>
        <MoveStatus move={move} />
      </span>
      <span className={classes.dim}>{dateOf(move)}</span>
    </span>
  </>
);
