import { useMemo, useState } from 'react';
import * as m from '#messages';
import { ClockIcon } from './icons.tsx';
import type { Draft } from './timeline-draft.ts';
import type { Span, TimelineBar, TimelineProps, TimelineRow } from './timeline-types.ts';
import { rangeOf, rowName } from './timeline-words.ts';

type Callbacks = Pick<TimelineProps, 'bars' | 'onCreate' | 'onMove' | 'onResize' | 'timeZone'>;
type Options = Callbacks & {
  rowOf: (id: string) => TimelineRow | undefined;
  announce: (text: string) => void;
};
const NONE: ReadonlyMap<string, TimelineBar> = new Map();
let drawn = 0;

/** Hands what was dropped to the callbacks, and shows it as if it were done until they have answered. */
export function useTimelineSaving({ bars, rowOf, announce, timeZone, ...callbacks }: Options) {
  /** By id, as they are to become; those that are not among the bars are new. */
  const [saving, setSaving] = useState(NONE);
  const shown = useMemo(() => {
    if (saving.size === 0) return bars;
    const there = new Set(bars.map(({ id }) => id));
    const added = [...saving.values()].filter(({ id }) => !there.has(id) && id.startsWith('new '));
    const changed = bars.map((bar) => {
      const next = saving.get(bar.id);
      return next ? { ...bar, rowId: next.rowId, start: next.start, end: next.end, saving: true } : bar;
    });
    return [...changed, ...added];
  }, [bars, saving]);

  const place = (span: Span, rowId: string) => {
    const row = rowOf(rowId);
    return { time: rangeOf(span, timeZone), row: row ? rowName(row) : '' };
  };
  function call(draft: Draft): void | Promise<unknown> {
    const { kind, bar, rowId, start, end } = draft;
    if (kind === 'create') return callbacks.onCreate?.(rowId, start, end);
    if (kind === 'move') return callbacks.onMove?.(bar!.id, rowId, start, end);
    return callbacks.onResize?.(bar!.id, start, end);
  }
  async function save(draft: Draft): Promise<void> {
    const { kind, rowId, start, end } = draft;
    const said = place(draft, rowId);
    const answer = call(draft);
    if (!(answer instanceof Promise)) {
      if (kind !== 'create') announce(kind === 'move' ? m.timeline_moved(said) : m.timeline_resized(said));
      return;
    }
    drawn += 1;
    const state = { word: m.timeline_saving(), tone: 'accent', icon: ClockIcon } as const;
    const fresh = { id: `new ${drawn}`, title: m.timeline_new(), state, own: true, saving: true };
    const next = { ...(draft.bar ?? fresh), rowId, start, end };
    setSaving((now) => new Map(now).set(next.id, next));
    if (kind === 'move') announce(m.timeline_moved(said));
    if (kind === 'resize') announce(m.timeline_resized(said));
    try {
      await answer;
      if (kind === 'create') announce(m.timeline_created(said));
    } catch {
      // Whoever saves says why it failed; here it goes back to where it was.
      const { bar } = draft;
      announce(bar ? m.timeline_failed(place(bar, bar.rowId)) : m.timeline_failed_new(said));
    } finally {
      setSaving((now) => new Map([...now].filter(([id]) => id !== next.id)));
    }
  }
  return { bars: shown, save };
}
