import { Alert, Button, Group, Select } from '@mantine/core';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { locale } from '#src/lib/language.ts';
import * as m from '#messages';
import type { CenterHours, CenterHoursEdit } from '#contract/center-hours.ts';
import { useMe } from '#src/directory/me.ts';
import { timeZones } from '#src/lib/places.ts';
import { weekdays } from '#src/lib/weekdays.ts';
import { notify } from '#src/ui/notify.ts';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import classes from './centers.module.css';
import { DayHours } from './day-hours.tsx';
import { HolidayEditor } from './holiday-editor.tsx';
import { useSaveCenter } from './queries.ts';
import {
  type CenterDraft,
  copied,
  draftOf,
  type HolidayProblem,
  hoursOf,
  problemOf,
  type Week,
  withTyped,
} from './week.ts';

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const holidayProblems: Record<HolidayProblem, () => string> = {
  missing: m.settings_holiday_missing,
  twice: m.settings_holiday_twice,
};
const words = (zone: string) => zone.replaceAll('_', ' ');
const selectAll = (event: { currentTarget: HTMLInputElement }) => event.currentTarget.select();

/** Only what differs: what somebody else changed meanwhile stays. */
function editOf(before: CenterDraft, now: CenterDraft): CenterHoursEdit {
  return {
    ...(now.zone !== before.zone && { ownTimeZone: now.zone || null }),
    ...(!same(now.week, before.week) && { hours: hoursOf(now.week) }),
    ...(!same(now.holidays, before.holidays) && { holidays: [...now.holidays] }),
  };
}

/** Opening hours, holidays and time zone of a center. What was typed survives a failed save. */
export function CenterForm({ center }: { center: CenterHours }) {
  const { organisation } = useMe();
  const save = useSaveCenter(center.id);
  const before = draftOf(center);
  const [typed, setTyped] = useState<CenterDraft>();
  const [checked, setChecked] = useState(false);
  const [holiday, setHoliday] = useState<HolidayProblem>();
  const form = useRef<HTMLFormElement>(null);
  const draft = typed ?? before;
  const unsaved = typed !== undefined && !same(typed, before);
  const change = (part: Partial<CenterDraft>) => setTyped({ ...draft, ...part });
  const setWeek = (week: Week) => change({ week });
  const zones = useMemo(
    () => [
      { value: '', label: m.settings_center_zone_same({ zone: words(organisation.timeZone) }) },
      ...[...new Set([...timeZones(), ...(center.ownTimeZone ? [center.ownTimeZone] : [])])]
        .sort()
        .map((value) => ({ value, label: words(value) })),
    ],
    [organisation.timeZone, center.ownTimeZone],
  );

  const takeBack = (saved: CenterDraft) =>
    save.mutate(editOf(saved, before), {
      onSuccess: () => notify({ message: m.settings_undone(), tone: 'info' }),
      onError: ({ message }) => notify({ message, tone: 'danger' }),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = draft.week.some((spans) => spans.some((_, at) => problemOf(spans, at)));
    setChecked(wrong);
    // A holiday that is typed and not yet added is meant to be saved too.
    const typing = draft.next.day !== '' || draft.next.name.trim() !== '';
    const added = typing ? withTyped(draft) : draft;
    setHoliday(typeof added === 'string' ? added : undefined);
    if (wrong || typeof added === 'string')
      return queueMicrotask(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    const whole = { ...draft, ...added };
    save.mutate(editOf(before, whole), {
      onSuccess: () => {
        setTyped(undefined);
        notify({ message: m.settings_place_saved({ name: center.name }), undo: () => takeBack(whole) });
      },
    });
  };

  return (
    <form ref={form} className={classes.form} noValidate aria-label={center.name} onSubmit={submit}>
      <UnsavedGuard unsaved={unsaved} record="center" />
      <section aria-label={m.settings_hours()} className={classes.part}>
        <h3 className={classes.heading}>{m.settings_hours()}</h3>
        <div className={classes.week}>
          {weekdays(locale()).map(({ day, long }, at) => (
            <DayHours
              key={day}
              day={long}
              spans={draft.week[at]!}
              checked={checked}
              onChange={(spans) => setWeek(draft.week.with(at, spans))}
              onCopy={() => setWeek(copied(draft.week, at))}
            />
          ))}
        </div>
        <p className={classes.hint}>{m.settings_hours_text()}</p>
        <Select
          label={m.settings_center_zone()}
          className={classes.zone}
          data={zones}
          searchable
          comboboxProps={{ keepMounted: false }}
          onFocus={selectAll}
          allowDeselect={false}
          nothingFoundMessage={m.settings_no_match()}
          value={draft.zone}
          onChange={(zone) => zone !== null && change({ zone })}
        />
      </section>
      <HolidayEditor
        holidays={draft.holidays}
        zone={draft.zone || organisation.timeZone}
        next={draft.next}
        problem={holiday && holidayProblems[holiday]()}
        onNext={(next) => change({ next })}
        onAdd={() => {
          const added = withTyped(draft);
          setHoliday(typeof added === 'string' ? added : undefined);
          if (typeof added !== 'string') change(added);
        }}
        onChange={(holidays) => change({ holidays })}
      />
      {save.error && (
        <Alert color="red" role="alert">
          {save.error.message}
        </Alert>
      )}
      <Group gap="xs">
        <Button type="submit" loading={save.isPending} disabled={!unsaved}>
          {m.settings_save()}
        </Button>
        {unsaved && (
          <Button
            variant="default"
            onClick={() => {
              setTyped(undefined);
              setChecked(false);
              setHoliday(undefined);
              save.reset();
            }}
          >
            {m.settings_discard()}
          </Button>
        )}
      </Group>
    </form>
  );
}
