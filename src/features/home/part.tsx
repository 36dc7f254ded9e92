import { type ReactNode, useId } from 'react';
import { formatNumber } from '#src/lib/numbers.ts';
import { Acts, type Doing } from './acts.tsx';
import classes from './home.module.css';
import type { Act } from './line.ts';

type Props = {
  title: string;
  total: number;
  /** What belongs here and how it gets here, where there is nothing. */
  empty: string;
  /** The way to more of the kind, and to all of it. */
  tools?: ReactNode;
  all: ReactNode;
  children: ReactNode;
};

/** A part of somebody's day: what there is of one kind, and the way to all of it. */
export function Part({ title, total, empty, tools, all, children }: Props) {
  const id = useId();
  return (
    <section className={classes.part} aria-labelledby={id}>
      <header className={classes.head}>
        <h2 id={id} className={classes.heading} tabIndex={-1}>
          {title}
        </h2>
        {total > 0 && <span className={classes.count}>{formatNumber(total)}</span>}
        {tools && <span className={classes.tools}>{tools}</span>}
      </header>
      {total === 0 ? <p className={classes.empty}>{empty}</p> : <ul className={classes.lines}>{children}</ul>}
      {total > 0 && <p className={classes.more}>{all}</p>}
    </section>
  );
}

type RowProps = {
  of: string;
  /** When, at the beginning of the row. */
  when?: string;
  title: ReactNode;
  asides?: readonly (string | undefined)[];
  state?: ReactNode;
  acts?: readonly Act[];
  doing?: Doing;
};

/** One of them: when, what, how it stands, and what may be done with it. */
export function Row({ of, when, title, asides = [], state, acts = [], doing }: RowProps) {
  const problem = doing?.problemOf(of);
  return (
    <li className={classes.row} data-line={of}>
      {when && <span className={classes.when}>{when}</span>}
      <span className={classes.what}>
        <span className={classes.title}>{title}</span>
        <span className={classes.asides}>
          {asides.map((text, nth) =>
            // oxlint-disable-next-line react/no-array-index-key
            text ? <bdi key={nth}>{text}</bdi> : null,
          )}
        </span>
      </span>
      {state && <span className={classes.state}>{state}</span>}
      {doing && <Acts of={of} acts={acts} doing={doing} quiet />}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}
