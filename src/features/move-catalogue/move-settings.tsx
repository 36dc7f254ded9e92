import * as m from '#messages';
import { moveCatalogueKey } from '#src/directory/move-queries.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import classes from './catalogue.module.css';
import { TaskList } from './task-list.tsx';
import { TypeList } from './type-list.tsx';

type Props = { part: 'tasks' | undefined; onPart: (part: 'tasks' | undefined) => void };

/** What moves ask about those who move, and what the teams do for them. */
export function MoveSettings({ part, onPart }: Props) {
  useLiveTopic('catalogue', moveCatalogueKey);
  return (
    <>
      <div className={classes.parts} role="group" aria-label={m.move_settings_part()}>
        <FilterChip on={part === undefined} onClick={() => onPart(undefined)}>
          {m.move_settings_types()}
        </FilterChip>
        <FilterChip on={part === 'tasks'} onClick={() => onPart('tasks')}>
          {m.move_settings_tasks()}
        </FilterChip>
      </div>
      {part === 'tasks' ? <TaskList /> : <TypeList />}
    </>
  );
}
