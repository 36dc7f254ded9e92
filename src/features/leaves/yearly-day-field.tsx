import { Checkbox } from '@mantine/core';
import * as m from '#messages';
import { locale } from '#src/lib/language.ts';
import { Choice } from '#src/ui/choice.tsx';
import classes from './leaves.module.css';

type Props = { value: string | undefined; onChange: (value: string | undefined) => void };

const two = (number: number) => String(number).padStart(2, '0');
// Of a leap year: 29 February is the last day of its month there.
const lastOf = (month: number) => new Date(Date.UTC(2028, month, 0)).getUTCDate();
const monthName = (month: number) =>
  new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2028, month - 1));
const upTo = (last: number, name: (at: number) => string) =>
  Array.from({ length: last }, (_, at) => ({ id: at + 1, name: name(at + 1) }));

/** A month and a day of every year, such as 03-31, or none. */
export function YearlyDayField({ value, onChange }: Props) {
  const [month = 0, day = 0] = value?.split('-').map(Number) ?? [];
  const set = (toMonth: number, toDay: number) =>
    onChange(`${two(toMonth)}-${two(Math.min(toDay, lastOf(toMonth)))}`);
  return (
    <>
      <Checkbox
        label={m.leave_type_carry_ends()}
        checked={value !== undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.checked ? '03-31' : undefined)}
      />
      {value && (
        <div className={classes.pair}>
          <Choice
            label={m.leave_type_carry_day()}
            none={m.leave_form_choose()}
            value={day}
            options={upTo(lastOf(month), (at) => new Intl.NumberFormat(locale()).format(at))}
            onChange={(to) => to && set(month, to)}
          />
          <Choice
            label={m.leave_type_carry_month()}
            none={m.leave_form_choose()}
            value={month}
            options={upTo(12, monthName)}
            onChange={(to) => to && set(to, day)}
          />
        </div>
      )}
    </>
  );
}
