import { Button } from '@mantine/core';
import * as m from '#messages';
import classes from './lending.module.css';
import { MomentField } from './moment-field.tsx';
import { dueIn, type Moment } from './moments.ts';

type Props = {
  zone: string;
  value: Moment;
  onChange: (value: Moment) => void;
  error?: string | undefined;
};
const choices = [0, 1, 7, 14, 30];

/** When it is due back: a day and a time, or one press for the usual ones. */
export function DueField({ zone, value, onChange, error }: Props) {
  return (
    <div>
      <MomentField label={m.lending_due()} value={value} onChange={onChange} error={error} />
      <div className={classes.quick} role="group" aria-label={m.lending_due_quick()} style={{ marginTop: 8 }}>
        {choices.map((days) => (
          <Button key={days} size="compact-sm" variant="default" onClick={() => onChange(dueIn(days, zone))}>
            {days === 0 ? m.lending_today() : m.assets_days({ days })}
          </Button>
        ))}
      </div>
    </div>
  );
}
