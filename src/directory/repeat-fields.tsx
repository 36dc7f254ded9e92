import { Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Chip.layer.css';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import { weekdays } from '#src/lib/weekdays.ts';
import { everies, type Repeat } from '#src/lib/repeat.ts';
import classes from './repeat.module.css';

const words = {
  daily: m.booking_repeat_daily,
  weekdays: m.booking_repeat_weekdays,
  weekly: m.booking_repeat_weekly,
  monthly: m.booking_repeat_monthly,
  yearly: m.repeat_yearly,
};
const units = {
  daily: m.repeat_unit_days,
  weekly: m.repeat_unit_weeks,
  monthly: m.repeat_unit_months,
  yearly: m.repeat_unit_years,
};

type Props<F extends { repeat: Repeat }> = {
  form: UseFormReturn<F>;
  /** What it is called when it does not repeat; without it that is no choice. */
  none?: string | undefined;
  /** For years rather than for a term: every so many weeks or years, and without an end. */
  endless?: boolean;
};

/** Whether something repeats, how, and for how long. */
export function RepeatFields<F extends { repeat: Repeat }>({ form, none, endless = false }: Props<F>) {
  // The other fields of the form are none of its business, and the library's types know no part of a form.
  const { control, register, formState } = form as unknown as UseFormReturn<{ repeat: Repeat }>;
  const [every, end] = useWatch({ control, name: ['repeat.every', 'repeat.end'] });
  const errors = formState.errors.repeat;
  return (
    <>
      <NativeSelect
        label={m.booking_repeat()}
        data={everies.flatMap((one) => {
          if (one === 'none') return none === undefined ? [] : { value: one, label: none };
          return one === 'yearly' && !endless ? [] : { value: one, label: words[one]() };
        })}
        error={errors?.every?.message ?? errors?.message}
        {...register('repeat.every')}
      />
      {endless && every !== 'none' && every !== 'weekdays' && (
        <TextInput
          label={m.repeat_interval()}
          description={m.repeat_interval_text({ unit: units[every]() })}
          inputMode="numeric"
          error={errors?.interval?.message}
          {...register('repeat.interval', { valueAsNumber: true })}
        />
      )}
      {every === 'weekly' && (
        <Controller
          control={control}
          name="repeat.days"
          render={({ field }) => (
            <div role="group" aria-label={m.booking_repeat_on()}>
              <Chip.Group
                multiple
                value={field.value.map(String)}
                onChange={(days) => field.onChange(days.map(Number))}
              >
                <Group gap={4}>
                  {weekdays(locale()).map(({ day, short, long }) => (
                    <Chip key={day} value={String(day)} size="xs" aria-label={long}>
                      {short}
                    </Chip>
                  ))}
                </Group>
              </Chip.Group>
              {errors?.days?.message && <p className={classes.error}>{errors.days.message}</p>}
            </div>
          )}
        />
      )}
      {every !== 'none' && (
        <div className={classes.pair}>
          <NativeSelect
            label={m.booking_repeat_end()}
            data={[
              ...(endless ? [{ value: 'never', label: m.repeat_never() }] : []),
              { value: 'count', label: m.booking_repeat_count() },
              { value: 'until', label: m.booking_repeat_until() },
            ]}
            {...register('repeat.end')}
          />
          {end === 'count' && (
            <TextInput
              label={m.booking_repeat_times()}
              inputMode="numeric"
              error={errors?.count?.message}
              {...register('repeat.count', { valueAsNumber: true })}
            />
          )}
          {end === 'until' && (
            <TextInput
              type="date"
              label={m.booking_repeat_last()}
              error={errors?.until?.message}
              {...register('repeat.until')}
            />
          )}
        </div>
      )}
    </>
  );
}
