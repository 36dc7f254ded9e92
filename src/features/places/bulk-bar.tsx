import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Room, RoomEdit, RoomType } from '#contract/places.ts';
import * as m from '#messages';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { LinkButton } from '#src/ui/link.tsx';
import { isNumber, numberIn } from './number-text.ts';
import classes from './places.module.css';

const attributes = ['type', 'reservable', 'capacity'] as const;
type Attribute = (typeof attributes)[number];
const labels: Record<Attribute, () => string> = {
  type: m.places_type,
  reservable: m.places_booking,
  capacity: m.places_capacity,
};
type Props = {
  chosen: readonly Room[];
  types: readonly RoomType[];
  /** A change is on its way: another has to wait. */
  busy: boolean;
  onApply: (body: RoomEdit) => void;
  onClear: () => void;
};

/** What to change in all chosen spaces, and to what. */
export function BulkBar({ chosen, types, busy, onApply, onClear }: Props) {
  const me = useMe();
  const [attribute, setAttribute] = useState<Attribute>('reservable');
  const [value, setValue] = useState('true');
  const [problem, setProblem] = useState<string>();
  const choose = (next: Attribute) => {
    setAttribute(next);
    setProblem(undefined);
    setValue(next === 'type' ? String(types[0]?.id ?? '') : next === 'reservable' ? 'true' : '');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = attribute === 'capacity' ? isNumber(value) : true;
    setProblem(wrong === true ? undefined : wrong);
    if (wrong !== true) return;
    if (attribute === 'type') onApply({ type: { id: Number(value) } });
    else if (attribute === 'reservable') onApply({ reservable: value === 'true' });
    else onApply({ capacity: numberIn(value) });
  };
  const field = { size: 'xs', value, 'aria-label': m.places_bulk_value(), disabled: busy } as const;
  return (
    <form className={classes.bulk} onSubmit={submit} aria-label={m.places_bulk()}>
      <span className={classes.bulkCount} role="status">
        {m.places_bulk_chosen({ count: chosen.length })}
      </span>
      <NativeSelect
        size="xs"
        aria-label={m.places_bulk_what()}
        value={attribute}
        disabled={busy}
        data={attributes.map((name) => ({ value: name, label: labels[name]() }))}
        onChange={({ currentTarget }) => choose(attributes.find((name) => name === currentTarget.value)!)}
      />
      {attribute === 'capacity' ? (
        <TextInput
          {...field}
          className={classes.short}
          inputMode="numeric"
          error={problem}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      ) : (
        <NativeSelect
          {...field}
          data={
            attribute === 'type'
              ? types.map(({ id, name }) => ({ value: String(id), label: name }))
              : [
                  { value: 'true', label: m.places_reservable() },
                  { value: 'false', label: m.places_not_reservable() },
                ]
          }
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="compact-md" disabled={busy}>
        {m.places_bulk_apply({ count: chosen.length })}
      </Button>
      {uses(me, 'booking') && (
        <LinkButton
          to="/spaces/labels"
          search={{ ids: chosen.map(({ id }) => id).join(',') }}
          variant="default"
          size="compact-md"
        >
          {m.code_print()}
        </LinkButton>
      )}
      <Button variant="default" size="compact-md" disabled={busy} onClick={onClear}>
        {m.ui_clear()}
      </Button>
    </form>
  );
}
