import { Checkbox, TextInput } from '@mantine/core';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import * as m from '#messages';
import classes from './booking.module.css';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';
import { isDay } from './day-search.ts';
import type { BookingFields } from './form-values.ts';

/** When: a day and two times of the building's clock, or whole days. */
export function TimeFields({ form }: { form: UseFormReturn<BookingFields> }) {
  const { control, register, setValue, getValues, formState } = form;
  const { errors } = formState;
  const [allDay, date, endDate] = useWatch({ control, name: ['allDay', 'date', 'endDate'] });
  const manyDays = allDay || endDate !== date;
  /** Another start keeps the length, and another day the last day with it. */
  function dateChanged(next: string) {
    if (isDay(next) && (!manyDays || getValues('endDate') < next)) setValue('endDate', next);
  }
  function startChanged(before: string, next: string) {
    const { end } = getValues();
    const minutes = (time: string) => Date.parse(`2026-01-01T${time}:00Z`);
    if (manyDays || !before || !next || !end || end <= before) return;
    const later = minutes(next) + minutes(end) - minutes(before);
    const last = instantOf('2026-01-02T00:00', 'UTC');
    setValue('end', later >= last ? '00:00' : clockOf(later, 'UTC').slice(11));
  }
  const start = register('start');
  return (
    <>
      <div className={classes.times}>
        <TextInput
          type="date"
          label={m.booking_date()}
          error={errors.date?.message}
          {...register('date', { onChange: (event) => dateChanged(String(event.target.value)) })}
        />
        {manyDays && (
          <TextInput
            type="date"
            label={m.booking_end_date()}
            error={errors.endDate?.message}
            {...register('endDate')}
          />
        )}
        {!allDay && (
          <>
            <TextInput
              type="time"
              step={300}
              label={m.booking_start()}
              error={errors.start?.message}
              {...start}
              onChange={(event) => {
                startChanged(getValues('start'), event.currentTarget.value);
                void start.onChange(event);
              }}
            />
            <TextInput
              type="time"
              step={300}
              label={m.booking_end()}
              error={errors.end?.message}
              {...register('end')}
            />
          </>
        )}
      </div>
      <Checkbox label={m.booking_all_day()} {...register('allDay')} />
    </>
  );
}
