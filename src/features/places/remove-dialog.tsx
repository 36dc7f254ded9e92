import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import type { PlaceContents } from '#contract/places.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Confirm } from '#src/ui/confirm.tsx';
import { notify } from '#src/ui/notify.ts';
import type { Kind } from './api.ts';
import { contentsOptions, useRemovePlace } from './queries.ts';
import { useReturnFocus } from '#src/ui/use-return-focus.ts';

type Props = {
  kind: Kind;
  place: { id: number; name: string };
  onClose: (removed?: boolean) => void;
};

/** Asks before a place is deleted, and says what goes with it; nothing is deleted before that is known. */
export function RemoveDialog({ kind, place, onClose }: Props) {
  useReturnFocus();
  const { id, name } = place;
  // What was counted a minute ago may be wrong by now.
  const { data, error, isFetching, refetch } = useQuery(contentsOptions(kind, id));
  const known = isFetching ? undefined : data;
  const remove = useRemovePlace();
  const problem = (remove.error ?? (isFetching ? null : error))?.message;
  const confirm = () =>
    remove.mutate(
      { kind, id },
      {
        onSuccess: () => {
          notify({ message: m.places_removed({ name }) });
          onClose(true);
        },
      },
    );
  return (
    <Confirm
      opened
      danger
      title={m.places_remove_title({ name })}
      confirmLabel={error ? m.shell_try_again() : m.places_remove()}
      busy={remove.isPending || isFetching}
      problem={problem}
      onConfirm={error ? () => void refetch() : confirm}
      onClose={() => onClose()}
    >
      {known ? <Losses kind={kind} contents={known} /> : !error && m.places_counting()}
    </Confirm>
  );
}

/** In words; for a type what stays as it is. */
export function lossesOf(kind: Kind, { floors, rooms, people, bookings }: PlaceContents): string[] {
  const number = (count: number) => ({ count, number: formatNumber(count) });
  if (kind === 'roomType') return [rooms > 0 ? m.places_type_stays(number(rooms)) : m.places_type_unused()];
  return [
    ...(floors > 0 ? [m.places_lose_floors(number(floors))] : []),
    ...(rooms > 0 ? [m.places_lose_spaces(number(rooms))] : []),
    ...(people > 0 ? [m.places_lose_people(number(people))] : []),
    ...(bookings > 0 ? [m.places_lose_bookings(number(bookings))] : []),
  ];
}

function Losses({ kind, contents }: { kind: Kind; contents: PlaceContents }) {
  const losses = lossesOf(kind, contents);
  return (
    <>
      {losses.length === 0 && <p>{m.places_lose_nothing()}</p>}
      {losses.length > 0 && (
        <ul>
          {losses.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      )}
      {kind !== 'roomType' && <p>{m.places_for_good()}</p>}
    </>
  );
}
