import * as m from '#messages';
import { leavesOut, type ImportKind, type ImportPreview } from '#contract/imports.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { ImportProblems } from './import-problems.tsx';
import classes from './imports.module.css';

/** What the import would do; or, row by row, what keeps it or the row from that. */
export function ImportReport({ kind, preview }: { kind: ImportKind; preview: ImportPreview }) {
  const { rows, create, update, skip, errors, errorCount, notices = [], noticeCount = 0 } = preview;
  return (
    <section className={classes.report} aria-label={m.imports_report()}>
      <dl className={classes.counts}>
        {(
          [
            [m.imports_rows(), rows],
            [m.imports_create(), create],
            ...(leavesOut[kind] ? [] : [[m.imports_update(), update] as const]),
            [m.imports_skip(), skip],
            [leavesOut[kind] ? m.imports_left_out() : m.imports_errors(), errorCount],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {errorCount > 0 && <ImportProblems kind={kind} errors={errors} errorCount={errorCount} />}
      {noticeCount > 0 && <ImportProblems kind={kind} errors={notices} errorCount={noticeCount} notices />}
    </section>
  );
}
