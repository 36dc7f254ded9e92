import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import type { MoveItem } from '#contract/moves.ts';
import { useMoveWrite } from '#src/directory/move-queries.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { notify } from '#src/ui/notify.ts';
import { nameHeir } from './api.ts';

/** Who takes over from somebody who leaves; their manager, unless somebody else is named. */
export function Heir({ item }: { item: Pick<MoveItem, 'id'> }) {
  const [looking, setLooking] = useState(false);
  const name = useMoveWrite((heir: number | null) => nameHeir(item.id, heir));
  const choose = (heir: number | null, message: string) =>
    name.mutate(heir, {
      onSuccess: () => {
        setLooking(false);
        notify({ message, tone: 'success' });
      },
    });
  return (
    <div>
      {looking ? (
        <PersonPicker
          label={m.moves_heir()}
          autoFocus
          find={colleaguesOptions}
          error={name.error?.message}
          onPick={(person) => choose(person.id, m.moves_heir_named({ name: person.name }))}
          onCancel={() => setLooking(false)}
        />
      ) : (
        <>
          <Button variant="default" size="compact-sm" onClick={() => setLooking(true)}>
            {m.moves_heir_other()}
          </Button>{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            loading={name.isPending}
            onClick={() => choose(null, m.moves_heir_none())}
          >
            {m.moves_heir_manager()}
          </Button>
          {name.error && (
            <Alert color="red" role="alert" mt="xs">
              {name.error.message}
            </Alert>
          )}
        </>
      )}
    </div>
  );
}
