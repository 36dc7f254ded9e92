import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { serverReachable, sessionExpired } from '#src/lib/connection.ts';
import { ApiError } from '#src/lib/http.ts';
import { type Store, useStore } from '#src/lib/store.ts';
import { checkIn } from './api.ts';
import { acknowledge, type Draft, refuse, type Sending, startSending } from './draft.ts';
import { mailKeys } from '#src/directory/mail-queries.ts';

/** `unnumbered` are the ids of what bears no number and wants a label. */
export type CheckedIn = { count: number; duplicates: number; unnumbered: readonly number[] };
const RETRY = 6_000;

/**
 * Whether the server certainly stored nothing. Without an answer, or with one of something in between,
 * nobody knows: the batch then stays as it is and goes again under the same key.
 */
const isRefusal = (error: unknown): error is ApiError =>
  error instanceof ApiError &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 408, 425, 429].includes(error.status);

/** Sends the draft's rows in one call and keeps at it until the server has acknowledged them. */
export function useCheckIn(store: Store<Draft>) {
  const client = useQueryClient();
  const draft = useStore(store);
  const [last, setLast] = useState<CheckedIn>();
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ body, key }: Sending) => checkIn(body, key),
    onSuccess: (items) => {
      store.set(acknowledge(store.get(), items));
      const duplicates = items.filter(({ duplicate }) => duplicate).length;
      const unnumbered = items.filter(({ trackingNumber }) => !trackingNumber).map(({ id }) => id);
      setLast({ count: items.length - duplicates, duplicates, unnumbered });
      void client.invalidateQueries({ queryKey: mailKeys.all });
      void client.invalidateQueries({ queryKey: ['recipients'] });
    },
    onError: (problem) => {
      if (isRefusal(problem)) store.set(refuse(store.get(), problem.field, problem.message));
    },
  });

  const send = () => {
    if (isPending) return;
    setLast(undefined);
    store.set(startSending(store.get(), crypto.randomUUID()));
    const { sending } = store.get();
    if (sending) mutate(sending);
  };
  const resume = useEffectEvent(() => {
    const { sending } = store.get();
    if (sending && !isPending && !sessionExpired.get()) mutate(sending);
  });

  // After a reload, and whenever the way to the server may be open again.
  useEffect(() => resume(), []);
  useEffect(() => {
    const stops = [serverReachable, sessionExpired].map((store) => store.subscribe(() => resume()));
    return () => stops.forEach((stop) => stop());
  }, []);
  const unsure = Boolean(draft.sending) && !isPending && error !== null;
  useEffect(() => {
    if (!unsure) return;
    const timer = setInterval(() => resume(), RETRY);
    return () => clearInterval(timer);
  }, [unsure]);

  return {
    send,
    isPending,
    unsure,
    problem: unsure || !isRefusal(error) ? undefined : error,
    error,
    last,
    dismiss: () => {
      setLast(undefined);
      reset();
    },
  };
}
