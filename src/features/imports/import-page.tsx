import { Button, Checkbox, Progress } from '@mantine/core';
import { useState } from 'react';
import * as m from '#messages';
import { importKinds, leavesOut, type ImportKind } from '#contract/imports.ts';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { managesAssets, managesBookings, managesService } from '#src/directory/rights.ts';
import { Callout } from '#src/ui/callout.tsx';
import { CsvButton } from '#src/ui/csv-button.tsx';
import { FileField } from '#src/ui/file-field.tsx';
import { FilterLink } from '#src/ui/filter-chip.tsx';
import { Page } from '#src/ui/page.tsx';
import { UnsavedGuard } from '#src/ui/unsaved-guard.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportReport } from './import-report.tsx';
import classes from './imports.module.css';
import { fieldLabel, kindHints, kindTitles, pageTitles } from './kinds.ts';
import { MappingForm, missingFields } from './mapping-form.tsx';
import { samples } from './samples.ts';
import { useImport } from './use-import.ts';

const runLabel = (writes: number, begun: boolean) => {
  if (begun) return m.imports_go_on();
  return writes === 0 ? m.imports_nothing() : m.imports_run({ count: writes });
};

/** A file, its columns laid under the fields, what would happen, and then the import itself. */
export function ImportPage({ kind }: { kind: ImportKind }) {
  const me = useMe();
  const kinds = importKinds.filter((one) => {
    if (one === 'bookings') return uses(me, 'booking') && managesBookings(me);
    if (one === 'assets' || one === 'asset-models') return uses(me, 'assets') && managesAssets(me);
    return one === 'service-requests' ? uses(me, 'service') && managesService(me) : me.siteAdmin;
  });
  const [updates, setUpdates] = useState(true);
  const work = useImport(kind, updates);
  const { file, preview, done, problem, busy, progress } = work;
  const missing = preview ? missingFields(kind, work.mapping, work.defaults) : [];
  const ready = preview !== undefined && !work.stale && missing.length === 0;
  const sample = samples[kind];
  const writes = preview ? preview.create + preview.update : 0;

  return (
    <Page
      title={pageTitles[kind]()}
      description={kindHints[kind]()}
      filters={
        <nav className={classes.kinds} aria-label={m.imports_kinds()}>
          {kinds.map((one) => (
            <FilterLink
              key={one}
              to="/imports/$kind"
              params={{ kind: one }}
              aria-current={one === kind ? 'page' : undefined}
            >
              {kindTitles[one]()}
            </FilterLink>
          ))}
        </nav>
      }
    >
      <UnsavedGuard unsaved={file !== undefined && !done} />
      <div className={classes.steps}>
        <FileField name={file?.name} onFile={(chosen) => void work.choose(chosen)} />
        {sample && !file && (
          <CsvButton file={() => ({ name: `${kind}-sample`, ...sample })}>{m.imports_sample()}</CsvButton>
        )}
        {problem && (
          <Callout tone="warning" title={m.imports_failed()} urgent>
            {problem}
          </Callout>
        )}
        {busy === 'reading' && <p role="status">{m.imports_reading()}</p>}
        {done && <ImportDone kind={kind} done={done} />}
        {preview && !done && (
          <>
            <h2 className={classes.heading}>{m.imports_mapping()}</h2>
            <MappingForm
              kind={kind}
              columns={preview.columns}
              mapping={work.mapping}
              defaults={work.defaults}
              onChange={work.remap}
            />
            {kind !== 'bookings' && (
              <Checkbox
                label={m.imports_updates()}
                checked={updates}
                onChange={(event) => setUpdates(event.currentTarget.checked)}
              />
            )}
            {missing.length > 0 && (
              <p className={classes.missing} role="status">
                {m.imports_missing({ fields: missing.map(fieldLabel).join(', ') })}
              </p>
            )}
            {ready && <ImportReport kind={kind} preview={preview} />}
            {progress && (
              <Progress
                value={(progress.rows / preview.rows) * 100}
                aria-label={m.imports_progress()}
                aria-valuetext={m.imports_progress_text({ rows: progress.rows, all: preview.rows })}
              />
            )}
            {progress && (
              <p role="status">{m.imports_progress_text({ rows: progress.rows, all: preview.rows })}</p>
            )}
            <div className={classes.actions}>
              {work.stale && (
                <Button
                  onClick={() => void work.check()}
                  loading={busy === 'checking'}
                  disabled={missing.length > 0}
                >
                  {m.imports_check()}
                </Button>
              )}
              {ready && (
                <Button
                  onClick={() => void work.run()}
                  loading={busy === 'writing'}
                  disabled={(preview.errorCount > 0 && !leavesOut[kind]) || writes === 0}
                >
                  {runLabel(writes, progress !== undefined)}
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Page>
  );
}
