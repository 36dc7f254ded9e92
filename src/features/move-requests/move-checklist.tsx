import { Button, Checkbox, Progress, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo, useState } from 'react';
import * as m from '#messages';
import type { MoveItemTask } from '#contract/moves-work.ts';
import type { MoveRequest } from '#contract/moves.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { changeTask } from '#src/directory/move-task-api.ts';
import { MoveTaskDialog } from '#src/directory/move-task-dialog.tsx';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { notify } from '#src/ui/notify.ts';
import classes from './move.module.css';
import { checklistOptions } from './queries.ts';

const ROW = 36;
const CARD = 84;
const NONE: MoveItemTask[] = [];
const keyOf = ({ item, task }: MoveItemTask) => `${item.id}-${task.id}`;
const answersOf = ({ answers }: MoveItemTask) =>
  answers
    .filter(({ value }) => value.trim() !== '')
    .map(({ name, value }) => m.moves_answer({ name, value }))
    .join(' · ');

const Clip = ({ text, dim = false }: { text: string; dim?: boolean }) => (
  <bdi className={classes.clip} data-dim={dim || undefined} title={text}>
    {text}
  </bdi>
);
/** What has been noted, and through which service request it is done. */
const standing = ({ note, serviceRequest }: MoveItemTask) =>
  [serviceRequest && m.moves_task_request({ id: String(serviceRequest.id) }), note]
    .filter(Boolean)
    .join(' · ');

/** What the teams have to do, ticked off one by one. */
export function MoveChecklist({ move }: { move: MoveRequest }) {
  const { data, error, refetch } = useQuery(checklistOptions(move.id));
  const works = move.allowed?.includes('tasks') ?? false;
  const [task, setTask] = useState<number>();
  const [openOnly, setOpenOnly] = useState(false);
  const [openKey, setOpenKey] = useState<string>();
  const tick = useMoveWrite(({ line, done }: { line: MoveItemTask; done: boolean }) =>
    changeTask(line.item.id, line.task.id, { done }),
  );
  const lines = data ?? NONE;
  const tasks = useMemo(() => new Map(lines.map((line) => [line.task.id, line.task.name])), [lines]);
  const rows = useMemo(
    () => lines.filter((line) => (task === undefined || line.task.id === task) && !(openOnly && line.done)),
    [lines, task, openOnly],
  );
  const box = (line: MoveItemTask) => (
    <Checkbox
      size="xs"
      aria-label={m.moves_task_of({ task: line.task.name, name: line.item.name })}
      checked={line.done}
      disabled={!works || tick.isPending}
      onChange={() =>
        tick.mutate(
          { line, done: !line.done },
          { onError: ({ message }) => notify({ message, tone: 'danger' }) },
        )
      }
    />
  );
  const columns: GridColumn<MoveItemTask>[] = [
    { id: 'done', header: m.moves_task_done(), width: 60, grow: 0, cell: box },
    {
      id: 'task',
      header: m.moves_task(),
      width: 140,
      grow: 0.6,
      cell: (line) => <Clip text={line.task.name} />,
    },
    { id: 'who', header: m.moves_who(), width: 140, cell: (line) => <Clip text={line.item.name} /> },
    {
      id: 'to',
      header: m.moves_to(),
      width: 110,
      grow: 0.7,
      cell: ({ item }) => <Clip text={item.toRoom?.name ?? item.fromRoom?.name ?? ''} />,
    },
    {
      id: 'answers',
      header: m.moves_task_answers(),
      width: 160,
      grow: 1.2,
      cell: (line) => <Clip dim text={answersOf(line)} />,
    },
    {
      id: 'note',
      header: m.moves_task_note(),
      width: 140,
      cell: (line) => <Clip dim text={standing(line)} />,
    },
  ];
  const open = lines.find((line) => keyOf(line) === openKey);
  const done = lines.filter((line) => line.done).length;
  return (
    <section className={classes.section} aria-label={m.moves_checklist()}>
      <h2 className={classes.heading}>
        {m.moves_checklist()} {data && <span>{m.moves_tasks_done({ done, total: lines.length })}</span>}
      </h2>
      {data && (
        <Progress
          value={lines.length === 0 ? 0 : (done / lines.length) * 100}
          size="sm"
          aria-label={m.moves_checklist()}
        />
      )}
      {!data &&
        (error ? (
          <p role="alert">
            {error.message}{' '}
            <Button variant="default" size="compact-sm" onClick={() => void refetch()}>
              {m.shell_try_again()}
            </Button>
          </p>
        ) : (
          <Skeleton height={72} aria-label={m.shell_loading()} />
        ))}
      {data && (
        <div className={classes.chips} role="group" aria-label={m.moves_checklist_filter()}>
          {tasks.size > 1 &&
            [...tasks].map(([id, name]) => (
              <FilterChip key={id} on={task === id} onClick={() => setTask(task === id ? undefined : id)}>
                {name}
              </FilterChip>
            ))}
          <FilterChip on={openOnly} onClick={() => setOpenOnly(!openOnly)}>
            {m.moves_task_open_only()}
          </FilterChip>
        </div>
      )}
      {rows.length > 0 && (
        <div
          className={classes.grid}
          style={
            {
              '--rows': `${rows.length * ROW + ROW + 2}px`,
              '--cards': `${rows.length * CARD + 2}px`,
            } as CSSProperties
          }
        >
          <DataGrid
            label={m.moves_checklist()}
            rows={rows}
            columns={columns}
            card={(line) => (
              <span className={classes.taskCard}>
                {box(line)}
                <span className={classes.taskWords}>
                  <Clip text={m.moves_task_of({ task: line.task.name, name: line.item.name })} />
                  <Clip dim text={answersOf(line)} />
                  <Clip dim text={standing(line)} />
                </span>
              </span>
            )}
            cardHeight={CARD}
            rowId={keyOf}
            rowLabel={(line) => m.moves_task_of({ task: line.task.name, name: line.item.name })}
            onOpen={(line) => setOpenKey(keyOf(line))}
          />
        </div>
      )}
      {data && rows.length === 0 && <p className={classes.dim}>{m.moves_task_none()}</p>}
      {open && (
        <MoveTaskDialog key={keyOf(open)} line={open} works={works} onClose={() => setOpenKey(undefined)} />
      )}
    </section>
  );
}
