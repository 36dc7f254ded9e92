import { useEffect, useRef } from 'react';
import * as m from '#messages';
import classes from './data-grid.module.css';
import type { DataGridProps, GridColumn } from './data-grid-types.ts';
import { coverage, type Selection } from './grid-selection.ts';
import { ArrowDownIcon, ArrowUpIcon } from './icons.tsx';

type Header = {
  id: string;
  column: {
    getCanSort: () => boolean;
    getIsSorted: () => false | 'asc' | 'desc';
    toggleSorting: (desc?: boolean) => void;
  };
};

type Props<T> = {
  columns: readonly GridColumn<T>[];
  headers: readonly Header[];
  ids: readonly string[];
  selection: Selection;
  onSelectionChange: DataGridProps<T>['onSelectionChange'];
};

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;

export function GridHeader<T>({ columns, headers, ids, selection, onSelectionChange }: Props<T>) {
  return (
    <div role="rowgroup" className={classes.head}>
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {onSelectionChange && (
          <div role="columnheader" className={classes.check}>
            <SelectAll
              state={coverage(selection, ids)}
              onToggle={(all) => onSelectionChange(all ? new Set(ids) : new Set())}
            />
          </div>
        )}
        {headers.map(({ id, column }, at) => {
          const sorted = column.getIsSorted();
          const { header, align } = columns[at]!;
          return (
            <div
              key={id}
              role="columnheader"
              className={classes.headCell}
              data-align={align}
              // Over buttons there is nothing to read, but something to hear.
              {...(!header && { 'aria-label': m.ui_actions() })}
              {...(column.getCanSort() && { 'aria-sort': sorted ? ariaSort[sorted] : 'none' })}
            >
              {column.getCanSort() ? (
                <button
                  type="button"
                  className={classes.sort}
                  data-sorted={sorted || undefined}
                  onClick={() => column.toggleSorting(sorted === 'asc')}
                >
                  <span className={classes.clip}>{header}</span>
                  {sorted === 'desc' ? <ArrowDownIcon size={14} /> : <ArrowUpIcon size={14} />}
                </button>
              ) : (
                <span className={classes.clip}>{header}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function SelectAll({
  state,
  onToggle,
}: {
  state: 'none' | 'some' | 'all';
  onToggle: (all: boolean) => void;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <input
      ref={box}
      type="checkbox"
      className={classes.box}
      aria-label={m.ui_grid_select_all()}
      checked={state === 'all'}
      onChange={() => onToggle(state !== 'all')}
    />
  );
}
