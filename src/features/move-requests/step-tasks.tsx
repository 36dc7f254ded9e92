import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveTask } from '#contract/moves.ts';
import { Choice } from '#src/ui/choice.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { changing, type Draft, type DraftItem } from './draft.ts';
import classes from './new.module.css';

type Props = {
  draft: Draft;
  tasks: readonly MoveTask[];
  onChange: (change: Draft | ((before: Draft) => Draft)) => void;
};

/** What the teams have to do: the same for all at once, or for each. */
export function StepTasks({ draft, tasks, onChange }: Props) {
  const [at, setAt] = useState<string>();
  const one = draft.items.find(({ key }) => key === at);
  const items = one ? [one] : draft.items;
  const keys = new Set(items.map(({ key }) => key));
  const change = (edit: (item: DraftItem) => DraftItem) => onChange((now) => changing(now, keys, edit));
  if (tasks.length === 0 || draft.items.length === 0)
    return (
      <EmptyState
        icon={<CheckIcon size={22} />}
        title={tasks.length === 0 ? m.moves_no_tasks() : m.moves_nobody_yet()}
      >
        {tasks.length === 0 ? m.moves_no_tasks_text() : m.moves_tasks_first_who()}
      </EmptyState>
    );
  return (
    <div className={classes.tasks}>
      <Choice
        label={m.moves_tasks_for()}
        none={m.moves_tasks_all({ count: draft.items.length })}
        value={one?.key}
        options={draft.items.map(({ key, name }) => ({ id: key, name }))}
        onChange={setAt}
      />
      {tasks.map((task) => (
        <TaskPart key={task.id} task={task} items={items} onChange={change} />
      ))}
    </div>
  );
}

type PartProps = {
  task: MoveTask;
  items: readonly DraftItem[];
  onChange: (edit: (item: DraftItem) => DraftItem) => void;
};

/** One task with its fields, for those it is looked at for. */
function TaskPart({ task, items, onChange }: PartProps) {
  const id = String(task.id);
  const wanted = items.filter(({ tasks }) => tasks[id]).length;
  const all = wanted === items.length;
  const ask = (on: boolean) =>
    onChange((item) => {
      const { [id]: before, ...rest } = item.tasks;
      return { ...item, tasks: on ? { ...rest, [id]: before ?? {} } : rest };
    });
  return (
    <fieldset className={classes.task}>
      <legend className={classes.hidden}>{task.name}</legend>
      <Checkbox
        label={task.name}
        description={wanted > 0 && !all ? m.moves_tasks_some({ count: wanted, of: items.length }) : undefined}
        checked={all}
        indeterminate={wanted > 0 && !all}
        onChange={(event) => ask(event.currentTarget.checked)}
      />
      {wanted > 0 && (
        <div className={classes.taskFields}>
          {task.fields.map(({ code, name }) => {
            const given = items.filter(({ tasks }) => tasks[id]);
            const values = new Set(given.map(({ tasks }) => String(tasks[id]![code] ?? '')));
            const [value = ''] = values;
            return (
              <TextInput
                key={code}
                label={name}
                value={values.size === 1 ? value : ''}
                placeholder={values.size > 1 ? m.moves_tasks_differ() : undefined}
                dir="auto"
                maxLength={4000}
                onChange={({ currentTarget: { value: typed } }) =>
                  onChange((item) =>
                    item.tasks[id]
                      ? { ...item, tasks: { ...item.tasks, [id]: { ...item.tasks[id], [code]: typed } } }
                      : item,
                  )
                }
              />
            );
          })}
        </div>
      )}
    </fieldset>
  );
}
