import { VisuallyHidden } from '@mantine/core';
import {
  type CSSProperties,
  type FocusEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import * as m from '#messages';
import classes from './timeline.module.css';
import { TimelineBody } from './timeline-body.tsx';
import { type Cursor, foundAt, settled } from './timeline-cursor.ts';
import { changes, type Draft } from './timeline-draft.ts';
import { boxOf, drawGhost } from './timeline-ghost.ts';
import { TimelineHeader } from './timeline-header.tsx';
import { refusalOf, reveal, type TimelineModel } from './timeline-model.ts';
import { followPointer } from './timeline-pointer.ts';
import { TimelineTip } from './timeline-tip.tsx';
import type { TimelineProps } from './timeline-types.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';
import { useTimelineModel } from './use-timeline-model.ts';
import { useTimelineSaving } from './use-timeline-saving.ts';

const REFUSAL_MS = 2500;

/**
 * Rows against the hours of a day: many spaces on one day, or one space on many days. It fills the height it is
 * given and scrolls inside itself. Bars are drawn, moved and resized by mouse, by finger (a long press first)
 * and by keys; the help it gives to readers names them. It offers no undo: whoever saves does.
 */
export function Timeline(props: TimelineProps) {
  const { rows, label, loading, empty, onOpen } = props;
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLDivElement>(null);
  const help = useId();
  const announce = useCallback((text: string) => {
    if (status.current) status.current.textContent = text;
  }, []);

  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const { bars, save } = useTimelineSaving({ ...props, rowOf, announce });
  const { model, measures, from, minute, zoom, wider, narrower } = useTimelineModel(props, bars, scroller);
  const latest = useRef<TimelineModel>(model);
  useLayoutEffect(() => {
    latest.current = model;
  });
  const modelNow = useCallback(() => latest.current, []);

  const [wished, setCursor] = useState<Cursor>();
  const cursor = settled(model, wished, from + 15);
  /** The focus goes to the cursor once that is drawn. */
  const wantsFocus = useRef(false);
  const inside = useRef(false);
  const moveTo = (next: Cursor) => {
    wantsFocus.current = true;
    setCursor(next);
  };
  useLayoutEffect(() => {
    // What had the focus may be in another row now, or gone.
    const lost = inside.current && document.activeElement === document.body;
    if (!wantsFocus.current && !lost) return;
    scroller.current?.querySelector<HTMLElement>('[data-cursor]')?.focus({ preventScroll: true });
    const box = cursor && boxOf(model, cursor);
    if (wantsFocus.current && box && scroller.current)
      reveal(scroller.current, box, model.head, measures.above);
    wantsFocus.current = false;
  });

  const refusal = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = (draft: Draft | undefined) => {
    clearTimeout(refusal.current);
    if (ghost.current) drawGhost(ghost.current, latest.current, draft);
    if (!draft || draft.kind === 'create' || !scroller.current) return;
    const box = boxOf(latest.current, draft);
    // A pointer scrolls by itself.
    if (box && !body.current?.hasAttribute('data-pointing'))
      reveal(scroller.current, box, latest.current.head, measures.above);
  };
  const drop = (draft: Draft) => {
    if (!changes(draft)) return;
    const { kind, rowId, start, end, bar } = draft;
    if (draft.refused) return announce(m.timeline_refused({ reason: draft.refused }));
    setCursor({ rowId, start, end, barId: kind === 'create' ? undefined : bar?.id });
    void save(draft);
  };
  const create = () => {
    if (!cursor || cursor.barId !== undefined || !model.can.create) return;
    const { rowId, start, end } = cursor;
    const refused = refusalOf(model, { rowId, start, end });
    const draft: Draft = { kind: 'create', rowId, start, end, refused };
    drop(draft);
    if (!refused) return;
    show(draft);
    refusal.current = setTimeout(() => show(undefined), REFUSAL_MS);
  };
  const open = (id: string) => {
    if (!model.bars.get(id)?.saving) onOpen?.(id);
  };
  const keys = useTimelineKeys({ model, cursor, moveTo, show, drop, open, create, zoom, announce });

  const onShow = useEffectEvent((draft: Draft | undefined) => {
    body.current?.toggleAttribute('data-pointing', draft !== undefined);
    show(draft);
  });
  const onDrop = useEffectEvent(drop);
  const onOpenBar = useEffectEvent(open);
  const onCreateSlot = useEffectEvent(create);
  const onPick = useEffectEvent((rowId: string, minutes: number) => {
    const found = model.can.create && foundAt(model, rowId, minutes);
    if (found) moveTo(found);
  });
  const drawn = rows.length > 0 && !loading;
  useEffect(() => {
    if (!drawn) return;
    return followPointer(body.current!, scroller.current!, {
      model: modelNow,
      show: (draft) => onShow(draft),
      drop: (draft) => onDrop(draft),
      open: (id) => onOpenBar(id),
      create: () => onCreateSlot(),
      pick: (rowId, minutes) => onPick(rowId, minutes),
    });
  }, [drawn, modelNow]);

  if (!loading && rows.length === 0 && empty) return <div className={classes.empty}>{empty}</div>;

  const onFocus = (event: FocusEvent) => {
    inside.current = true;
    const id = (event.target as HTMLElement).dataset.bar;
    const bar = id === undefined ? undefined : model.bars.get(id);
    if (!bar || id === cursor?.barId) return;
    keys.forgetColumn();
    setCursor({ rowId: bar.rowId, start: bar.start, end: bar.end, barId: bar.id });
  };
  const reading = !props.onCreate && !props.onMove && !props.onResize;
  return (
    <div ref={setRoot} className={classes.root}>
      <VisuallyHidden id={help}>{reading ? m.timeline_help_reading() : m.timeline_help()}</VisuallyHidden>
      <div
        ref={scroller}
        role="grid"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={help}
        aria-rowcount={loading ? -1 : model.items.length + 1}
        aria-busy={loading || undefined}
        className={classes.grid}
        style={{ '--head': `${model.head}px`, '--above': `${measures.above}px` } as CSSProperties}
        onKeyDown={keys.onKeyDown}
        onFocus={onFocus}
        onBlur={(event) => {
          keys.onBlur(event);
          inside.current = event.currentTarget.contains(event.relatedTarget);
        }}
      >
        <TimelineHeader
          corner={props.corner}
          axis={model.axis}
          minute={minute}
          wider={wider}
          narrower={narrower}
          zoom={zoom}
        />
        <TimelineBody
          ref={body}
          ghost={ghost}
          scroller={scroller}
          model={model}
          measures={measures}
          cursor={cursor}
          closed={props.closed}
          above={measures.above}
          loading={loading}
        />
      </div>
      <TimelineTip root={root} model={modelNow} />
      <VisuallyHidden ref={status} role="status" />
    </div>
  );
}
