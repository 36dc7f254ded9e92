import { Button, Group, Input } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';

type Person = { id: number; name: string };
type Props = { value: Person; onChange: (person: Person) => void; error?: string | undefined };

/** For whom it is asked, where somebody works in the center. */
export function RequesterField({ value, onChange, error }: Props) {
  const [looking, setLooking] = useState(false);
  if (looking)
    return (
      <PersonPicker
        label={m.requests_for()}
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
    <Input.Wrapper label={m.requests_for()} error={error} labelElement="div">
      <Group gap="xs" role="group" aria-label={m.requests_for()}>
        <bdi>{value.name}</bdi>
        <Button variant="default" size="compact-sm" onClick={() => setLooking(true)}>
          {m.requests_for_other()}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}
