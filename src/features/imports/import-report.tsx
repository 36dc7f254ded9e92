import { useMemo } from 'react';
import * as m from '#messages';
import type { ImportError, ImportKind, ImportPreview } from '#contract/imports.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Callout } from '#src/ui/callout.tsx';
import { CsvButton } from '#src/ui/csv-button.tsx';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import classes from './imports.module.css';
import { fieldLabel } from './kinds.ts';

type Listed = ImportError & { key: string };
const place = ({ column, field }: ImportError) => column ?? (field === undefined ? '' : fieldLabel(field));

const columns = (): GridColumn<Listed>[] => [
  {
    id: 'row',
    header: m.imports_row(),
    width: 64,
    grow: 0,
    align: 'end',
    cell: ({ row }) => formatNumber(row),
  },
  {
    id: 'column',
    header: m.imports_column(),
    width: 140,
    grow: 0.6,
    cell: (error) => <bdi>{place(error)}</bdi>,
  },
  {
    id: 'message',
    header: m.imports_problem(),
    width: 280,
    grow: 2,
    cell: ({ message }) => (
      <span className={classes.clip} title={message} dir="auto">
        {message}
      </span>
    ),
  },
];

/** What the import would do; or, row by row, what keeps it from that. */
export function ImportReport({ kind, preview }: { kind: ImportKind; preview: ImportPreview }) {
  const { rows, create, update, skip, errors, errorCount } = preview;
  const listed = useMemo(() => errors.map((error, n) => ({ ...error, key: String(n) })), [errors]);
  const grid = useMemo(() => columns(), []);
  return (
    <section className={classes.report} aria-label={m.imports_report()}>
      <dl className={classes.counts}>
        {(
          [
            [m.imports_rows(), rows],
            [m.imports_create(), create],
            [m.imports_update(), update],
            [m.imports_skip(), skip],
            [m.imports_errors(), errorCount],
          ] as const
        ).map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
      {errorCount > 0 && (
        <>
          <Callout tone="warning" title={m.imports_errors_title({ count: errorCount })} urgent>
            <p>{m.imports_errors_text()}</p>
            {errorCount > errors.length && <p>{m.imports_errors_first({ count: errors.length })}</p>}
            <CsvButton
              file={() => ({
                name: `import-${kind}-errors`,
                head: [m.imports_row(), m.imports_column(), m.imports_problem()],
                rows: errors.map((error) => [error.row, place(error), error.message]),
              })}
            >
              {m.imports_errors_download()}
            </CsvButton>
          </Callout>
          <div className={classes.errors}>
            <DataGrid
              label={m.imports_errors()}
              rows={listed}
              columns={grid}
              rowId={({ key }) => key}
              card={(error) => (
                <>
                  <strong>{m.imports_row_place({ row: error.row, column: place(error) })}</strong>
                  <span className={classes.clip} dir="auto">
                    {error.message}
                  </span>
                </>
              )}
            />
          </div>
        </>
      )}
    </section>
  );
}
