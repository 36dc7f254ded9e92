import { type Draft, drawnFrom, type Edge, movedTo, resizedTo } from './timeline-draft.ts';
import { type LaidRow, rowAt } from './timeline-layout.ts';
import { isRtl, refusalOf, scaleOf, type TimelineModel } from './timeline-model.ts';
import { autoScroll } from './timeline-auto-scroll.ts';
import type { TimelineBar } from './timeline-types.ts';

/** Pixels that a mouse, and a finger, may tremble before a press becomes something else. */
const SLOP = 4;
const FINGER_SLOP = 10;
const LONG_PRESS_MS = 350;
/** Pixels of a bar's ends that make it longer or shorter. */
const EDGE = { mouse: 7, touch: 18 };

type Place = { x: number; y: number };
type Press = {
  pointer: number;
  touch: boolean;
  at: Place;
  client: Place;
  bar: TimelineBar | undefined;
  edge: Edge | undefined;
  row: LaidRow | undefined;
  timer: number | undefined;
};
export type PointerHost = {
  model: () => TimelineModel;
  /** What it would be if it were dropped now; undefined when the drag is over. */
  show: (draft: Draft | undefined) => void;
  drop: (draft: Draft) => void;
  open: (id: string) => void;
  /** A press on what is free: minutes along the axis. */
  pick: (rowId: string, minutes: number) => void;
  /** A press on the free slot that is chosen already. */
  create: () => void;
};

