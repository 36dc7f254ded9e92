import { Autocomplete, Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import * as m from '#messages';
import type { MoveRequestType } from '#contract/moves.ts';
import { http } from '#src/lib/http.ts';
import { withQuery } from '#src/lib/query-string.ts';
import { randomKey } from '#src/lib/random-key.ts';
import type { DraftItem, DraftSpace } from './draft.ts';
import classes from './new.module.css';

const PAUSE = 150;
const SHOWN = 12;
const place = z.object({
  id: z.int(),
  name: z.string(),
  floor: z.object({
    id: z.int().optional(),
    name: z.string(),
    building: z.object({ name: z.string() }),
  }),
});
/** As much of an asset as is shown. */
const thing = z.object({
  id: z.int(),
  name: z.string(),
  localUID: z.string().optional(),
  serialNumber: z.string().optional(),
  room: place.optional(),
});
type Thing = z.infer<typeof thing>;

const thingsOptions = (search: string) =>
  queryOptions({
    queryKey: ['assets', 'found-for-move', search],
    queryFn: ({ signal }) =>
      http('GET', withQuery('/assets', { search, limit: SHOWN, orderBy: 'name' }), {
        reply: z.array(thing),
        signal,
      }),
    enabled: search !== '',
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
const wordsOf = ({ id, name, localUID, serialNumber }: Thing) =>
  [name, localUID ?? serialNumber ?? `#${id}`].join(' · ');
const seatOf = ({ room }: Thing): DraftSpace | undefined =>
  room && {
    id: room.id,
    name: room.name,
    floor: room.floor.name,
    building: room.floor.building.name,
    floorId: room.floor.id ?? 0,
  };

/** A thing of the register, found as one types; what is not in it goes by its name. */
export function AddEquipment({ type, onAdd }: { type: MoveRequestType; onAdd: (item: DraftItem) => void }) {
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), PAUSE);
  const { data = [], error } = useQuery(thingsOptions(asked));
  const shown = asked === '' ? [] : data;
  const add = (typed: string) => {
    const known = shown.find((one) => wordsOf(one) === typed);
    const name = known?.name ?? typed.trim();
    if (!name) return;
    const from = known && seatOf(known);
    onAdd({
      key: randomKey(),
      typeId: type.id,
      kind: 'equipment',
      name,
      ...(known && { assetId: known.id }),
      ...(from && { from }),
      fields: Object.fromEntries(type.fields.map(({ code }) => [code, ''])),
      tasks: {},
    });
    // The field writes what was chosen into itself afterwards.
    setTimeout(() => setText(''));
  };
  return (
    <form
      className={classes.newPerson}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        add(text);
      }}
    >
      <Autocomplete
        className={classes.grow}
        label={m.moves_equipment()}
        placeholder={m.moves_equipment_hint()}
        description={error ? m.moves_equipment_failed({ reason: error.message }) : undefined}
        data={[...new Set(shown.map(wordsOf))]}
        filter={({ options }) => options}
        value={text}
        maxLength={300}
        onChange={setText}
        onOptionSubmit={add}
      />
      <Button type="submit" variant="default" disabled={!text.trim()}>
        {m.moves_add()}
      </Button>
    </form>
  );
}
