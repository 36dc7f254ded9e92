import { ActionIcon } from '@mantine/core';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import classes from './item-edit-form.module.css';

type Person = { id: number; name: string };
type Props = {
  /** The recipient when not given. */
  label?: string;
  value: Person | null;
  error: string | undefined;
  onChange: (person: Person | null) => void;
};

/** The recipient in a form: the person, or the search for one. */
export function RecipientField({ label = m.mail_recipient(), value, error, onChange }: Props) {
  if (!value)
    return <PersonPicker label={label} error={error} onPick={({ id, name }) => onChange({ id, name })} />;
  return (
    <div className={classes.recipient} role="group" aria-label={label}>
      <span className={classes.label}>{label}</span>
      <span className={classes.chosen}>
        <bdi title={value.name}>{value.name}</bdi>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={m.mail_recipient_change({ name: value.name })}
          onClick={() => onChange(null)}
        >
          <CloseIcon size={14} />
        </ActionIcon>
      </span>
      {error && <span className={classes.error}>{error}</span>}
    </div>
  );
}