/** Listens to mouse, pen and finger for all rows at once. Returns what ends it. */
export function followPointer(body: HTMLElement, scroller: HTMLElement, host: PointerHost): () => void {
  let press: Press | undefined;
  let draft: Draft | undefined;
  let dragging = false;
  let hovered: HTMLElement | undefined;
  /** The click that ends a drag means nothing. */
  let swallow = false;
  const scrolling = autoScroll(
    scroller,
    () => host.model().head,
    (client) => {
      if (dragging) update(client);
    },
  );

  const placeOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const { left, right, top } = body.getBoundingClientRect();
    return { x: (isRtl(body) ? right - clientX : clientX - left) - host.model().head, y: clientY - top };
  };
  const barOf = (target: EventTarget | null): HTMLElement | null =>
    (target as Element | null)?.closest<HTMLElement>('[data-bar]') ?? null;
  function edgeOf(element: HTMLElement, clientX: number, reach: number): Edge | undefined {
    const { left, right, width } = element.getBoundingClientRect();
    const near = Math.min(reach, width / 4);
    const [first, last]: Edge[] = isRtl(body) ? ['end', 'start'] : ['start', 'end'];
    const edge = clientX - left < near ? first : right - clientX < near ? last : undefined;
    return edge && element.hasAttribute(`data-cut-${edge}`) ? undefined : edge;
  }

  function begin(): boolean {
    if (!press) return false;
    const { can } = host.model();
    const { bar, edge } = press;
    const able = bar ? bar.editable && ((edge && can.resize) || can.move) : can.create && press.row;
    if (!able) return false;
    dragging = true;
    body.setPointerCapture(press.pointer);
    hovered?.removeAttribute('data-edge');
    window.addEventListener('keydown', onKey, true);
    update(press.client);
    return true;
  }
  function update(client: Place): void {
    const model = host.model();
    const { x, y } = placeOf({ clientX: client.x, clientY: client.y });
    const from = model.rows.get(press!.bar?.rowId ?? press!.row!.row.id);
    if (!from) return finish();
    const next = draftAt(model, from, x, y);
    if (draft && next.rowId === draft.rowId && next.start === draft.start && next.end === draft.end) return;
    const { rowId, start, end, bar } = next;
    draft = { ...next, refused: refusalOf(model, { rowId, start, end, id: bar?.id }, bar) };
    host.show(draft);
  }
  function draftAt(model: TimelineModel, from: LaidRow, x: number, y: number): Draft {
    const { bar, edge, at } = press!;
    const { step, minute, can } = model;
    const scale = scaleOf(model, from);
    if (!bar)
      return { kind: 'create', rowId: from.row.id, ...drawnFrom(scale, at.x / minute, x / minute, step) };
    if (edge && can.resize)
      return { kind: 'resize', rowId: bar.rowId, bar, ...resizedTo(bar, edge, scale, x / minute, step) };
    const to = rowAt(model.items, y) ?? from;
    const span = movedTo(bar, scale, scaleOf(model, to), (x - at.x) / minute, step);
    return { kind: 'move', rowId: to.row.id, bar, ...span };
  }
  function finish(): void {
    if (press?.timer !== undefined) clearTimeout(press.timer);
    if (dragging) {
      scrolling.stop();
      window.removeEventListener('keydown', onKey, true);
      host.show(undefined);
    }
    press = draft = undefined;
    dragging = false;
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    swallow = true;
    finish();
  };

  const onDown = (event: PointerEvent) => {
    // A second finger zooms or scrolls; it does not drag.
    if (press || event.button !== 0) return finish();
    swallow = false;
    const target = event.target as Element;
    if (target.closest('[role="rowheader"]')) return;
    const element = barOf(target);
    const touch = event.pointerType === 'touch';
    const at = placeOf(event);
    const bar = element ? host.model().bars.get(element.dataset.bar!) : undefined;
    press = {
      pointer: event.pointerId,
      touch,
      at,
      client: { x: event.clientX, y: event.clientY },
      bar,
      edge: element ? edgeOf(element, event.clientX, touch ? EDGE.touch : EDGE.mouse) : undefined,
      row: rowAt(host.model().items, at.y),
      timer: touch ? window.setTimeout(onLongPress, LONG_PRESS_MS) : undefined,
    };
  };
  const onLongPress = () => {
    if (begin()) navigator.vibrate?.(10);
    else finish();
  };
  const onMove = (event: PointerEvent) => {
    if (!press) return hover(event);
    if (event.pointerId !== press.pointer) return;
    const client = { x: event.clientX, y: event.clientY };
    if (dragging) {
      update(client);
      if (dragging) scrolling.towards(client);
      return;
    }
    const far = Math.hypot(client.x - press.client.x, client.y - press.client.y);
    if (press.touch) {
      // A swipe: the browser scrolls.
      if (far > FINGER_SLOP) finish();
    } else if (far > SLOP) {
      if (begin()) update(client);
      else finish();
    }
  };
  const hover = ({ target, clientX, pointerType }: PointerEvent) => {
    const element = pointerType === 'touch' ? null : barOf(target);
    const able = element && host.model().can.resize && element.hasAttribute('data-editable');
    if (hovered !== element) hovered?.removeAttribute('data-edge');
    hovered = element ?? undefined;
    hovered?.toggleAttribute('data-edge', Boolean(able && edgeOf(hovered, clientX, EDGE.mouse)));
  };
  const onUp = (event: PointerEvent) => {
    if (event.pointerId !== press?.pointer) return;
    const dropped = draft;
    swallow = dragging;
    finish();
    if (dropped) host.drop(dropped);
  };
  const onCancel = (event: PointerEvent) => {
    if (event.pointerId === press?.pointer) finish();
  };
  const onClick = (event: MouseEvent) => {
    if (swallow || event.button !== 0) return;
    const target = event.target as Element;
    const id = barOf(target)?.dataset.bar;
    if (id !== undefined) return host.open(id);
    if (target.closest('[data-slot]')) return host.create();
    if (target.closest('[role="rowheader"]')) return;
    const { x, y } = placeOf(event);
    const row = rowAt(host.model().items, y);
    if (row) host.pick(row.row.id, x / host.model().minute);
  };
  // While something is dragged by a finger the page must not scroll under it, nor open its menu.
  const onTouchMove = (event: TouchEvent) => {
    if (dragging && event.cancelable) event.preventDefault();
  };
  const onMenu = (event: Event) => {
    if (press?.touch) event.preventDefault();
  };

  const ends = new AbortController();
  const { signal } = ends;
  body.addEventListener('pointerdown', onDown, { signal });
  body.addEventListener('pointermove', onMove, { signal });
  body.addEventListener('pointerup', onUp, { signal });
  body.addEventListener('pointercancel', onCancel, { signal });
  body.addEventListener('click', onClick, { signal });
  body.addEventListener('touchmove', onTouchMove, { signal, passive: false });
  body.addEventListener('contextmenu', onMenu, { signal });
  return () => {
    finish();
    ends.abort();
  };
}
