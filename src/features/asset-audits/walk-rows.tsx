import { useEffect, useRef } from 'react';
import * as m from '#messages';
import { BarcodeIcon } from '#src/ui/scan-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import type { Walk } from './use-walk.ts';
import { WalkRow } from './walk-row.tsx';
import classes from './walk.module.css';

/** What was scanned, the newest at the top. */
export function WalkRows({ walk }: { walk: Walk }) {
  const { rows, again } = walk;
  const list = useRef<HTMLUListElement>(null);
  const newest = rows[0]?.key;
  useEffect(() => {
    if (list.current) list.current.scrollTop = 0;
  }, [newest, again]);
  return (
    <section className={classes.column} data-list="seen" aria-label={m.audits_scanned()}>
      <div className={classes.columnHead}>
        <h2>{m.audits_scanned()}</h2>
        {rows.some(({ state }) => state === 'done') && (
          <button type="button" className={classes.clear} onClick={() => walk.clear()}>
            {m.audits_clear_list()}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={<BarcodeIcon size={22} />} title={m.audits_walk_empty()}>
          {m.audits_walk_empty_text()}
        </EmptyState>
      ) : (
        <ul ref={list} className={classes.rows} aria-label={m.audits_scanned()}>
          {rows.map((row) => (
            <WalkRow key={row.key} row={row} walk={walk} again={again.key === row.key ? again.times : 0} />
          ))}
        </ul>
      )}
    </section>
  );
}
