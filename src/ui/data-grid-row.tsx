import { type FocusEvent, memo, type MouseEvent, type ReactNode } from 'react';
import * as m from '#messages';
import classes from './data-grid.module.css';
import type { GridColumn } from './data-grid-types.ts';

type RowProps<T> = {
  index: number;
  /** Pixels below the top of the rows. */
  offset: number;
  /** Undefined for the row that stands for what is still to come. */
  row: T | undefined;
  id: string | undefined;
  headerRows: number;
  columns: readonly GridColumn<T>[];
  card: ((row: T) => ReactNode) | undefined;
  label: ((row: T) => string) | undefined;
  active: boolean;
  current: boolean;
  selected: boolean;
  selectable: boolean;
  openable: boolean;
  onPress: (index: number, event: MouseEvent<HTMLElement>) => void;
  onCheck: (index: number, range: boolean) => void;
  onFocus: (index: number) => void;
};

function Row<T>(props: RowProps<T>) {
  const { index, offset, row, id, columns, card, selectable, selected } = props;
  const place = { transform: `translateY(${offset}px)` };
  if (row === undefined || id === undefined)
    return (
      <div className={classes.row} style={place} aria-hidden="true">
        <div className={classes.wide}>
          <span className={classes.bone} />
        </div>
      </div>
    );
  const first = selectable ? 2 : 1;
  return (
    <div
      role="row"
      aria-rowindex={index + 1 + props.headerRows}
      aria-selected={selectable ? selected : undefined}
      aria-current={props.current || undefined}
      tabIndex={props.active ? 0 : -1}
      className={classes.row}
      data-index={index}
      data-openable={props.openable || undefined}
      style={place}
      onClick={(event) => props.onPress(index, event)}
      onFocus={(event: FocusEvent) => event.target === event.currentTarget && props.onFocus(index)}
    >
      {selectable && (
        <div role="gridcell" aria-colindex={1} className={classes.check}>
          <input
            type="checkbox"
            tabIndex={-1}
            className={classes.box}
            aria-label={m.ui_grid_select_row({ row: props.label?.(row) ?? id })}
            checked={selected}
            onChange={(event) => props.onCheck(index, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
          />
        </div>
      )}
      {card ? (
        <div role="gridcell" aria-colindex={first} className={classes.card}>
          {card(row)}
        </div>
      ) : (
        columns.map((column, at) => (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={first + at}
            className={classes.cell}
            data-align={column.align}
          >
            {column.cell(row)}
          </div>
        ))
      )}
    </div>
  );
}

/** Scrolling renders the grid at every step; a row that stays the same is left alone. */
export const GridRow = memo(Row) as typeof Row;

const SKELETONS = Array.from({ length: 12 }, (_, at) => at);

export function SkeletonRows<T>(props: {
  columns: readonly GridColumn<T>[];
  selectable: boolean;
  asCards: boolean;
}) {
  return (
    <div aria-hidden="true">
      {SKELETONS.map((at) => (
        <div key={at} className={classes.still}>
          {props.selectable && <div className={classes.check} />}
          {props.asCards ? (
            <div className={classes.card}>
              <span className={classes.bone} style={{ width: `${60 - ((at * 7) % 25)}%` }} />
              <span className={classes.bone} style={{ width: `${40 - ((at * 5) % 15)}%` }} />
            </div>
          ) : (
            props.columns.map(({ id }, column) => (
              <div key={id} className={classes.cell}>
                <span className={classes.bone} style={{ width: `${80 - ((at * 13 + column * 29) % 45)}%` }} />
              </div>
            ))
          )}
        </div>
      ))}
    </div>
  );
}
