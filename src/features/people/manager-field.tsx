import { Button, Input } from '@mantine/core';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import type { Named } from './form-values.ts';
import classes from './form.module.css';

type Props = { value: Named | null; onChange: (person: Named | null) => void; error?: string | undefined };

/** Whom somebody reports to, found as one types. */
export function ManagerField({ value, onChange, error }: Props) {
  if (!value)
    return (
      <PersonPicker
        label={m.people_manager()}
        placeholder={m.people_type_to_find()}
        find={colleaguesOptions}
        error={error}
        onPick={({ id, name }) => onChange({ id, name })}
      />
    );
  return (
    <Input.Wrapper label={m.people_manager()} error={error} labelElement="div">
      <div className={classes.chosen} role="group" aria-label={m.people_manager()}>
        <bdi>{value.name}</bdi>
        <Button variant="default" size="compact-sm" onClick={() => onChange(null)}>
          {m.people_take_away()}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
