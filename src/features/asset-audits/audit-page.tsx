import { useQuery } from '@tanstack/react-query';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BarcodeIcon } from '#src/ui/scan-icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { formatDate } from '#src/lib/dates.ts';
import { LockIcon, WarningIcon } from '#src/ui/icons.tsx';
import { AuditForm } from './audit-form.tsx';
import { AuditOverview } from './audit-overview.tsx';
import { AuditReport } from './audit-report.tsx';
import { AuditSteps } from './audit-steps.tsx';
import { AuditTabs } from './audit-tabs.tsx';
import classes from './audits.module.css';
import { Differences } from './differences.tsx';
import { ProgressTab } from './progress-tab.tsx';
import { auditOptions, useLiveAudits } from './queries.ts';
import type { AuditSearch } from './search.ts';
import { TagInbox } from './tag-inbox.tsx';
import { Bones, Failed } from './walk-page.tsx';
import { stateLooks } from './words.ts';

type Props = {
  auditId: number;
  search: AuditSearch;
  onSearch: (search: AuditSearch, replace?: boolean) => void;
};

/** A campaign from its plan to its report. */
export function AuditPage({ auditId, search, onSearch }: Props) {
  useLiveAudits();
  const { data: audit, error, refetch } = useQuery(auditOptions(auditId));
  if (!audit) return error ? <Failed error={error} onAgain={() => void refetch()} /> : <Bones />;
  if (search.edit && audit.may.manage && !isLocked(audit))
    return (
      <Page title={m.audits_edit({ name: audit.name })} layout="narrow">
        <AuditForm key={audit.id} audit={audit} onDone={() => onSearch({})} />
      </Page>
    );
  const { label, tone, icon } = stateLooks[audit.state];
  return (
    <Page
      title={audit.name}
      layout="fill"
      printBare={search.tab === 'report'}
      description={
        <span className={classes.lead}>
          <StatusBadge tone={tone} icon={icon}>
            {label()}
          </StatusBadge>
          {audit.late && audit.dueDate !== undefined && (
            <StatusBadge tone="danger" icon={WarningIcon}>
              {m.audits_late({ date: formatDate(audit.dueDate) })}
            </StatusBadge>
          )}
        </span>
      }
      actions={
        <span className={classes.buttons}>
          {audit.state === 'open' && audit.may.scan && (
            <LinkButton
              to="/assets/audits/$auditId/walk"
              params={{ auditId }}
              size="compact-md"
              leftSection={<BarcodeIcon size={16} />}
            >
              {m.audits_walk()}
            </LinkButton>
          )}
          <AuditSteps audit={audit} />
        </span>
      }
    >
      <AuditTabs audit={audit} tab={search.tab} />
      <Locked audit={audit} />
      <div className={classes.tab} data-tab={search.tab ?? 'overview'}>
        {search.tab === 'progress' ? (
          <ProgressTab audit={audit} search={search} onSearch={onSearch} />
        ) : search.tab === 'differences' ? (
          <Differences audit={audit} search={search} onSearch={onSearch} />
        ) : search.tab === 'inbox' ? (
          <div className={classes.scroll}>
            <TagInbox
              filter={{ auditId }}
              audit={audit}
              view={search.tags}
              onView={(tags) => onSearch({ tab: 'inbox', tags })}
            />
          </div>
        ) : search.tab === 'report' ? (
          <AuditReport audit={audit} />
        ) : (
          <AuditOverview audit={audit} />
        )}
      </div>
    </Page>
  );
}

const isLocked = ({ state }: AssetAudit) => state === 'closed' || state === 'cancelled';

/** What is over says who ended it, and that it stays as it is. */
function Locked({ audit }: { audit: AssetAudit }) {
  if (!isLocked(audit)) return null;
  const { closedBy, closedAt, cancelReason, state } = audit;
  const facts = { name: closedBy?.name ?? m.audits_somebody(), date: closedAt ? formatDate(closedAt) : '' };
  return (
    <div className={classes.locked} role="note">
      <LockIcon size={16} />
      <span>
        {state === 'closed' ? m.audits_locked(facts) : m.audits_cancelled_by(facts)}
        {cancelReason && <bdi> {cancelReason}</bdi>}
      </span>
    </div>
  );
}
