import * as m from '#messages';
import { leavesOut, type ImportKind, type ImportResult } from '#contract/imports.ts';
import { useMe } from '#src/directory/me.ts';
import { Callout } from '#src/ui/callout.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { ImportProblems } from './import-problems.tsx';
import { kindTitles, landings } from './kinds.ts';

/** What was written, where it is, and what was left out. */
export function ImportDone({ kind, done }: { kind: ImportKind; done: ImportResult }) {
  const me = useMe();
  const { create, update, skip, errors = [], errorCount = 0 } = done;
  const { list, audit } = landings[kind];
  return (
    <>
      <Callout tone="info" title={m.imports_done()} urgent>
        <p>
          {leavesOut[kind]
            ? m.imports_done_left_text({ create, skip, left: errorCount })
            : m.imports_done_text({ create, update, skip })}
        </p>
        <LinkButton to={list} size="compact-md">
          {kindTitles[kind]()}
        </LinkButton>{' '}
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
