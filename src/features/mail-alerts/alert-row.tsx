import { ActionIcon } from '@mantine/core';
import * as m from '#messages';
import type { MailAlert } from '#src/directory/alerts.ts';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import classes from './alerts.module.css';

type Props = { note: MailAlert; onEdit: (note: MailAlert) => void; onDelete: (note: MailAlert) => void };

export const subjectOf = ({ user }: MailAlert) => user?.name ?? m.alerts_everybody();

/** A note as the clerk will read it, and on whom it is. */
export function AlertRow({ note, onEdit, onDelete }: Props) {
  const { user, notes, enteredBy, multipleAlerts } = note;
  const name = subjectOf(note);
  return (
    <li className={classes.row}>
      <span className={classes.who}>
        <bdi className={classes.name} title={user?.email ?? name}>
          {name}
        </bdi>
        <span className={classes.dim}>
          {user
            ? multipleAlerts
              ? m.alerts_each_time_short()
              : m.alerts_once_short()
            : m.alerts_everybody_text()}
        </span>
      </span>
      <p className={classes.notes} dir="auto">
        {notes}
      </p>
      <span className={classes.by}>{enteredBy && <bdi>{m.alerts_by({ name: enteredBy.name })}</bdi>}</span>
      <span className={classes.actions}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.alerts_edit({ name })}
          title={m.mail_edit()}
          onClick={() => onEdit(note)}
        >
          <PencilIcon size={16} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={m.alerts_delete({ name })}
          title={m.mail_delete()}
          onClick={() => onDelete(note)}
        >
          <TrashIcon size={16} />
        </ActionIcon>
      </span>
    </li>
  );
}
