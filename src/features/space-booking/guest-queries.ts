import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { invitation } from '#contract/booking-calendar.ts';
import { bookingsKey } from '#src/directory/booking-rules.ts';
import { http } from '#src/lib/http.ts';

const reply = z.array(invitation);
/** Nobody announces that a letter has gone: looked at again for as long as some have not. */
const LOOK_AGAIN = 5000;

/** What was sent of a booking, and is on its way; none for who neither booked nor manages. */
export const invitationsOptions = (id: number) =>
  queryOptions({
    queryKey: [...bookingsKey, 'invitations', id],
    queryFn: ({ signal }) => http('GET', `/reservations/${id}/invitations`, { reply, signal }),
    refetchInterval: ({ state }) =>
      state.data?.some((letter) => letter.state === 'waiting') ? LOOK_AGAIN : false,
  });

/** Tries again at once what could not be sent. */
export function useRetryInvitations(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http('PUT', `/reservations/${id}/invitations/retry`, { reply }),
    onSuccess: (now) => client.setQueryData(invitationsOptions(id).queryKey, now),
  });
}
