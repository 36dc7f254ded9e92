import type { ReactNode } from 'react';
import type { Selection } from './grid-selection.ts';

export type GridColumn<T> = {
  /** Also what `onSort` is called with. */
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Least width in pixels; 120 when not given. */
  width?: number;
  /** Share of the width left over; 0 keeps the column at `width`. 1 when not given. */
  grow?: number;
  align?: 'start' | 'end';
  sortable?: boolean;
};

export type GridSort = { id: string; desc: boolean };

export type DataGridProps<T> = {
  /** What the list holds, for screen readers. */
  label: string;
  /** Keep the array stable between renders; the same goes for `columns`. */
  rows: readonly T[];
  columns: readonly GridColumn<T>[];
  rowId: (row: T) => string;
  /** The row in a few words, for its checkbox. */
  rowLabel?: (row: T) => string;
  /** All rows there are at the server, when known. */
  rowCount?: number | undefined;
  sort?: GridSort | undefined;
  onSort?: (sort: GridSort) => void;
  selection?: Selection;
  onSelectionChange?: (selection: Set<string>) => void;
  /** Enter, or a click that hits no control inside the row. */
  onOpen?: (row: T) => void;
  /** The row whose details are open beside the grid. */
  currentId?: string | undefined;
  /** First load: skeleton rows instead of data. */
  loading?: boolean;
  /** More rows wait at the server; asked for once the reader comes near the end. */
  hasMore?: boolean;
  onEndReached?: () => void;
  /** What to show when there are no rows. */
  empty?: ReactNode;
  /** Two lines for a narrow screen instead of the columns. */
  card?: (row: T) => ReactNode;
  /** Height of a card in pixels; 60 when not given. */
  cardHeight?: number;
};
