/** Something changed at the server: which kind of record, which ones, and by whom. */
export type Change = { topic: string; ids: number[]; by?: number };

type Listener = {
  /** Records changed. */
  changed: (change: Change) => void;
  /** The stream was interrupted, so anything may have changed meanwhile: refetch. */
  missed: () => void;
};

const URL = '/external/api/rest/v2/events';
const SLOWEST = 30_000;
const listeners = new Set<Listener>();
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let everOpened = false;
let onTrouble: (() => void) | undefined;

/** Hears of every change until the returned function is called. */
export function listenForChanges(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/**
 * Opens this tab's one stream of changes. `trouble` runs when it breaks: the browser does not say
 * whether the network or the session is gone, so that has to be found out with an ordinary call.
 * Returns the function that closes the stream for good.
 */
export function startEvents(trouble?: () => void): () => void {
  onTrouble = trouble;
  window.addEventListener('online', reconnectNow);
  connect();
  return stopEvents;
}

function stopEvents(): void {
  window.removeEventListener('online', reconnectNow);
  clearTimeout(retry);
  source?.close();
  source = undefined;
  failures = 0;
  everOpened = false;
}

function reconnectNow(): void {
  failures = 0;
  connect();
}

function connect(): void {
  clearTimeout(retry);
  source?.close();
  const stream = new EventSource(URL);
  source = stream;
  stream.onopen = () => {
    const again = everOpened || failures > 0;
    everOpened = true;
    failures = 0;
    if (again) for (const listener of listeners) listener.missed();
  };
  stream.onmessage = ({ data }: MessageEvent<string>) => {
    const change = readChange(data);
    if (change) for (const listener of listeners) listener.changed(change);
  };
  // Our own back-off instead of the browser's: it gives up for good on an error status, and knocks every
  // three seconds, all tabs at once, on a server that is just coming up.
  stream.onerror = () => {
    if (source !== stream) return;
    stream.close();
    const wait = Math.min(SLOWEST, 1000 * 2 ** failures) * (0.75 + Math.random() / 2);
    failures += 1;
    retry = setTimeout(connect, wait);
    onTrouble?.();
  };
}

function readChange(data: string): Change | undefined {
  try {
    const { topic, ids, by } = JSON.parse(data) as Partial<Change>;
    if (typeof topic !== 'string' || !Array.isArray(ids)) return undefined;
    return { topic, ids, ...(typeof by === 'number' && { by }) };
  } catch {
    return undefined;
  }
}
