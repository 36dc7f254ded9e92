import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Draft, isEmpty } from './draft.ts';
import { dropDraft, readDraft, writeDraft } from './draft-storage.ts';

const PAUSE = 250;

/**
 * The draft of somebody's request, kept on the device while they work on it: a reload, a lost network or a closed tab
 * costs nothing. `start`: what it begins with, where nothing is kept.
 */
export function useDraft(user: number, request: number | undefined, start: Draft) {
  const [kept] = useState(() => readDraft(user, request));
  const [draft, setDraft] = useState<Draft>(kept ?? start);
  const [resumed, setResumed] = useState(kept !== undefined && !isEmpty(kept));
  /** Sent or discarded: what is still in the fields is not to be kept again. */
  const over = useRef(false);
  const dirty = useRef(false);
  const keep = useEffectEvent(() => {
    if (dirty.current && !over.current) writeDraft(user, request, draft);
    dirty.current = false;
  });
  useEffect(() => {
    const timer = setTimeout(() => keep(), PAUSE);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const now = () => keep();
    window.addEventListener('pagehide', now);
    return () => {
      window.removeEventListener('pagehide', now);
      now();
    };
  }, []);
  return {
    draft,
    resumed,
    change: (next: Draft | ((before: Draft) => Draft)) => {
      dirty.current = true;
      over.current = false;
      setDraft(next);
    },
    /** Nothing is kept any more. */
    drop: () => {
      over.current = true;
      dropDraft(user, request);
    },
    discard: () => {
      dropDraft(user, request);
      dirty.current = false;
      setDraft(start);
      setResumed(false);
    },
    settle: () => setResumed(false),
  };
}
