import { Input, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import classes from './care.module.css';

type Props = {
  label: string;
  hint?: string;
  /** Minutes; null where both fields are empty. */
  value: number | null;
  onChange: (minutes: number | null) => void;
  error?: string | undefined;
};
type Typed = { hours: string; minutes: string };
const MOST = 1_000_000;

const digits = (text: string) => text.replaceAll(/\D/g, '').slice(0, 6);
const typedOf = (value: number | null): Typed =>
  value === null
    ? { hours: '', minutes: '' }
    : { hours: String(Math.floor(value / 60)), minutes: String(value % 60) };
const minutesOf = ({ hours, minutes }: Typed) =>
  hours === '' && minutes === '' ? null : Math.min(Number(hours) * 60 + Number(minutes), MOST);

/** A span of time as hours and minutes; 90 minutes may be typed as they are. */
export function MinutesField({ label, hint, value, onChange, error }: Props) {
  const [typed, setTyped] = useState(() => typedOf(value));
  // Set from outside, such as by Discard: what is typed follows.
  const shown = minutesOf(typed) === value ? typed : typedOf(value);
  const change = (part: Partial<Typed>) => {
    const next = { ...shown, ...part };
    setTyped(next);
    onChange(minutesOf(next));
  };
  return (
    <Input.Wrapper label={label} description={hint} error={error} labelElement="div">
      <div className={classes.minutes} role="group" aria-label={label}>
        {(['hours', 'minutes'] as const).map((unit) => (
          <TextInput
            key={unit}
            inputMode="numeric"
            aria-label={unit === 'hours' ? m.care_hours() : m.care_minutes()}
            aria-invalid={error ? true : undefined}
            value={shown[unit]}
            rightSection={<span aria-hidden="true">{unit === 'hours' ? m.care_h() : m.care_min()}</span>}
            onChange={({ currentTarget }) => change({ [unit]: digits(currentTarget.value) })}
          />
        ))}
      </div>
    </Input.Wrapper>
  );
}
