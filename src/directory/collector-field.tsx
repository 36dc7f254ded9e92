import { Button, SegmentedControl } from '@mantine/core';
import * as m from '#messages';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import type { Collector } from './delivery.ts';
import classes from './delivery-dialog.module.css';

type Props = {
  /** What the recipient is called here; undefined when nobody knows them. */
  recipient: string | undefined;
  value: Collector;
  onChange: (collector: Collector) => void;
};

/** Who collects: the recipient, or somebody else, from the directory or by name. */
export function CollectorField({ recipient, value, onChange }: Props) {
  const other = value.kind !== 'recipient';
  const name = value.kind === 'person' ? value.person.name : value.kind === 'name' ? value.name : undefined;
  return (
    <fieldset className={classes.collector}>
      <legend>{m.mail_collector()}</legend>
      {recipient !== undefined && (
        <SegmentedControl
          fullWidth
          value={other ? 'other' : 'recipient'}
          onChange={(kind) => onChange(kind === 'other' ? { kind: 'nobody' } : { kind: 'recipient' })}
          data={[
            { value: 'recipient', label: <bdi className={classes.clip}>{recipient}</bdi> },
            { value: 'other', label: m.mail_collector_other() },
          ]}
        />
      )}
      {other &&
        (name === undefined ? (
          <PersonPicker
            bare
            autoFocus={recipient !== undefined}
            label={m.mail_collector_name()}
            placeholder={m.mail_collector_placeholder()}
            onPick={(person) => onChange({ kind: 'person', person })}
            asTyped={{
              label: (text) => m.mail_collector_as_typed({ name: text }),
              onPick: (text) => onChange({ kind: 'name', name: text }),
            }}
          />
        ) : (
          <p className={classes.chosen}>
            <bdi className={classes.clip} title={name}>
              {name}
            </bdi>
            <Button variant="default" size="compact-sm" onClick={() => onChange({ kind: 'nobody' })}>
              {m.mail_change()}
            </Button>
          </p>
        ))}
    </fieldset>
  );
}
