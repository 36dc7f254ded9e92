import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Home } from '#contract/home.ts';
import { ApiError, http } from '#src/lib/http.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { notify } from '#src/ui/notify.ts';
import type { Call, Deed } from './deeds.ts';
import { homeOptions } from './queries.ts';

type Pending = { apply: Deed['apply'] };
export type Deeds = {
  /** Does it; shown as done at once. True when the server agreed; otherwise its word stands at `problemOf(key)`. */
  take: (key: string, deed: Deed) => Promise<boolean>;
  problemOf: (key: string) => string | undefined;
  /** The refusal has been read. */
  forget: (key: string) => void;
};

/** What is done with a tap: the page as it will be, until the server has answered. */
export function useDeeds(data: Home | undefined): { home: Home | undefined } & Deeds {
  const client = useQueryClient();
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const keys = useRef(new Map<string, string>());
  const refresh = async () => {
    // What other pages keep of this is old now, and read again when somebody goes there.
    await client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'me',
      refetchType: 'none',
    });
    await client.invalidateQueries({ queryKey: homeOptions.queryKey });
  };
  const forget = (key: string) => setProblems((now) => new Map([...now].filter(([other]) => other !== key)));

  /** The same call tried again after its answer was lost is the same intention. */
  async function send({ method, path, body }: Call) {
    const text = JSON.stringify([method, path, body]);
    const key = keys.current.get(text) ?? randomKey();
    keys.current.set(text, key);
    try {
      await http(method, path, { body, idempotencyKey: key });
      keys.current.delete(text);
    } catch (error) {
      if (error instanceof ApiError && error.status > 0) keys.current.delete(text);
      throw error;
    }
  }
  const takeBack = (call: Call) =>
    void send(call)
      .catch(({ message }: Error) => notify({ message, tone: 'danger' }))
      .then(refresh);

  async function take(key: string, { call, told, undo, apply }: Deed): Promise<boolean> {
    const one = { apply };
    const settle = () => setPending((now) => now.filter((other) => other !== one));
    forget(key);
    setPending((now) => [...now, one]);
    try {
      await send(call);
      // What was asked before tells of the time before.
      await client.cancelQueries({ queryKey: homeOptions.queryKey });
      client.setQueryData(homeOptions.queryKey, (now) => now && apply(now));
      notify({ message: told, tone: 'success', ...(undo && { undo: () => takeBack(undo) }) });
      return true;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      setProblems((now) => new Map([...now, [key, message]]));
      return false;
    } finally {
      settle();
      void refresh();
    }
  }
  return {
    home: data && pending.reduce((home, { apply }) => apply(home), data),
    take,
    problemOf: (key) => problems.get(key),
    forget,
  };
}
