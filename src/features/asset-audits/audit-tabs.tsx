import { Link } from '@tanstack/react-router';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { formatNumber } from '#src/lib/numbers.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import classes from './audits.module.css';
import type { AuditSearch } from './search.ts';

/** The views of a campaign. */
export function AuditTabs({ audit, tab }: { audit: AssetAudit; tab: AuditSearch['tab'] }) {
  const { figures, state } = audit;
  const differences = figures.missing + figures.misplaced + figures.unexpected;
  const tabs = [
    { key: undefined, label: m.audits_overview() },
    ...(state === 'planned'
      ? []
      : ([
          { key: 'progress', label: m.audits_progress() },
          { key: 'differences', label: m.audits_differences(), count: differences },
          { key: 'inbox', label: m.audits_inbox(), count: figures.unknown },
          { key: 'report', label: m.audits_report() },
        ] as const)),
  ] as const;
  return (
    <TabLine label={m.audits_views()} current={tab ?? 'overview'}>
      {tabs.map((one) => (
        <Link
          key={one.label}
          to="/assets/audits/$auditId"
          params={{ auditId: audit.id }}
          search={one.key ? { tab: one.key } : {}}
          replace
          aria-current={one.key === tab ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {one.label}
          {'count' in one && one.count > 0 && (
            <span className={classes.count}>{formatNumber(one.count)}</span>
          )}
        </Link>
      ))}
    </TabLine>
  );
}
