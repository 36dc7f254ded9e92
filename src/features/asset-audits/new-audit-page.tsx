import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { managesAssets } from '#src/directory/rights.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { LockIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { AuditForm } from './audit-form.tsx';

/** Plans a campaign. @param onDone with the id of the new one, or without when nothing came of it */
export function NewAuditPage({ onDone }: { onDone: (id?: number) => void }) {
  const plans = managesAssets(useMe());
  return (
    <Page title={m.audits_new()} layout="narrow">
      {plans ? (
        <AuditForm audit={undefined} onDone={(saved) => onDone(saved?.id)} />
      ) : (
        <EmptyState
          icon={<LockIcon size={22} />}
          title={m.audits_managers_only()}
          action={<LinkButton to="/assets/audits">{m.audits_to_list()}</LinkButton>}
        >
          {m.audits_managers_only_text()}
        </EmptyState>
      )}
    </Page>
  );
}
