import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { AuditEntry } from '#contract/audit.ts';
import { listenForChanges } from '#src/lib/events.ts';
import { fetchLog, PAGE } from './api.ts';
import { logOptions } from './queries.ts';
import type { AuditSearch } from './search.ts';

/** Changes within this time are one: an import of thousands asks once. */
const GATHER = 600;
const NONE: AuditEntry[] = [];

const newer = (one: AuditEntry, top: AuditEntry | undefined) =>
  top === undefined || one.at > top.at || (one.at === top.at && one.id > top.id);

type Options = {
  search: AuditSearch;
  /** The newest line on screen. */
  top: AuditEntry | undefined;
  /** Whether lines may come in on top at this moment without moving what somebody reads. */
  mayMove: () => boolean;
};

/**
 * Lines that match and are newer than those on screen. They come in by themselves while nobody would be disturbed,
 * and otherwise wait, counted, until `show` is called. A full page of them stands for "at least so many".
 */
export function useFreshLines({ search, top, mayMove }: Options) {
  const client = useQueryClient();
  const { queryKey } = logOptions(search);
  const [waiting, setWaiting] = useState(NONE);
  const fresh = waiting.filter((one) => newer(one, top));

  const put = (lines: AuditEntry[]) => {
    setWaiting(NONE);
    // Between a full page and what is on screen there may be more: read the list anew from the top.
    if (lines.length >= PAGE) return void client.resetQueries({ queryKey, exact: true });
    client.setQueryData(queryKey, (data) => {
      if (!data) return data;
      const [first = [], ...rest] = data.pages;
      const added = lines.filter((one) => newer(one, first[0]));
      return { ...data, pages: [[...added, ...first], ...rest] };
    });
  };
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const page = await fetchLog(search, undefined, signal);
    const lines = page.filter((one) => newer(one, top));
    if (lines.length === 0) return;
    if (mayMove()) put(lines);
    else setWaiting(lines);
  });

  const address = JSON.stringify(queryKey);
  useEffect(() => {
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let changed = false;
    const run = async () => {
      changed = false;
      // What fails now is asked for again with the next change.
      await ask(gone.signal).catch(() => {});
      timer = undefined;
      if (changed && !gone.signal.aborted) schedule();
    };
    const schedule = () => {
      changed = true;
      timer ??= setTimeout(() => void run(), GATHER);
    };
    const stop = listenForChanges({ changed: schedule, missed: () => {} });
    return () => {
      stop();
      clearTimeout(timer);
      gone.abort();
      setWaiting(NONE);
    };
  }, [address]);

  return { fresh, more: fresh.length >= PAGE, show: () => put(fresh) };
}
