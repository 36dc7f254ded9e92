import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import * as m from '#messages';
import type { MoveItemTask } from '#contract/moves-work.ts';
import { movesKey } from '#src/directory/move-queries.ts';
import { changeTask } from '#src/directory/move-task-api.ts';
import { notify } from '#src/ui/notify.ts';
import { taskName } from './task-words.ts';

/** Ticks a task off or opens it again, says so and offers to take it back. The same function all the time. */
export function useTick() {
  const client = useQueryClient();
  return useCallback(
    (line: MoveItemTask): void => {
      const set = async (done: boolean, undo?: () => void) => {
        try {
          await changeTask(line.item.id, line.task.id, { done });
          const words = { what: taskName(line) };
          notify({
            message: done ? m.move_tasks_did(words) : m.move_tasks_undid(words),
            tone: 'success',
            ...(undo && { undo }),
          });
        } catch (error) {
          notify({ message: (error as Error).message, tone: 'danger' });
        } finally {
          await client.invalidateQueries({ queryKey: movesKey });
        }
      };
      void set(!line.done, () => void set(line.done));
    },
    [client],
  );
}
