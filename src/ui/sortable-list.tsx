import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import * as m from '#messages';
import { GripIcon } from './center-icons.tsx';
import classes from './sortable-list.module.css';

type Props<T> = {
  label: string;
  items: readonly T[];
  nameOf: (item: T) => string;
  onSort: (items: T[]) => void;
  /** What else is known of an entry, in a word or two. */
  detail?: (item: T) => string;
  /** What can be done with an entry, at its end. */
  end: (item: T) => ReactNode;
};

const moved = <T,>(items: readonly T[], from: number, to: number): T[] => {
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, items[from]!);
};

/**
 * A short list in an order of its own. The grip drags with mouse, pen and finger; the arrow keys on it move
 * the entry, and Escape lets a drag be.
 */
export function SortableList<T extends { id: number }>({ label, items, nameOf, ...props }: Props<T>) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const focus = useRef<number>(undefined);
  const shown = drag ? moved(items, drag.from, drag.to) : items;

  useEffect(() => {
    if (focus.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-id="${focus.current}"] button`)?.focus();
    focus.current = undefined;
  });
  const sort = (from: number, to: number) => {
    const item = items[from];
    if (!item || to < 0 || to >= items.length || from === to) return;
    focus.current = item.id;
    setSaid(m.ui_sort_moved({ name: nameOf(item), place: to + 1, count: items.length }));
    props.onSort(moved(items, from, to));
  };
  const onKeyDown = (at: number, event: KeyboardEvent) => {
    if (event.key === 'Escape') return setDrag(undefined);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step === undefined || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    sort(at, at + step);
  };
  const placeAt = (y: number) => {
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const at = rows.findIndex(({ bottom }) => y < bottom);
    return at < 0 ? rows.length - 1 : at;
  };
  const onPointerDown = (from: number, event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ from, to: from });
  };

  return (
    <>
      <ol ref={list} className={classes.list} aria-label={label}>
        {shown.map((item, at) => (
          <li
            key={item.id}
            data-id={item.id}
            className={classes.item}
            data-dragged={drag?.to === at || undefined}
          >
            <button
              type="button"
              className={classes.grip}
              aria-label={m.ui_sort_grip({ name: nameOf(item), place: at + 1 })}
              onKeyDown={(event) => onKeyDown(at, event)}
              onPointerDown={(event) => onPointerDown(at, event)}
              onPointerMove={({ clientY }) => drag && setDrag({ ...drag, to: placeAt(clientY) })}
              onPointerUp={() => {
                setDrag(undefined);
                if (drag) sort(drag.from, drag.to);
              }}
              onPointerCancel={() => setDrag(undefined)}
            >
              <GripIcon size={16} />
            </button>
            <span className={classes.number}>{at + 1}</span>
            <bdi className={classes.name} title={nameOf(item)}>
              {nameOf(item)}
            </bdi>
            {props.detail && <span className={classes.detail}>{props.detail(item)}</span>}
            {props.end(item)}
          </li>
        ))}
      </ol>
      <div role="status" className={classes.said}>
        {said}
      </div>
    </>
  );
}
