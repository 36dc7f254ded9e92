import type { ReactNode } from 'react';
import classes from './figures.module.css';

export type NumberRow = { key: string | number; name: ReactNode; cells: readonly ReactNode[] };
type Props = {
  caption: string;
  /** The name's heading, then those of the numbers. */
  head: readonly string[];
  rows: readonly NumberRow[];
  /** Scrolls inside itself; for as many rows as a year has days. */
  long?: boolean;
};

/** Names with numbers beside them. */
export function NumberTable({ caption, head, rows, long }: Props) {
  const table = (
    <table className={classes.table}>
      <caption className={classes.unseen}>{caption}</caption>
      <thead>
        <tr>
          {head.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!long) return table;
  return (
    // Focusable, so that it scrolls by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes.long} role="group" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}
