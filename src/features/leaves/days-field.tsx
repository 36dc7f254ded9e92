import { TextInput } from '@mantine/core';
import * as m from '#messages';

/** A number of days in halves, as the server takes it; undefined for anything else. */
export function readDays(text: string): number | undefined {
  const days = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
  return days >= 0 && days <= 366 && Number.isInteger(days * 2) ? days : undefined;
}

type Props = {
  label: string;
  value: string;
  /** Mistakes are said from now on. */
  checked: boolean;
  optional?: boolean;
  onChange: (value: string) => void;
};

/** Days, half ones too. */
export function DaysField({ label, value, checked, optional, onChange }: Props) {
  const wrong = readDays(value) === undefined && !(optional && !value.trim());
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      maxLength={6}
      value={value}
      error={checked && wrong && m.leave_type_amount_wrong()}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
