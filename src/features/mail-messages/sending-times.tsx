import { TextInput } from '@mantine/core';
import { type UseFormReturn, useController } from 'react-hook-form';
import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import { minute } from '#src/directory/minute.ts';
import { formatTime, isTimeZone } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import classes from './messages.module.css';
import type { Choices } from './preferences.ts';
import { weekdays } from '#src/lib/weekdays.ts';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const WEEK = 7;

/** The weekdays without messages, and the hours with them. */
export function SendingTimes({ form, zone }: { form: UseFormReturn<Choices>; zone: string }) {
  const { errors } = form.formState;
  const now = useStore(minute);
  const { field } = useController({
    control: form.control,
    name: 'quietWeekdays',
    rules: { validate: (days) => days.length < WEEK || m.prefs_quiet_all() },
  });
  const toggle = (day: number) =>
    field.onChange(
      field.value.includes(day)
        ? field.value.filter((one) => one !== day)
        : [...field.value, day].toSorted((a, b) => a - b),
    );
  const valid = (text: string) => TIME.test(text) || m.prefs_time_missing();
  return (
    <>
      <fieldset
        className={classes.week}
        aria-describedby={errors.quietWeekdays ? 'quiet-error' : undefined}
        data-wrong={Boolean(errors.quietWeekdays) || undefined}
      >
        <legend>{m.prefs_quiet()}</legend>
        {weekdays(locale()).map(({ day, short, long }, at) => (
          <label key={day} className={classes.weekday} title={long}>
            <input
              type="checkbox"
              aria-label={long}
              checked={field.value.includes(day)}
              ref={at === 0 ? field.ref : undefined}
              onChange={() => toggle(day)}
              onBlur={field.onBlur}
            />
            <span aria-hidden="true">{short}</span>
          </label>
        ))}
        {errors.quietWeekdays && (
          <p id="quiet-error" role="alert" className={classes.error}>
            {errors.quietWeekdays.message}
          </p>
        )}
      </fieldset>
      <div className={classes.hours}>
        <TextInput
          type="time"
          label={m.prefs_from()}
          error={errors.from?.message}
          {...form.register('from', {
            validate: (from, { until }) =>
              valid(from) === true ? !TIME.test(until) || from < until || m.prefs_from_wrong() : valid(from),
          })}
        />
        <TextInput
          type="time"
          label={m.prefs_until()}
          error={errors.until?.message}
          {...form.register('until', { validate: valid, deps: 'from' })}
        />
      </div>
      <p className={classes.text}>
        {m.prefs_zone({
          zone: zone.replaceAll('_', ' '),
          time: formatTime(now, isTimeZone(zone) ? zone : undefined),
        })}
      </p>
    </>
  );
}
