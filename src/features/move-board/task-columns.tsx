import { Checkbox } from '@mantine/core';
import * as m from '#messages';
import type { MoveItemTask } from '#contract/moves-work.ts';
import { formatDate } from '#src/lib/dates.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { TextLink } from '#src/ui/link.tsx';
import classes from './board.module.css';
import { doneByRequest, placeWords, standingWords, taskName, wantedWords } from './task-words.ts';

type Tick = (line: MoveItemTask) => void;
const Clip = ({ text, dim = false }: { text: string; dim?: boolean }) => (
  <bdi className={classes.clip} data-dim={dim || undefined} title={text}>
    {text}
  </bdi>
);
const dateOf = ({ request: { date } }: MoveItemTask) =>
  date === undefined ? m.moves_no_date() : formatDate(date);

type BoxProps = { line: MoveItemTask; works: boolean; size: 'xs' | 'md'; onTick: Tick };
const Tick = ({ line, works, size, onTick }: BoxProps) => (
  <Checkbox
    size={size}
    aria-label={taskName(line)}
    checked={line.done}
    disabled={!works || doneByRequest(line)}
    onChange={() => onTick(line)}
  />
);

export const taskColumns = (works: boolean, onTick: Tick): GridColumn<MoveItemTask>[] => [
  {
    id: 'done',
    header: m.moves_task_done(),
    width: 64,
    grow: 0,
    cell: (line) => <Tick line={line} works={works} size="xs" onTick={onTick} />,
  },
  {
    id: 'task',
    header: m.moves_task(),
    width: 150,
    grow: 0.8,
    cell: (line) => <Clip text={line.task.name} />,
  },
  { id: 'who', header: m.move_tasks_for(), width: 150, cell: (line) => <Clip text={line.item.name} /> },
  { id: 'where', header: m.move_tasks_where(), width: 150, cell: (line) => <Clip text={placeWords(line)} /> },
  { id: 'date', header: m.moves_date(), width: 110, grow: 0, cell: dateOf },
  {
    id: 'wanted',
    header: m.moves_task_answers(),
    width: 150,
    grow: 1.2,
    cell: (line) => <Clip dim text={wantedWords(line)} />,
  },
  {
    id: 'note',
    header: m.moves_task_note(),
    width: 130,
    cell: (line) => <Clip dim text={standingWords(line)} />,
  },
  {
    id: 'move',
    header: m.moves_request(),
    width: 150,
    cell: ({ request }) => (
      <TextLink
        to="/moves/$requestId"
        params={{ requestId: request.id }}
        fz={13}
        title={request.description}
        className={classes.clip}
      >
        <bdi>{request.description}</bdi>
      </TextLink>
    ),
  },
];

/** The same for a phone: the box is as big as a thumb. */
export const TaskCard = ({ line, works, onTick }: { line: MoveItemTask; works: boolean; onTick: Tick }) => (
  <span className={classes.task}>
    <Tick line={line} works={works} size="md" onTick={onTick} />
    <span className={classes.taskWords}>
      <span className={classes.line}>
        <strong className={classes.name}>
          <Clip text={taskName(line)} />
        </strong>
        <span className={classes.dim}>{dateOf(line)}</span>
      </span>
      <Clip text={placeWords(line)} />
      <Clip dim text={[wantedWords(line), standingWords(line)].filter(Boolean).join(' · ')} />
    </span>
  </span>
);
