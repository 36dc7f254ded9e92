import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type WaitingCreate, type WaitingEntry, waitingEntry } from '#contract/booking-calendar.ts';
import { removed } from '#contract/wire.ts';
import * as m from '#messages';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { http } from '#src/lib/http.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import { waitingWords } from './waiting-words.ts';

/** What the reader waits for, and has been told of. */
export const waitingOptions = queryOptions({
  queryKey: [...bookingsKey, 'waiting'],
  queryFn: ({ signal }) => http('GET', '/reservations/waiting', { reply: z.array(waitingEntry), signal }),
});

/** The wish that an entry stands for, to be made again. */
const wishOf = ({ startDate, endDate, ...entry }: WaitingEntry): WaitingCreate => ({
  startDate,
  endDate,
  numberOfPeople: entry.numberOfPeople,
  ...(entry.minutes && { minutes: entry.minutes }),
  ...(entry.room && { room: { id: entry.room.id } }),
  ...(entry.building && { building: { id: entry.building.id } }),
  ...(entry.floor && { floor: { id: entry.floor.id } }),
  ...(entry.type && { type: { id: entry.type.id } }),
});

/** Gets the reader in line for a space, and out of it again; each can be taken back. */
export function useLine() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: waitingOptions.queryKey });
  const onError = ({ message }: Error) => notify({ tone: 'danger', message });
  const joining = useMutation({
    mutationFn: (body: WaitingCreate) =>
      http('POST', '/reservations/waiting', { reply: waitingEntry, body, idempotencyKey: randomKey() }),
    onSettled,
  });
  const leaving = useMutation({
    mutationFn: ({ id }: WaitingEntry) => http('DELETE', `/reservations/waiting/${id}`, { reply: removed }),
    onSettled,
  });
  const join = (wish: WaitingCreate) =>
    joining.mutate(wish, {
      onError,
      onSuccess: (entry) =>
        notify({ message: m.rules_wait_joined({ what: waitingWords(entry) }), undo: () => leave(entry) }),
    });
  const leave = (entry: WaitingEntry) =>
    leaving.mutate(entry, {
      onError,
      onSuccess: () =>
        notify({
          message: m.rules_wait_left({ what: waitingWords(entry) }),
          ...(entry.state === 'waiting' && { undo: () => join(wishOf(entry)) }),
        }),
    });
  return { join, leave, busy: joining.isPending || leaving.isPending };
}
