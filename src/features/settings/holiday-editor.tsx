import { ActionIcon, Button, FileButton, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import * as m from '#messages';
import type { Holiday } from '#contract/center-hours.ts';
import { minute } from '#src/directory/minute.ts';
import { dayOf, formatLongDay } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { UploadIcon } from '#src/ui/plan-icons.tsx';
import { holidaysOf } from './calendar-file.ts';
import classes from './centers.module.css';
import { byDay } from './week.ts';

type Props = {
  holidays: readonly Holiday[];
  /** The day that is being typed, not yet one of them. */
  next: Holiday;
  zone: string;
  /** Why the day that is being typed cannot be added. */
  problem: string | undefined;
  onNext: (next: Holiday) => void;
  onAdd: () => void;
  onChange: (holidays: readonly Holiday[]) => void;
};

const LARGEST = 5_000_000;
/** The days on which a center is closed, typed in or read from a calendar file. */
export function HolidayEditor({ holidays, next, zone, problem, onNext, onAdd, onChange }: Props) {
  const [past, setPast] = useState(false);
  const dayField = useRef<HTMLInputElement>(null);
  const forget = useRef<() => void>(null);
  const today = dayOf(useStore(minute), zone);
  const gone = holidays.filter(({ day }) => day < today).length;
  const shown = past ? holidays : holidays.filter(({ day }) => day >= today);

  const add = () => {
    onAdd();
    if (next.day && next.day < today) setPast(true);
    dayField.current?.focus();
  };
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    // Enter adds the day; it does not save the form around it.
    event.preventDefault();
    add();
  };
  const read = async (file: File | null) => {
    forget.current?.();
    if (!file) return;
    try {
      if (file.size > LARGEST) throw new Error('too large');
      const found = await holidaysOf(await file.text(), today);
      const fresh = found.filter(({ day }) => holidays.every((known) => known.day !== day));
      if (fresh.length > 0) onChange([...holidays, ...fresh].sort(byDay));
      notify(
        fresh.length > 0
          ? {
              message: m.settings_calendar_read({ count: fresh.length }),
              tone: 'info',
              undo: () => onChange(holidays),
            }
          : { message: m.settings_calendar_empty(), tone: 'info' },
      );
    } catch {
      notify({ message: m.settings_calendar_failed({ name: file.name }), tone: 'danger' });
    }
  };

  return (
    <section aria-label={m.settings_holidays()} className={classes.part}>
      <h3 className={classes.heading}>{m.settings_holidays()}</h3>
      {shown.length === 0 && <p className={classes.hint}>{m.settings_holidays_none()}</p>}
      {shown.length > 0 && (
        <ul className={classes.holidays}>
          {shown.map(({ day, name }) => (
            <li key={day} className={classes.holiday}>
              <time dateTime={day}>{formatLongDay(day)}</time>
              <bdi title={name}>{name}</bdi>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={m.settings_holiday_remove({ name, day: formatLongDay(day) })}
                onClick={() => {
                  dayField.current?.focus({ preventScroll: true });
                  onChange(holidays.filter((one) => one.day !== day));
                }}
              >
                <CloseIcon size={14} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {gone > 0 && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          fw={500}
          className={classes.past}
          aria-expanded={past}
          onClick={() => setPast(!past)}
        >
          {past ? m.settings_holidays_past_hide() : m.settings_holidays_past({ count: gone })}
        </Button>
      )}
      <div className={classes.addHoliday}>
        <TextInput
          ref={dayField}
          type="date"
          size="xs"
          label={m.settings_holiday_day()}
          max="2999-12-31"
          error={problem !== undefined}
          value={next.day}
          onChange={(event) => onNext({ ...next, day: event.currentTarget.value })}
          onKeyDown={onEnter}
        />
        <TextInput
          size="xs"
          dir="auto"
          label={m.settings_holiday_name()}
          maxLength={200}
          value={next.name}
          onChange={(event) => onNext({ ...next, name: event.currentTarget.value })}
          onKeyDown={onEnter}
        />
        <Button variant="default" size="xs" leftSection={<PlusIcon size={14} />} onClick={add}>
          {m.settings_holiday_add()}
        </Button>
      </div>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <FileButton accept=".ics,text/calendar" resetRef={forget} onChange={(file) => void read(file)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="xs"
            className={classes.past}
            leftSection={<UploadIcon size={15} />}
          >
            {m.settings_calendar_add()}
          </Button>
        )}
      </FileButton>
    </section>
  );
}
