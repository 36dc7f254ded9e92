import {
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { DataGridProps } from './data-grid-types.ts';
import { toggled, withRange } from './grid-selection.ts';

type Options<T> = DataGridProps<T> & {
  ids: readonly string[];
  scroller: RefObject<HTMLElement | null>;
  /** Rows that Page Up and Page Down pass. */
  page: () => number;
  scrollTo: (index: number) => void;
};

const NOTHING: ReadonlySet<string> = new Set();
const CONTROLS = 'a, button, input, select, textarea, label, [data-row-control]';

/** One row at a time is a tab stop (roving focus); keys and clicks move it, select and open. */
export function useGridFocus<T>(options: Options<T>) {
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });
  const [active, setActive] = useState(0);
  /** Where a range begins: the row last chosen without Shift. */
  const anchor = useRef(0);
  const wantsFocus = useRef(false);
  const activeIndex = Math.min(active, Math.max(0, options.ids.length - 1));

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const row = options.scroller.current?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`);
    row?.focus({ preventScroll: true });
  });

  const select = useCallback((index: number, range: boolean) => {
    const { selection = NOTHING, onSelectionChange, ids } = latest.current;
    const id = ids[index];
    if (id === undefined || !onSelectionChange) return;
    onSelectionChange(range ? withRange(selection, ids, anchor.current, index) : toggled(selection, id));
    if (!range) anchor.current = index;
  }, []);

  const go = useCallback((index: number) => {
    const { ids, scrollTo } = latest.current;
    const target = Math.max(0, Math.min(ids.length - 1, index));
    wantsFocus.current = true;
    setActive(target);
    scrollTo(target);
    return target;
  }, []);

  const open = useCallback((index: number) => {
    const row = latest.current.rows[index];
    if (row !== undefined) latest.current.onOpen?.(row);
  }, []);

  const onCheck = useCallback(
    (index: number, range: boolean) => {
      select(index, range);
      wantsFocus.current = true;
      setActive(index);
    },
    [select],
  );

  const onPress = useCallback(
    (index: number, event: MouseEvent<HTMLElement>) => {
      const control = (event.target as HTMLElement).closest(CONTROLS);
      if (control && event.currentTarget.contains(control)) return;
      const selectable = Boolean(latest.current.onSelectionChange);
      if (selectable && (event.ctrlKey || event.metaKey || event.shiftKey))
        return onCheck(index, event.shiftKey);
      setActive(index);
      // Marking text with the mouse ends in a click too.
      if (window.getSelection()?.isCollapsed === false) return;
      anchor.current = index;
      open(index);
    },
    [onCheck, open],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).getAttribute('role') !== 'row' || event.altKey) return;
    const mod = event.ctrlKey || event.metaKey;
    const { ids, selection = NOTHING, onSelectionChange, page } = options;
    const steps: Record<string, number> = {
      ArrowDown: activeIndex + 1,
      ArrowUp: activeIndex - 1,
      PageDown: activeIndex + page(),
      PageUp: activeIndex - page(),
      Home: 0,
      End: ids.length - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      if (event.shiftKey && !selection.has(ids[activeIndex] ?? '')) anchor.current = activeIndex;
      const reached = go(target);
      if (event.shiftKey) select(reached, true);
    } else if (event.key === ' ' && !mod) select(activeIndex, event.shiftKey);
    else if (event.key === 'Enter' && !mod) open(activeIndex);
    else if (mod && event.key.toLowerCase() === 'a') onSelectionChange?.(new Set(ids));
    else if (event.key === 'Escape' && selection.size > 0) onSelectionChange?.(new Set());
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { activeIndex, onPress, onCheck, onFocus: setActive, onKeyDown };
}
