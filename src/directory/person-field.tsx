import { Button } from '@mantine/core';
import * as m from '#messages';
import classes from './person-field.module.css';
import { PersonPicker } from './person-picker.tsx';
import { colleaguesOptions } from './recipients.ts';

export type Person = { id: number; name: string };
type Props = {
  label: string;
  value: Person | undefined;
  onChange: (person: Person | undefined) => void;
  autoFocus?: boolean;
  error?: string | undefined;
};

/** One person, found by name or badge. */
export function PersonField({ label, value, onChange, autoFocus = false, error }: Props) {
  if (!value)
    return (
      <PersonPicker
        label={label}
        placeholder={m.lending_person_hint()}
        find={colleaguesOptions}
        autoFocus={autoFocus}
        error={error}
        onPick={({ id, name }) => onChange({ id, name })}
      />
    );
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <p className={classes.chosen}>
        <bdi title={value.name}>{value.name}</bdi>
        <Button variant="default" size="compact-sm" onClick={() => onChange(undefined)}>
          {m.lending_change()}
        </Button>
      </p>
      {error && <p className={classes.error}>{error}</p>}
    </div>
  );
}
