import { type FocusEvent, type KeyboardEvent, useRef } from 'react';
import * as m from '#messages';
import { climbed, columnOf, type Cursor, extended, neighbourOf, walked } from './timeline-cursor.ts';
import { type Draft, movedTo, resizedTo } from './timeline-draft.ts';
import { isRtl, refusalOf, scaleOf, type TimelineModel } from './timeline-model.ts';
import { positionOf } from './timeline-scale.ts';
import { rangeOf, rowName } from './timeline-words.ts';

type Options = {
  model: TimelineModel;
  cursor: Cursor | undefined;
  moveTo: (cursor: Cursor) => void;
  show: (draft: Draft | undefined) => void;
  drop: (draft: Draft) => void;
  open: (id: string) => void;
  create: () => void;
  zoom: (steps: number) => void;
  announce: (text: string) => void;
};
const SIDES: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
const ROWS: Record<string, number> = { ArrowUp: -1, ArrowDown: 1 };
const PAGE = 10;

/** Walking, choosing, and moving without a pointer. */
export function useTimelineKeys(options: Options) {
  const { model, cursor, moveTo, announce } = options;
  const lifted = useRef<Draft>(undefined);
  /** Up and down keep to a place of the axis, however long what lies there is. */
  const column = useRef<number>(undefined);

  const said = ({ rowId, start, end }: Cursor | Draft) => {
    const laid = model.rows.get(rowId);
    return { time: rangeOf({ start, end }, model.timeZone), row: laid ? rowName(laid.row) : '' };
  };
  const bar = cursor?.barId === undefined ? undefined : model.bars.get(cursor.barId);

  function lift(kind: 'move' | 'resize'): Draft | undefined {
    if (!bar?.editable || bar.saving || !model.can[kind]) return undefined;
    const { rowId, start, end } = bar;
    lifted.current = { kind, bar, rowId, start, end };
    options.show(lifted.current);
    announce(m.timeline_lifted({ title: bar.title }));
    return lifted.current;
  }
  function shift(draft: Draft, sideways: number, rows: number): void {
    const from = model.rows.get(draft.rowId);
    const to = rows === 0 ? from : neighbourOf(model, draft.rowId, rows);
    if (!from || !to || (rows !== 0 && draft.kind === 'resize')) return;
    const scale = scaleOf(model, from);
    const minutes = sideways * model.step;
    const span =
      draft.kind === 'resize'
        ? resizedTo(draft, 'end', scale, positionOf(scale, draft.end) + minutes, model.step)
        : movedTo(draft, scale, scaleOf(model, to), minutes, model.step);
    const place = { rowId: to.row.id, ...span };
    const next: Draft = {
      ...draft,
      ...place,
      refused: refusalOf(model, { ...place, id: draft.bar?.id }, draft.bar),
    };
    lifted.current = next;
    options.show(next);
    const words = said(next);
    announce(
      next.refused ? m.timeline_here_refused({ ...words, reason: next.refused }) : m.timeline_here(words),
    );
  }
  function letGo(): void {
    const draft = lifted.current;
    if (!draft) return;
    lifted.current = undefined;
    options.show(undefined);
    if (draft.bar) announce(m.timeline_taken_back(said({ ...draft, ...draft.bar })));
  }

  function keyWhileLifted(event: KeyboardEvent, draft: Draft): boolean {
    const side = (SIDES[event.key] ?? 0) * (isRtl(event.currentTarget) ? -1 : 1);
    if (event.key === 'Escape') letGo();
    else if (event.key === 'Enter' || event.key === ' ') {
      // What may not be dropped stays in the hand.
      if (draft.refused) announce(m.timeline_refused({ reason: draft.refused }));
      else {
        lifted.current = undefined;
        options.show(undefined);
        options.drop(draft);
      }
    } else if (side || event.key in ROWS) shift(draft, side, ROWS[event.key] ?? 0);
    else return event.key !== 'Tab';
    return true;
  }
  function keyOnBarOrSlot(event: KeyboardEvent, here: Cursor, side: number): boolean {
    const { key, altKey, shiftKey } = event;
    if (altKey && (side || key in ROWS)) {
      const draft = lift('move');
      if (draft) shift(draft, side, ROWS[key] ?? 0);
      return Boolean(draft);
    }
    if (altKey) return false;
    if (shiftKey && side) {
      const draft = here.barId ? lift('resize') : undefined;
      const longer = here.barId ? undefined : extended(model, here, side * model.step);
      if (draft) shift(draft, side, 0);
      if (longer) moveTo(longer);
      if (longer) announce(m.timeline_slot_chosen({ time: rangeOf(longer, model.timeZone) }));
      return true;
    }
    if (key === 'm' || key === 'M') return Boolean(lift('move'));
    if (key === 'Enter' || key === ' ') {
      if (here.barId) options.open(here.barId);
      else options.create();
      return true;
    }
    return false;
  }
  function keyToWalk({ key, ctrlKey }: KeyboardEvent, here: Cursor, side: number): boolean {
    const rows = key === 'PageUp' ? -PAGE : key === 'PageDown' ? PAGE : ROWS[key];
    const ends = key === 'Home' ? 'first' : key === 'End' ? 'last' : undefined;
    let next: Cursor | undefined;
    if (rows !== undefined) {
      column.current ??= columnOf(model, here);
      next = climbed(model, here, rows, column.current);
    } else if (ends && ctrlKey)
      next = climbed(model, here, ends === 'first' ? -Infinity : Infinity, columnOf(model, here));
    else if (ends) next = walked(model, here, ends);
    else if (side) next = walked(model, here, side > 0 ? 'on' : 'back');
    else return false;
    if (rows === undefined) column.current = undefined;
    if (next) moveTo(next);
    return true;
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.metaKey || !cursor || (event.target as Element).closest('button')) return;
    const side = (SIDES[event.key] ?? 0) * (isRtl(event.currentTarget) ? -1 : 1);
    let known: boolean;
    if (lifted.current) known = keyWhileLifted(event, lifted.current);
    else if (!event.ctrlKey && keyOnBarOrSlot(event, cursor, side)) known = true;
    else if (event.altKey) known = false;
    else if (!event.ctrlKey && '+=-'.includes(event.key)) {
      options.zoom(event.key === '-' ? -1 : 1);
      known = true;
    } else known = keyToWalk(event, cursor, side);
    if (known) event.preventDefault();
  };
  /** What is picked up goes back when the focus leaves. */
  const onBlur = (event: FocusEvent) => {
    if (lifted.current && event.target !== event.relatedTarget) letGo();
  };
  return { onKeyDown, onBlur, forgetColumn: () => void (column.current = undefined) };
}
