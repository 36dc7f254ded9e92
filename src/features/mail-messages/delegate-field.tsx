import { Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import classes from './messages.module.css';

type Person = { id: number; name: string };
type Props = { person: Person | null; error: string | undefined; onChange: (person: Person | null) => void };

/** Who is told too and may collect: one colleague, or nobody. */
export function DelegateField({ person, error, onChange }: Props) {
  const [choosing, setChoosing] = useState(false);
  if (choosing)
    return (
      <PersonPicker
        autoFocus
        label={m.prefs_delegate_find()}
        find={colleaguesOptions}
        onPick={({ id, name }) => {
          onChange({ id, name });
          setChoosing(false);
        }}
        onCancel={() => setChoosing(false)}
      />
    );
  return (
    <div>
      <p className={classes.chosen} data-wrong={Boolean(error) || undefined}>
        {person ? (
          <bdi title={person.name}>{person.name}</bdi>
        ) : (
          <span className={classes.nobody}>{m.prefs_delegate_none()}</span>
        )}
        <Button variant="default" size="compact-sm" onClick={() => setChoosing(true)}>
          {person ? m.mail_change() : m.prefs_delegate_choose()}
        </Button>
        {person && (
          <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
            {m.prefs_delegate_remove()}
          </Button>
        )}
      </p>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
    </div>
  );
}
