import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { RowButtons } from '#src/ui/row-buttons.tsx';
import type { Catalogue } from './api.ts';
import classes from './care.module.css';
import { type Entry, EntryDialog } from './entry-dialog.tsx';
import { managesAt } from './may.ts';
import { useRemove } from './use-remove.tsx';

/** Why work on a request may wait, at each center; while it waits, the clock stands still. */
export function ReasonList({ catalogue }: { catalogue: Catalogue }) {
  const { reasons } = catalogue;
  const me = useMe();
  const [editing, setEditing] = useState<Entry | 'new'>();
  const { ask, dialog } = useRemove();
  return (
    <>
      <p className={classes.hint}>{m.care_reasons_text()}</p>
      <div className={classes.bar}>
        <span />
        <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={() => setEditing('new')}>
          {m.care_reason_new()}
        </Button>
      </div>
      {reasons.length === 0 && <p className={classes.hint}>{m.care_none_yet()}</p>}
      <ul className={classes.list} aria-label={m.care_reasons()}>
        {reasons.map((reason) => (
          <li key={reason.id} className={classes.row}>
            <bdi className={classes.name} title={reason.name}>
              {reason.name}
            </bdi>
            <span className={classes.dim}>{reason.center.name}</span>
            {managesAt(me, reason.center.id) && (
              <RowButtons
                name={reason.name}
                onEdit={() => setEditing(reason)}
                onHide={() => ask({ kind: 'hold-reasons', ...reason })}
              />
            )}
          </li>
        ))}
      </ul>
      {editing && (
        <EntryDialog
          kind="hold-reasons"
          catalogue={catalogue}
          entry={editing === 'new' ? undefined : editing}
          sortOrder={Math.max(0, ...reasons.map(({ sortOrder }) => sortOrder)) + 1}
          onClose={() => setEditing(undefined)}
        />
      )}
      {dialog}
    </>
  );
}
