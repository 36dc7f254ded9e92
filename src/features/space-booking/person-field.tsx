import { Button, Input } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import classes from './booking.module.css';

type Person = { id: number; name: string };
type Props = { value: Person; onChange: (person: Person) => void; error?: string | undefined };

/** For whom a manager books. */
export function PersonField({ value, onChange, error }: Props) {
  const [looking, setLooking] = useState(false);
  if (looking)
    return (
      <PersonPicker
        label={m.booking_for()}
        autoFocus
        find={colleaguesOptions}
        error={error}
        onPick={({ id, name }) => {
          onChange({ id, name });
          setLooking(false);
        }}
        onCancel={() => setLooking(false)}
      />
    );
  return (
    <Input.Wrapper label={m.booking_for()} error={error} labelElement="div">
      <div className={classes.chosen} role="group" aria-label={m.booking_for()}>
        <bdi>{value.name}</bdi>
        <Button variant="default" size="compact-sm" onClick={() => setLooking(true)}>
          {m.booking_for_other()}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
