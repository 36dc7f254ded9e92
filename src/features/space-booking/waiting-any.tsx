import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { Slot } from './api.ts';
import type { FindSearch } from './find-search.ts';
import { useLine, waitingOptions } from './waiting-queries.ts';

type Props = { search: FindSearch; slot: Slot };

/** Where nothing is free: gets in line for whatever fits the search. Says so once one is. */
export function WaitingAny({ search, slot }: Props) {
  const { data = [] } = useQuery(waitingOptions);
  const { join, busy } = useLine();
  const { building, floor, type, people } = search;
  // A part of a name, or nothing at all, is no wish that the line knows.
  if (search.search || (building ?? floor ?? type) === undefined) return null;
  const waits = data.some(
    (one) =>
      one.state === 'waiting' &&
      !one.room &&
      one.startDate === slot.startDate &&
      one.endDate === slot.endDate &&
      one.building?.id === building &&
      one.floor?.id === floor &&
      one.type?.id === type,
  );
  if (waits) return m.rules_wait_any_on();
  return (
    <button
      type="button"
      disabled={busy}
      onClick={() =>
        join({
          startDate: slot.startDate,
          endDate: slot.endDate,
          ...(building && { building: { id: building } }),
          ...(floor && { floor: { id: floor } }),
          ...(type && { type: { id: type } }),
          ...(people && { numberOfPeople: people }),
        })
      }
    >
      {m.rules_wait_any_button()}
    </button>
  );
}
