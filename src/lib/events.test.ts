import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listenForChanges, startEvents } from './events.ts';

class Stream {
  static all: Stream[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  closed = false;
  readonly url: string;
  constructor(url: string) {
    this.url = url;
    Stream.all.push(this);
  }
  close() {
    this.closed = true;
  }
}
const latest = () => Stream.all.at(-1)!;

const changed = vi.fn();
const missed = vi.fn();
const trouble = vi.fn();
let stop: () => void;
let unlisten: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  Stream.all = [];
  vi.stubGlobal('EventSource', Stream);
  unlisten = listenForChanges({ changed, missed });
  stop = startEvents(trouble);
});
afterEach(() => {
  unlisten();
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('changes reach whoever listens; what is no change is dropped', () => {
  expect(latest().url).toBe('/external/api/rest/v2/events');
  latest().onopen?.();
  latest().onmessage?.({ data: '{"topic":"mail","ids":[4,5],"by":7}' });
  for (const data of ['', 'hello', '{"topic":5}', 'null', '[]']) latest().onmessage?.({ data });
  expect(changed.mock.calls).toEqual([[{ topic: 'mail', ids: [4, 5], by: 7 }]]);
  expect(missed).not.toHaveBeenCalled();
});

test('after a gap everybody is told to read again', () => {
  latest().onopen?.();
  latest().onerror?.();
  expect(trouble).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1300);
  expect(Stream.all).toHaveLength(2);
  latest().onopen?.();
  expect(missed).toHaveBeenCalledOnce();
  latest().onmessage?.({ data: '{"topic":"resync","ids":[]}' });
  expect(missed).toHaveBeenCalledTimes(2);
});

test('a server that stays away is asked less and less often, at least every 40 seconds', () => {
  const waits: number[] = [];
  for (let round = 0; round < 9; round += 1) {
    const before = Stream.all.length;
    latest().onerror?.();
    let waited = 0;
    while (Stream.all.length === before && waited < 60_000) {
      vi.advanceTimersByTime(250);
      waited += 250;
    }
    waits.push(waited);
  }
  expect(waits[0]).toBeLessThanOrEqual(1250);
  expect(waits[3]).toBeGreaterThan(waits[0]! * 3);
  expect(Math.max(...waits)).toBeLessThanOrEqual(37_500);
});

test('a network that is back is used at once', () => {
  for (let round = 0; round < 5; round += 1) {
    latest().onerror?.();
    vi.advanceTimersByTime(40_000);
  }
  latest().onerror?.();
  const before = Stream.all.length;
  window.dispatchEvent(new Event('online'));
  expect(Stream.all).toHaveLength(before + 1);
});

test('stopped means stopped', () => {
  latest().onerror?.();
  stop();
  vi.advanceTimersByTime(120_000);
  window.dispatchEvent(new Event('online'));
  expect(Stream.all).toHaveLength(1);
  expect(latest().closed).toBe(true);
});
