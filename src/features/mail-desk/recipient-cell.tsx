import * as m from '#messages';
import type { Recipient } from '#contract/mail.ts';
import { whereabouts } from '#src/directory/person-option.tsx';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { Avatar } from '#src/ui/avatar.tsx';
import { PersonIcon } from '#src/ui/icons.tsx';
import type { DraftRow } from './draft.ts';
import classes from './recipient-cell.module.css';

type Props = {
  row: DraftRow;
  locked: boolean;
  editing: boolean;
  onEdit: () => void;
  onPick: (recipient: Recipient | undefined, recipientName?: string) => void;
  onCancel: (how: 'escape' | 'leave') => void;
};

/** Who a scanned parcel is for: a field while it is being filled in, otherwise what was chosen. */
export function RecipientCell({ row, locked, editing, onEdit, onPick, onCancel }: Props) {
  const { recipient, recipientName, number, problem } = row;
  if (editing && !locked)
    return (
      <span className={classes.field}>
        <PersonPicker
          bare
          autoFocus
          label={m.mail_row_recipient({ number: number || m.mail_unnumbered() })}
          onPick={onPick}
          asTyped={{
            label: (name) => m.mail_recipient_as_typed({ name }),
            onPick: (name) => onPick(undefined, name),
          }}
          onCancel={onCancel}
        />
      </span>
    );
  // Nothing to choose any more, and nothing chosen.
  if (locked && !recipient && !recipientName) return <span />;
  const wrong = problem && /^(toUser|deliverTo|recipientName)/.test(problem.field);
  return (
    <button
      type="button"
      className={classes.slot}
      disabled={locked}
      data-empty={!(recipient || recipientName) || undefined}
      data-wrong={wrong || undefined}
      onClick={onEdit}
    >
      {recipient ? (
        <>
          <Avatar name={recipient.name} color={recipient.color} />
          <span className={classes.who}>
            <bdi className={classes.name} title={recipient.name}>
              {recipient.name}
            </bdi>
            <span className={classes.where} title={whereabouts(recipient)}>
              {whereabouts(recipient) || recipient.email}
            </span>
          </span>
          {recipient.openItems > 0 && (
            <span className={classes.open}>{m.mail_person_open({ count: recipient.openItems })}</span>
          )}
        </>
      ) : (
        <>
          <PersonIcon size={16} />
          {recipientName ? (
            <span className={classes.who}>
              <bdi className={classes.name} title={recipientName}>
                {recipientName}
              </bdi>
              <span className={classes.where}>{m.mail_recipient_unknown_text()}</span>
            </span>
          ) : (
            <span>{m.mail_recipient_add()}</span>
          )}
        </>
      )}
    </button>
  );
}
