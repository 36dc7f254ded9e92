import { Button, Skeleton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { SeriesPlan } from '#contract/reservation-series.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { previewSeries } from './api.ts';
import classes from './booking.module.css';
import { type Choice, ConflictLine } from './conflict-line.tsx';
import { useBookSeries } from './mutations.ts';
import { spanWords } from './time-words.ts';

type Props = {
  plan: SeriesPlan;
  building: number | undefined;
  onBack: () => void;
  onClose: () => void;
};
const SKIP: Choice = { skip: true };
const previewOptions = (plan: SeriesPlan) => ({
  queryKey: [...bookingsKey, 'preview', plan],
  queryFn: () => previewSeries(plan),
  placeholderData: keepPreviousData,
});

/** The dates of a series before it is booked: what is in the way of each, and what to do about it. */
export function SeriesDates({ plan, building, onBack, onClose }: Props) {
  const phone = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const { data: dates, error } = useQuery(previewOptions(plan));
  const taken = (dates?.occurrences ?? []).filter(({ free }) => !free);
  const alternatives = taken.map(({ start }) => ({ start, ...(choices.get(start) ?? SKIP) }));
  const changed = alternatives.some(({ skip }) => !skip);
  // What was chosen instead is looked at too.
  const again = useQuery({ ...previewOptions({ ...plan, alternatives }), enabled: changed });
  const { mutateAsync, isPending, error: refusal } = useBookSeries();
  const { keyFor, settle } = useIntentionKey();

  const skipped = alternatives.filter(({ skip }) => skip).length;
  const booked = (dates?.count ?? 0) - skipped;
  const problem = (error ?? again.error ?? refusal)?.message;
  async function book() {
    const body = { ...plan, ...(alternatives.length > 0 && { alternatives }) };
    const made = await mutateAsync({ plan: body, key: keyFor(body) });
    settle();
    const [first] = made.reservations;
    notify({
      message: m.booking_booked_series({
        count: made.reservations.length,
        space: first?.room.name ?? '',
      }),
    });
    onClose();
  }
  return (
    <FormDialog
      title={m.booking_dates()}
      submitLabel={
        skipped > 0
          ? m.booking_book_some({ count: formatNumber(booked), skipped: formatNumber(skipped) })
          : m.booking_book_all({ count: formatNumber(booked) })
      }
      size={520}
      fullScreen={phone}
      busy={isPending}
      problem={problem}
      back={
        <Button variant="default" onClick={onBack}>
          {m.booking_back()}
        </Button>
      }
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        // The refusal stands above the buttons.
        if (dates) void book().catch(() => {});
      }}
    >
      {!dates && !error && <Skeleton height={160} role="status" aria-label={m.shell_loading()} />}
      {dates && (
        <p className={classes.hint} role="status">
          {taken.length === 0
            ? m.booking_dates_free({ count: formatNumber(dates.count) })
            : m.booking_dates_conflicts({
                conflicts: formatNumber(taken.length),
                count: formatNumber(dates.count),
              })}
        </p>
      )}
      {dates && taken.length > 0 && (
        <ul className={classes.conflicts}>
          {taken.map((one) => (
            <ConflictLine
              key={one.start}
              date={one}
              zone={dates.timeZone}
              plan={plan}
              building={building}
              choice={choices.get(one.start) ?? SKIP}
              now={changed ? again.data?.occurrences.find(({ start }) => start === one.start) : undefined}
              onChoice={(choice) => setChoices(new Map(choices).set(one.start, choice))}
            />
          ))}
        </ul>
      )}
      {dates && dates.count > taken.length && (
        <ul className={classes.free} aria-label={m.booking_dates_free_list()}>
          {dates.occurrences
            .filter(({ free }) => free)
            .map((one) => (
              <li key={one.start}>{spanWords({ ...one, allDay: plan.allDay ?? false }, dates.timeZone)}</li>
            ))}
        </ul>
      )}
    </FormDialog>
  );
}
