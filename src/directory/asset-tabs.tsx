import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import type { Me } from '#contract/users.ts';
import { TabLine } from '#src/ui/tab-line.tsx';
import { useMe } from './me.ts';
import { keepsAssets } from './rights.ts';

export type AssetTab = 'register' | 'mine' | 'loans' | 'confirmations' | 'audits';
type Tab = { tab: AssetTab; to: string; label: () => string; show?: (me: Me) => boolean };

/** The views of assets, each for those who may use it. */
const tabs: readonly Tab[] = [
  { tab: 'register', to: '/assets', label: m.assets_register },
  { tab: 'mine', to: '/assets/mine', label: m.lending_mine },
  { tab: 'loans', to: '/assets/loans', label: m.lending_loans, show: keepsAssets },
  { tab: 'confirmations', to: '/assets/confirmations', label: m.lending_rounds, show: keepsAssets },
  { tab: 'audits', to: '/assets/audits', label: m.audits_tab },
];

/** Those of them that somebody may use. */
export const assetTabsFor = (me: Me): readonly Tab[] => tabs.filter(({ show }) => show?.(me) ?? true);

/** The views beside each other; nothing for those who have one alone. @param keys what the keyboard does in the view */
export function AssetTabs({ current, keys }: { current: AssetTab; keys?: string | undefined }) {
  const offered = assetTabsFor(useMe());
  if (offered.length < 2) return null;
  return (
    <TabLine label={m.assets_tabs()} current={current} keys={keys}>
      {offered.map(({ tab, to, label }) => (
        <Link
          key={tab}
          to={to}
          // The views keep filters of their own.
          search={{}}
          aria-current={tab === current ? 'page' : undefined}
          activeOptions={{ exact: true }}
        >
          {label()}
        </Link>
      ))}
    </TabLine>
  );
}
