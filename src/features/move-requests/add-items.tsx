import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import * as m from '#messages';
import { wholePersonOptions } from '#src/directory/people.ts';
import type { MoveRequestType } from '#contract/moves.ts';
import { kindOf } from '#src/directory/move-kinds.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { colleaguesOptions } from '#src/directory/recipients.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { Choice } from '#src/ui/choice.tsx';
import { AddEquipment } from './add-equipment.tsx';
import type { DraftItem } from './draft.ts';
import { itemOfPerson } from './movers.ts';
import classes from './new.module.css';

type Props = {
  types: readonly MoveRequestType[];
  type: MoveRequestType;
  onType: (id: number) => void;
  /** Answers whether it was not there yet. */
  onAdd: (item: DraftItem) => boolean;
};

/** One after the other: choose what kind, then whom or what. The field stays for the next. */
export function AddItems({ types, type, onType, onAdd }: Props) {
  const client = useQueryClient();
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string>();
  const kind = kindOf(type);
  const add = (item: DraftItem) => {
    setProblem(undefined);
    setSaid(onAdd(item) ? m.moves_added({ name: item.name }) : m.moves_added_before({ name: item.name }));
  };
  const pick = async (id: number) => {
    try {
      add(itemOfPerson(type, await client.query(wholePersonOptions(id))));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <div className={classes.add}>
      <Choice
        label={m.moves_what()}
        none={types[0]?.name ?? ''}
        value={type.id}
        options={types.slice(1)}
        onChange={(id) => onType(id ?? types[0]!.id)}
      />
      <div className={classes.addField}>
        {(kind === 'move' || kind === 'terminate') && (
          <PersonPicker
            label={m.moves_find_people()}
            find={colleaguesOptions}
            error={problem}
            onPick={({ id }) => void pick(id)}
          />
        )}
        {kind === 'new' && <NewPerson type={type} onAdd={add} />}
        {kind === 'equipment' && <AddEquipment type={type} onAdd={add} />}
      </div>
      <p role="status" className={classes.said}>
        {said}
      </p>
    </div>
  );
}

/** Somebody who is not in the directory yet. */
function NewPerson({ type, onAdd }: { type: MoveRequestType; onAdd: (item: DraftItem) => void }) {
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [firstName, lastName] = [first.trim(), last.trim()];
    if (!firstName || !lastName) return;
    onAdd({
      key: randomKey(),
      typeId: type.id,
      kind: 'new',
      name: `${firstName} ${lastName}`,
      fields: { ...Object.fromEntries(type.fields.map(({ code }) => [code, ''])), firstName, lastName },
      tasks: {},
    });
    setFirst('');
    setLast('');
    (event.currentTarget.querySelector('input') as HTMLInputElement | null)?.focus();
  };
  return (
    <form className={classes.newPerson} onSubmit={submit}>
      <TextInput
        label={m.moves_first_name()}
        value={first}
        dir="auto"
        maxLength={200}
        onChange={(event) => setFirst(event.currentTarget.value)}
      />
      <TextInput
        label={m.moves_last_name()}
        value={last}
        dir="auto"
        maxLength={200}
        onChange={(event) => setLast(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" disabled={!first.trim() || !last.trim()}>
        {m.moves_add()}
      </Button>
    </form>
  );
}
