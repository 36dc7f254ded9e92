import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { randomKey } from '#src/lib/random-key.ts';
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
  // A render may come too late to tell that a call is under way, and then it would be made again at once.
  const busy = useRef(false);
  const { mutate, isPending, error } = useMutation({
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
    onSettled: () => {
      busy.current = false;
    },
  });

  const send = () => {
    if (busy.current) return;
    setLast(undefined);
    store.set(startSending(store.get(), randomKey()));
    go();
  };
  const go = () => {
    const { sending } = store.get();
    if (!sending || busy.current) return;
    busy.current = true;
    mutate(sending);
  };
  const again = useEffectEvent(go);
  const resume = useEffectEvent(() => {
    if (serverReachable.get() && !sessionExpired.get()) go();
  });

  // After a reload, and whenever the way to the server may be open again.
  useEffect(() => again(), []);
  useEffect(() => {
    const stops = [serverReachable, sessionExpired].map((store) => store.subscribe(() => resume()));
    return () => stops.forEach((stop) => stop());
  }, []);
  const unsure = Boolean(draft.sending) && !isPending && error !== null;
  useEffect(() => {
    if (!unsure) return;
    const timer = setInterval(() => !sessionExpired.get() && again(), RETRY);
    return () => clearInterval(timer);
  }, [unsure]);

  return {
    send,
    isPending,
    unsure,
    problem: unsure || !isRefusal(error) ? undefined : error,
    error,
    last,
  };
}
