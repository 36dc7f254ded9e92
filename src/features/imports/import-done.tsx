import * as m from '#messages';
import { leavesOut, type ImportKind, type ImportResult } from '#contract/imports.ts';
import { useMe } from '#src/directory/me.ts';
import { Callout } from '#src/ui/callout.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { ImportProblems } from './import-problems.tsx';
import { kindTitles, landings } from './kinds.ts';

function doneText(kind: ImportKind, { create, update, skip, errorCount = 0 }: ImportResult) {
  if (!leavesOut[kind]) return m.imports_done_text({ create, update, skip });
  return update > 0
    ? m.imports_done_all_text({ create, update, skip, left: errorCount })
    : m.imports_done_left_text({ create, skip, left: errorCount });
}

/** What was written, where it is, and what was left out. */
export function ImportDone({ kind, done }: { kind: ImportKind; done: ImportResult }) {
  const me = useMe();
  const { errors = [], errorCount = 0 } = done;
  const { list, audit } = landings[kind];
  return (
    <>
      <Callout tone="info" title={m.imports_done()} urgent>
        <p>{doneText(kind, done)}</p>
        {kind === 'asset-models' ? (
          <LinkButton to="/settings" search={{ tab: 'assets', part: 'models' }} size="compact-md">
            {kindTitles[kind]()}
          </LinkButton>
        ) : (
          <LinkButton to={list} size="compact-md">
            {kindTitles[kind]()}
          </LinkButton>
        )}{' '}
        {me.siteAdmin && (
          <LinkButton to="/audit" search={{ kind: audit }} variant="default" size="compact-md">
            {m.imports_done_link()}
          </LinkButton>
        )}
      </Callout>
      {errorCount > 0 && <ImportProblems kind={kind} errors={errors} errorCount={errorCount} done />}
    </>
  );
}
