import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { TrashIcon } from '#src/ui/desk-icons.tsx';
import { ArrowUpIcon } from '#src/ui/icons.tsx';
import classes from './catalogue.module.css';

/** `code` is what answers are kept under, and never changes; absent: it is new. */
export type Field = { key: number; code?: string; name: string };
type Props = { fields: readonly Field[]; checked: boolean; onChange: (fields: Field[]) => void };
/** As many as the server takes. */
const MOST = 50;

/** What is asked, in its order. */
export function FieldRows({ fields, checked, onChange }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (added.current) list.current?.querySelector<HTMLElement>('li:last-child input')?.focus();
    added.current = false;
  });
  const add = () => {
    added.current = true;
    onChange([...fields, { key: Math.min(0, ...fields.map(({ key }) => key)) - 1, name: '' }]);
  };
  return (
    <fieldset className={classes.fields}>
      <legend>{m.move_settings_fields()}</legend>
      <ul ref={list} className={classes.fieldList}>
        {fields.map((field, at) => {
          const label = m.move_settings_field({ place: at + 1 });
          const called = field.name || label;
          return (
            <li key={field.key} className={classes.field}>
              <TextInput
                className={classes.fieldName}
                aria-label={label}
                dir="auto"
                maxLength={200}
                value={field.name}
                error={checked && !field.name.trim() && m.move_settings_field_missing()}
                onChange={(event) => onChange(fields.with(at, { ...field, name: event.currentTarget.value }))}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                disabled={at === 0}
                aria-label={m.move_settings_field_up({ name: called })}
                title={m.move_settings_field_up({ name: called })}
                onClick={() => onChange(fields.with(at, fields[at - 1]!).with(at - 1, field))}
              >
                <ArrowUpIcon size={16} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={m.move_settings_field_remove({ name: called })}
                title={m.move_settings_field_remove({ name: called })}
                onClick={() => onChange(fields.toSpliced(at, 1))}
              >
                <TrashIcon size={16} />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      {fields.length < MOST && (
        <Button variant="default" size="compact-md" leftSection={<PlusIcon size={15} />} onClick={add}>
          {m.move_settings_field_new()}
        </Button>
      )}
    </fieldset>
  );
}
