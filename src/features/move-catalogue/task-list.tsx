import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveTask } from '#contract/moves.ts';
import { taskKindsOptions } from '#src/directory/move-queries.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import { PlusIcon } from '#src/ui/places-icons.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import { removeTask } from './api.ts';
import classes from './catalogue.module.css';
import { EntryDialog } from './entry-dialog.tsx';
import { fieldWords } from './field-words.ts';
import { useCatalogueWrite } from './use-catalogue-write.ts';
import { Waiting } from './waiting.tsx';

/** What the teams do for a move, what they need to know, and what service request it makes. */
export function TaskList() {
  const { data, error, refetch } = useQuery(taskKindsOptions);
  const [editing, setEditing] = useState<MoveTask | 'new'>();
  const [leaving, setLeaving] = useState<MoveTask>();
  const remove = useCatalogueWrite(({ id }: MoveTask) => removeTask(id));
  if (!data) return <Waiting error={error} onRetry={() => void refetch()} />;
  const close = () => {
    setLeaving(undefined);
    remove.reset();
  };
  return (
    <>
      <div className={classes.bar}>
        <p className={classes.hint}>{m.move_settings_tasks_text()}</p>
        <Button size="compact-md" leftSection={<PlusIcon size={15} />} onClick={() => setEditing('new')}>
          {m.move_settings_task_new()}
        </Button>
      </div>
      {data.length === 0 && <p className={classes.hint}>{m.move_settings_task_none()}</p>}
      <ul className={classes.list} aria-label={m.move_settings_tasks()}>
        {data.map((task) => {
          const service = task.serviceType && m.move_settings_service_is({ name: task.serviceType.name });
          const words = [fieldWords(task.fields), service].filter(Boolean).join(' · ');
          return (
            <li key={task.id} className={classes.row}>
              <bdi className={classes.name} title={task.name}>
                {task.name}
              </bdi>
              <span className={classes.dim} title={words}>
                {words}
              </span>
              <RowButtons name={task.name} onEdit={() => setEditing(task)} onHide={() => setLeaving(task)} />
            </li>
          );
        })}
      </ul>
      {editing && (
        <EntryDialog
          key={editing === 'new' ? 0 : editing.id}
          kind="task"
          entry={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      <Confirm
        opened={leaving !== undefined}
        title={m.move_settings_remove_title({ name: leaving?.name ?? '' })}
        confirmLabel={m.move_settings_remove()}
        danger
        busy={remove.isPending}
        problem={remove.error?.message}
        onClose={close}
        onConfirm={() =>
          leaving &&
          remove.mutate(leaving, {
            onSuccess: () => {
              notify({ message: m.move_settings_removed({ name: leaving.name }) });
              close();
            },
          })
        }
      >
        {m.move_settings_remove_text()}
      </Confirm>
    </>
  );
}
