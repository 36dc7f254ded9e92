import { useState } from 'react';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import classes from './figures.module.css';

const SHOWN = 8;

/** A number with a bar behind it that is as long as its part of the greatest. */
export function Bar({ value, most, kind = 'in' }: { value: number; most: number; kind?: 'in' | 'out' }) {
  return (
    <span className={classes.barCell}>
      <span className={classes.bar} aria-hidden="true">
        <span data-kind={kind} style={{ inlineSize: `${most > 0 ? (value / most) * 100 : 0}%` }} />
      </span>
      <span className={classes.number}>{formatNumber(value)}</span>
    </span>
  );
}

/** The first rows of a table, and a button for the rest. */
export function useShown<T>(rows: readonly T[]) {
  const [all, setAll] = useState(false);
  const more = !all && rows.length > SHOWN && (
    <button type="button" className={classes.more} onClick={() => setAll(true)}>
      {m.figures_show_all({ count: rows.length })}
    </button>
  );
  return { shown: all ? rows : rows.slice(0, SHOWN), more };
}
