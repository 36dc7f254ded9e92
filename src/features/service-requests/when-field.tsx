import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { promisedMinutes, type TypeEntry } from '#src/directory/request-types.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { formatDuration } from '#src/lib/duration.ts';
import { clockOf, instantOf } from '#src/lib/zone-clock.ts';
import { Callout } from '#src/ui/callout.tsx';
import type { AskFields } from './ask-form.ts';
import { earliestOptions } from './ask-queries.ts';

const MINUTE = 60_000;
type Props = { entry: TypeEntry; form: UseFormReturn<AskFields>; mayChoose: boolean };

/** The earliest time at the chosen priority, epoch ms. */
export function useEarliest({ type, center }: TypeEntry, priority: string) {
  const options = earliestOptions(Number(priority), type.id, center?.id ?? 0);
  return useQuery({ ...options, enabled: center !== undefined });
}

/** Whether what is wanted is sooner than what can be kept. Minutes: the field knows no seconds. */
export const isTooEarly = (wanted: string, earliest: number | undefined, zone: string) =>
  wanted !== '' && earliest !== undefined && wanted < clockOf(earliest, zone);

/** By when: as early as it can be, and why not earlier. */
export function WhenField({ entry, form, mayChoose }: Props) {
  const zone = useMe().organisation.timeZone;
  const [priority, wanted] = useWatch({ control: form.control, name: ['priority', 'dateRequired'] });
  const { data: earliest, error } = useEarliest(entry, priority);
  const why = earliest === undefined ? undefined : whyWords(entry, Number(priority), earliest);
  if (!mayChoose) return why ? <Callout tone="info">{why}</Callout> : null;
  return (
    <>
      <Controller
        control={form.control}
        name="dateRequired"
        render={({ field: { value, onChange, onBlur, ref } }) => (
          <TextInput
            ref={ref}
            onBlur={onBlur}
            type="datetime-local"
            label={m.request_required()}
            description={error?.message ?? why}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={form.formState.errors.dateRequired?.message}
            value={value || (earliest === undefined ? '' : clockOf(earliest, zone))}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
      />
      {isTooEarly(wanted, earliest, zone) && (
        <Callout tone="warning" urgent title={m.requests_early_title()}>
          {m.requests_early({
            earliest: formatDateTime(earliest!),
            wanted: formatDateTime(instantOf(wanted, zone)),
          })}
        </Callout>
      )}
    </>
  );
}

/** Why it is no earlier: what is promised in opening hours, and how long the center is closed until then. */
function whyWords({ type, center }: TypeEntry, priority: number, earliest: number): string {
  const minutes = promisedMinutes(type, priority);
  if (minutes === 0) return m.requests_when_none();
  const words = {
    earliest: formatDateTime(earliest),
    promised: formatDuration(minutes * MINUTE),
    center: center?.name ?? '',
  };
  const closed = earliest - Date.now() - minutes * MINUTE;
  return closed > 5 * MINUTE
    ? m.requests_when_closed({ ...words, closed: formatDuration(closed) })
    : m.requests_when({ ...words });
}
