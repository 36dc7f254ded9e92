import { useMediaQuery } from '@mantine/hooks';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import * as m from '#messages';
import type { Place } from './moves.ts';
import type { Found, Tree, TreeNode } from './tree.ts';
import { TreeRow } from './tree-row.tsx';
import classes from './tree.module.css';
import { useTreeDrag } from './use-tree-drag.ts';
import { useTreeKeys } from './use-tree-keys.ts';

type Props = {
  label: string;
  tree: Tree;
  rows: readonly TreeNode[];
  expanded: ReadonlySet<number>;
  found: Found | undefined;
  /** The item whose details are open. */
  current: number | undefined;
  depthOf: (node: TreeNode) => string | undefined;
  onToggle: (nodes: readonly TreeNode[], open: boolean) => void;
  onOpen: (node: TreeNode) => void;
  /** Absent for who may only look. */
  edit?: {
    onMove: (node: TreeNode, place: Place) => void;
    onShift: (node: TreeNode, key: string) => void;
    onEdit: (node: TreeNode) => void;
    onRemove: (node: TreeNode) => void;
  };
};

const ROW = 34;
/** Under a finger. */
const TALL_ROW = 44;
const HEAD = 34;

/** Any number of items, of which only the visible ones are in the page. One of them is the tab stop. */
export function TreeView({ label, tree, rows, expanded, found, current, depthOf, edit, ...props }: Props) {
  const touch = useMediaQuery('(pointer: coarse)', undefined, { getInitialValueInEffect: false });
  const rowHeight = touch ? TALL_ROW : ROW;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState({ id: current, index: 0 });
  const wantsFocus = useRef(false);
  const isOpen = ({ item }: TreeNode) => found !== undefined || expanded.has(item.id);
  // An item that went leaves its place to the one that moved up.
  const known = rows.findIndex(({ item }) => item.id === active.id);
  const activeIndex = known >= 0 ? known : Math.max(0, Math.min(active.index, rows.length - 1));

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    // The row that holds the focus stays in the page, or the focus would be lost on scrolling away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (activeIndex >= range.count || shown.includes(activeIndex)) return shown;
      return [...shown, activeIndex].sort((a, b) => a - b);
    },
  });
  const activate = (index: number) => setActive({ id: rows[index]?.item.id, index });
  const go = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    wantsFocus.current = true;
    activate(to);
    virtualizer.scrollToIndex(to);
  };
  useEffect(() => {
    const focused = scroller.current?.contains(document.activeElement);
    if (!wantsFocus.current && !focused) return;
    wantsFocus.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)
      ?.focus({ preventScroll: true });
  });
  const reveal = useEffectEvent((id: number) => {
    const index = rows.findIndex(({ item }) => item.id === id);
    if (index < 0) return;
    activate(index);
    virtualizer.scrollToIndex(index);
  });
  useEffect(() => {
    if (current !== undefined) reveal(current);
  }, [current]);

  const onKeyDown = useTreeKeys({
    ...props,
    tree,
    rows,
    activeIndex,
    isOpen,
    go,
    pageRows: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    onShift: edit?.onShift,
    onEdit: edit?.onEdit,
    onRemove: edit?.onRemove,
  });
  const { drag, onPointerDown } = useTreeDrag({
    tree,
    rows,
    scroller,
    rowHeight,
    top: HEAD,
    isOpen,
    onExpand: (node) => props.onToggle([node], true),
    onDrop: (node, place) => edit?.onMove(node, place),
  });
  const over = drag?.over;

  return (
    <div ref={scroller} className={classes.scroll} data-dragging={drag ? true : undefined}>
      <div className={classes.head} aria-hidden="true">
        <span>{m.costs_item()}</span>
        <span className={classes.depth}>{m.costs_level()}</span>
        <span className={classes.number}>{m.costs_people()}</span>
        <span className={classes.number}>{m.costs_spaces()}</span>
      </div>
      <div
        role="tree"
        tabIndex={-1}
        aria-label={label}
        className={classes.body}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const node = rows[index]!;
          return (
            <TreeRow
              key={node.item.id}
              tree={tree}
              node={node}
              index={index}
              offset={start - HEAD}
              open={isOpen(node)}
              active={index === activeIndex}
              current={node.item.id === current}
              hit={found?.hits.has(node.item.id) ?? false}
              dragged={drag?.node === node}
              drop={
                over?.node === node && over.place
                  ? over.place === 'refused'
                    ? 'refused'
                    : over.where
                  : undefined
              }
              depth={depthOf(node)}
              onToggle={() => props.onToggle([node], !isOpen(node))}
              onOpen={() => props.onOpen(node)}
              onFocus={() => active.id !== node.item.id && activate(index)}
              onPointerDown={edit && ((event) => onPointerDown(node, event))}
            />
          );
        })}
      </div>
      {drag && (
        <div className={classes.ghost} style={{ left: drag.x + 14, top: drag.y + 10 }} role="status">
          <bdi>{drag.node.item.name}</bdi>
          {over?.place === 'refused' && <span>{m.costs_not_below_itself()}</span>}
        </div>
      )}
    </div>
  );
}
