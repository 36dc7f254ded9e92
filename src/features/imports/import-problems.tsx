import { useMemo, useState } from 'react';
import * as m from '#messages';
import {
  importProblems,
  leavesOut,
  type ImportError,
  type ImportKind,
  type ImportProblem,
} from '#contract/imports.ts';
import { formatNumber } from '#src/lib/numbers.ts';
import { Callout } from '#src/ui/callout.tsx';
import { CsvButton } from '#src/ui/csv-button.tsx';
import { DataGrid, type GridColumn } from '#src/ui/data-grid.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import classes from './imports.module.css';
import { fieldLabel, problemLabels } from './kinds.ts';

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

const sayings = (kind: ImportKind, done: boolean, notices: boolean, count: number) => {
  if (notices) return { title: m.imports_notices_title({ count }), text: m.imports_notices_text() };
  if (!leavesOut[kind]) return { title: m.imports_errors_title({ count }), text: m.imports_errors_text() };
  return done
    ? { title: m.imports_left_done_title({ count }), text: m.imports_left_done_text() }
    : { title: m.imports_left_title({ count }), text: m.imports_left_text() };
};

type Props = {
  kind: ImportKind;
  errors: ImportError[];
  errorCount: number;
  done?: boolean;
  notices?: boolean;
};

/** Row by row what is wrong, by kind of problem where there are several; the file of it has what is shown. */
export function ImportProblems({ kind, errors, errorCount, done = false, notices = false }: Props) {
  const [only, setOnly] = useState<ImportProblem>();
  const listed = useMemo(() => errors.map((error, n) => ({ ...error, key: String(n) })), [errors]);
  const grid = useMemo(() => columns(), []);
  const counts = importProblems
    .map((problem) => ({ problem, count: errors.filter((error) => error.problem === problem).length }))
    .filter(({ count }) => count > 0);
  const shown = useMemo(
    () => (only ? listed.filter(({ problem }) => problem === only) : listed),
    [listed, only],
  );
  const { title, text } = sayings(kind, done, notices, errorCount);
  return (
    <>
      <Callout tone={notices ? 'info' : 'warning'} title={title} urgent={!done && !notices}>
        <p>{text}</p>
        {errorCount > errors.length && <p>{m.imports_errors_first({ count: errors.length })}</p>}
        <CsvButton
          file={() => ({
            name: `import-${kind}-${notices ? 'notices' : 'errors'}`,
            head: [m.imports_row(), m.imports_column(), m.imports_problem(), m.imports_other_rows()],
            rows: shown.map((error) => [error.row, place(error), error.message, error.rows?.join(' ') ?? '']),
          })}
        >
          {notices ? m.imports_notices_download() : m.imports_errors_download()}
        </CsvButton>
      </Callout>
      {counts.length > 1 && (
        <div className={classes.problems} role="group" aria-label={m.imports_problems()}>
          <FilterChip on={only === undefined} onClick={() => setOnly(undefined)}>
            {m.imports_problem_all()} <span>{formatNumber(errors.length)}</span>
          </FilterChip>
          {counts.map(({ problem, count }) => (
            <FilterChip key={problem} on={only === problem} onClick={() => setOnly(problem)}>
              {problemLabels[problem]()} <span>{formatNumber(count)}</span>
            </FilterChip>
          ))}
        </div>
      )}
      <div className={classes.errors}>
        <DataGrid
          label={notices ? m.imports_notices() : m.imports_errors()}
          rows={shown}
          columns={grid}
          rowId={({ key }) => key}
          card={(error) => (
            <>
              <strong>{m.imports_row_place({ row: error.row, column: place(error) })}</strong>
              <span className={classes.clip} title={error.message} dir="auto">
                {error.message}
              </span>
            </>
          )}
        />
      </div>
    </>
  );
}
