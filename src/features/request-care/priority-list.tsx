import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { HIGH_UNTIL } from '#contract/service-requests-catalogue.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import type { Catalogue } from './api.ts';
import classes from './care.module.css';
import { toHex } from './color.ts';
import { type Entry, EntryDialog } from './entry-dialog.tsx';
import { useRemove } from './use-remove.tsx';

/** How urgent a request can be, the most urgent first. */
export function PriorityList({ catalogue }: { catalogue: Catalogue }) {
  const { priorities } = catalogue;
  const [editing, setEditing] = useState<Entry | 'new'>();
  const { ask, dialog } = useRemove();
  return (
    <>
      <p className={classes.hint}>{m.care_priorities_text({ high: HIGH_UNTIL })}</p>
      <div className={classes.bar}>
        <span />
        <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={() => setEditing('new')}>
          {m.care_priority_new()}
        </Button>
      </div>
      {priorities.length === 0 && <p className={classes.hint}>{m.care_none_yet()}</p>}
      <ul className={classes.list} aria-label={m.care_priorities()}>
        {priorities.map((priority) => (
          <li key={priority.id} className={classes.row}>
            <span className={classes.main}>
              <span
                className={classes.dot}
                style={{ background: toHex(priority.color) }}
                aria-hidden="true"
              />
              <bdi className={classes.name} title={priority.name}>
                {priority.name}
              </bdi>
            </span>
            <span className={classes.dim}>
              {m.care_priority_line({
                order: priority.sortOrder,
                kind: priority.sortOrder <= HIGH_UNTIL ? m.care_high() : m.care_low(),
              })}
            </span>
            <RowButtons
              name={priority.name}
              onEdit={() => setEditing(priority)}
              onHide={() => ask({ kind: 'priorities', ...priority })}
            />
          </li>
        ))}
      </ul>
      {editing && (
        <EntryDialog
          kind="priorities"
          catalogue={catalogue}
          entry={editing === 'new' ? undefined : editing}
          sortOrder={Math.max(0, ...priorities.map(({ sortOrder }) => sortOrder)) + 1}
          onClose={() => setEditing(undefined)}
        />
      )}
      {dialog}
    </>
  );
}
