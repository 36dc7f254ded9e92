import { type ReactNode, useId, useState } from 'react';
import * as m from '#messages';
import type { CsvTable } from '#src/lib/csv-download.ts';
import { CsvButton } from './csv-button.tsx';
import classes from './figures.module.css';

type Props = {
  title: string;
  hint?: string | undefined;
  /** The file's name without `.csv`, and what is in it; none where there is nothing to save. */
  file?: { name: string; table: () => CsvTable } | undefined;
  /** The same as a table, for whoever reads numbers rather than pictures. */
  asTable?: ReactNode;
  wide?: boolean;
  children: ReactNode;
};

/** A part of the page under its heading: a drawing with its table, or a table alone. */
export function Section({ title, hint, file, asTable, wide, children }: Props) {
  const id = useId();
  const [tabular, setTabular] = useState(false);
  return (
    <section className={classes.section} aria-labelledby={id} data-wide={wide || undefined}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <div className={classes.tools}>
          {asTable !== undefined && (
            <button
              type="button"
              className={classes.toggle}
              aria-pressed={tabular}
              onClick={() => setTabular(!tabular)}
            >
              {m.figures_as_table()}
            </button>
          )}
          {file && (
            <CsvButton
              file={() => ({ name: file.name, ...file.table() })}
              label={m.figures_csv_of({ title })}
            >
              {m.figures_csv()}
            </CsvButton>
          )}
        </div>
        {hint && <p className={classes.hint}>{hint}</p>}
      </header>
      {tabular ? asTable : children}
    </section>
  );
}
