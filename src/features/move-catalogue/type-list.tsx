import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveRequestType } from '#contract/moves.ts';
import { moveTypesOptions } from '#src/directory/move-queries.ts';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import classes from './catalogue.module.css';
import { EntryDialog } from './entry-dialog.tsx';
import { fieldWords } from './field-words.ts';
import { Waiting } from './waiting.tsx';

/** What can be moved, and the fields that are asked about each. */
export function TypeList() {
  const { data, error, refetch } = useQuery(moveTypesOptions);
  const [editing, setEditing] = useState<MoveRequestType>();
  if (!data) return <Waiting error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <p className={classes.hint}>{m.move_settings_types_text()}</p>
      <ul className={classes.list} aria-label={m.move_settings_types()}>
        {data.map((type) => (
          <li key={type.id} className={classes.row}>
            <bdi className={classes.name} title={type.name}>
              {type.name}
            </bdi>
            <span className={classes.dim} title={fieldWords(type.fields)}>
              {fieldWords(type.fields)}
            </span>
            <RowButtons name={type.name} onEdit={() => setEditing(type)} />
          </li>
        ))}
      </ul>
      {editing && (
        <EntryDialog key={editing.id} kind="type" entry={editing} onClose={() => setEditing(undefined)} />
      )}
    </>
  );
}
