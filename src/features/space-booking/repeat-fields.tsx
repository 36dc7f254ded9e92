import { Chip, Group, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Chip.layer.css';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { getLocale } from '#locale';
import * as m from '#messages';
import { weekdays } from '#src/lib/weekdays.ts';
import classes from './booking.module.css';
import type { BookingFields } from './form-values.ts';
import { everies } from './repeat.ts';

const words = {
  none: m.booking_repeat_none,
  daily: m.booking_repeat_daily,
  weekdays: m.booking_repeat_weekdays,
  weekly: m.booking_repeat_weekly,
  monthly: m.booking_repeat_monthly,
};

/** Whether the booking repeats, and for how long. */
export function RepeatFields({ form }: { form: UseFormReturn<BookingFields> }) {
  const { control, register, formState } = form;
  const [every, end] = useWatch({ control, name: ['repeat.every', 'repeat.end'] });
  const errors = formState.errors.repeat;
  return (
    <>
      <NativeSelect
        label={m.booking_repeat()}
        data={everies.map((one) => ({ value: one, label: words[one]() }))}
        error={errors?.every?.message}
        {...register('repeat.every')}
      />
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
                  {weekdays(getLocale()).map(({ day, short, long }) => (
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
              { value: 'count', label: m.booking_repeat_count() },
              { value: 'until', label: m.booking_repeat_until() },
            ]}
            {...register('repeat.end')}
          />
          {end === 'count' ? (
            <TextInput
              label={m.booking_repeat_times()}
              inputMode="numeric"
              error={errors?.count?.message}
              {...register('repeat.count', { valueAsNumber: true })}
            />
          ) : (
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
