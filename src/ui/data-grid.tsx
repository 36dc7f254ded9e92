import { useMediaQuery } from '@mantine/hooks';
import { type RowData, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import classes from './data-grid.module.css';
import { GridHeader } from './data-grid-header.tsx';
import { GridRow, SkeletonRows } from './data-grid-row.tsx';
import type { DataGridProps } from './data-grid-types.ts';
import { useGridFocus } from './use-grid-focus.ts';

export type { DataGridProps, GridColumn } from './data-grid-types.ts';

const features = tableFeatures({ rowSortingFeature });
const ROW = 36;
const CARD = 60;
const NOTHING: ReadonlySet<string> = new Set();

/**
 * The house grid: any number of rows, of which only the visible ones are in the page. It fills the height
 * it is given and scrolls inside itself. Arrows, Home, End and the page keys move; Space selects, with
 * Shift a range; Ctrl or Cmd with A selects all that is loaded; Enter opens; Escape clears the selection.
 */
export function DataGrid<T extends RowData>(props: DataGridProps<T>) {
  const { rows, columns, rowId, sort, onSort, loading, hasMore, onEndReached, card } = props;
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const asCards = Boolean(narrow && card);
  const selectable = Boolean(props.onSelectionChange);
  const height = asCards ? (props.cardHeight ?? CARD) : ROW;
  const headerHeight = asCards ? 0 : ROW;

  const table = useTable({
    features,
    data: rows as T[],
    columns: useMemo(
      () =>
        columns.map(({ id, header, sortable = false }) => ({
          id,
          header,
          enableSorting: sortable,
          // The server sorts; Table only asks for a value to believe that it could be done.
          accessorFn: () => null,
        })),
      [columns],
    ),
    getRowId: rowId,
    manualSorting: true,
    enableMultiSort: false,
    state: { sorting: sort ? [sort] : [] },
    onSortingChange: (update) => {
      const next = typeof update === 'function' ? update(sort ? [sort] : []) : update;
      if (next[0]) onSort?.(next[0]);
    },
  });
  const model = table.getRowModel().rows;
  const ids = useMemo(() => model.map((row) => row.id), [model]);

  const scroller = useRef<HTMLDivElement>(null);
  const scrollTo = useRef((_index: number) => {});
  const focus = useGridFocus({ ...props, ids, scroller, scrollTo, rowHeight: height });
  // A new function would have every row measured anew at each rendering.
  const getItemKey = useCallback((index: number) => ids[index] ?? 'more', [ids]);
  const virtualizer = useVirtualizer({
    count: model.length + (hasMore ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey,
    overscan: 8,
    scrollMargin: headerHeight,
    scrollPaddingStart: headerHeight,
    // The row that holds the focus stays in the page, or the focus would be lost on scrolling away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      if (focus.activeIndex >= range.count || shown.includes(focus.activeIndex)) return shown;
      return [...shown, focus.activeIndex].sort((a, b) => a - b);
    },
  });
  useEffect(() => {
    virtualizer.measure();
    scrollTo.current = (index) => virtualizer.scrollToIndex(index);
  }, [virtualizer, height]);

  const items = virtualizer.getVirtualItems();
  const nearEnd = Boolean(hasMore) && (virtualizer.range?.endIndex ?? -1) >= rows.length - 10;
  const askForMore = useEffectEvent(() => onEndReached?.());
  useEffect(() => {
    // Asked once for each length: rendering in between must not ask again.
    if (nearEnd && rows.length > 0) askForMore();
  }, [nearEnd, rows.length]);

  if (!loading && rows.length === 0 && props.empty) return <div className={classes.empty}>{props.empty}</div>;

  const known = props.rowCount ?? (hasMore ? undefined : rows.length);
  const headerRows = asCards ? 0 : 1;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={loading || known === undefined ? -1 : known + headerRows}
      aria-colcount={(asCards ? 1 : columns.length) + (selectable ? 1 : 0)}
      aria-multiselectable={selectable || undefined}
      aria-busy={loading || undefined}
      className={classes.grid}
      data-cards={asCards || undefined}
      style={gridStyle(columns, selectable, height)}
    >
      {!asCards && (
        <GridHeader
          columns={columns}
          headers={table.getHeaderGroups()[0]?.headers ?? []}
          ids={ids}
          selection={props.selection ?? NOTHING}
          onSelectionChange={props.onSelectionChange}
        />
      )}
      {loading ? (
        <SkeletonRows columns={columns} selectable={selectable} asCards={asCards} />
      ) : (
        <div
          role="rowgroup"
          className={classes.body}
          style={{ height: virtualizer.getTotalSize() }}
          onKeyDown={focus.onKeyDown}
        >
          {items.map((item) => (
            <GridRow
              key={item.key}
              index={item.index}
              offset={item.start - headerHeight}
              row={model[item.index]?.original}
              id={ids[item.index]}
              headerRows={headerRows}
              columns={columns}
              card={asCards ? card : undefined}
              label={props.rowLabel}
              active={item.index === focus.activeIndex}
              current={props.currentId !== undefined && ids[item.index] === props.currentId}
              selected={props.selection?.has(ids[item.index] ?? '') ?? false}
              selectable={selectable}
              openable={Boolean(props.onOpen)}
              onPress={focus.onPress}
              onCheck={focus.onCheck}
              onFocus={focus.onFocus}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function gridStyle<T>(columns: DataGridProps<T>['columns'], selectable: boolean, height: number) {
  const tracks = columns.map(({ width = 120, grow = 1 }) =>
    grow > 0 ? `minmax(${width}px, ${grow}fr)` : `${width}px`,
  );
  const least = columns.reduce((sum, { width = 120 }) => sum + width, selectable ? 40 : 0) + 32;
  return {
    '--grid-columns': `${selectable ? '40px ' : ''}${tracks.join(' ')}`,
    '--grid-width': `${least}px`,
    '--grid-row': `${height}px`,
  } as CSSProperties;
}
