import { TextInput } from '@mantine/core';
import * as m from '#messages';
import classes from './lending.module.css';
import type { Moment } from './moments.ts';

type Props = {
  label: string;
  value: Moment;
  onChange: (value: Moment) => void;
  error?: string | undefined;
};

/** A day and a time of it, by the clocks of the organisation. */
export function MomentField({ label, value, onChange, error }: Props) {
  return (
    <div className={classes.moment} role="group" aria-label={label}>
      <TextInput
        type="date"
        label={label}
        value={value.date}
        error={error}
        onChange={({ currentTarget }) => onChange({ ...value, date: currentTarget.value })}
      />
      <TextInput
        type="time"
        step={300}
        label={m.lending_time()}
        aria-label={m.lending_time_of({ what: label })}
        value={value.time}
        onChange={({ currentTarget }) => onChange({ ...value, time: currentTarget.value })}
      />
    </div>
  );
}
