import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import * as m from '#messages';
import { AssetTabs } from '#src/directory/asset-tabs.tsx';
import { useMe, worksIn } from '#src/directory/me.ts';
import { managesAssets } from '#src/directory/rights.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BarcodeIcon } from '#src/ui/scan-icons.tsx';
import { SearchField } from '#src/ui/search-field.tsx';
import { useViewKeys } from '#src/ui/use-view-keys.ts';
import { AuditList } from './audit-list.tsx';
import classes from './audits.module.css';

import { useLiveAudits } from './queries.ts';
import type { AuditsSearch } from './search.ts';
import { TagInbox } from './tag-inbox.tsx';

type Props = { search: AuditsSearch; onSearch: (search: AuditsSearch, replace?: boolean) => void };

/** The campaigns by their state, and the labels that nobody knows. */
export function AuditsPage({ search, onSearch }: Props) {
  useLiveAudits();
  const me = useMe();
  const navigate = useNavigate();
  const box = useRef<HTMLInputElement>(null);
  const plans = managesAssets(me);
  const add = () => void navigate({ to: '/assets/audits/new' });
  useViewKeys({ '/': () => box.current?.focus(), ...(plans && { n: add }) });
  const { view } = search;
  const views = [
    { key: undefined, label: m.audits_current() },
    { key: 'closed', label: m.audits_state_closed() },
    { key: 'cancelled', label: m.audits_state_cancelled() },
    ...(worksIn(me, 'asset') ? [{ key: 'inbox', label: m.audits_inbox() } as const] : []),
  ] as const;
  return (
    <Page
      title={m.audits_title()}
      layout="fill"
      actions={
        <>
          {plans && (
            <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={add}>
              {m.audits_new()}
            </Button>
          )}
          {worksIn(me, 'asset') && (
            <LinkButton
              to="/assets/walk"
              variant="default"
              size="compact-md"
              leftSection={<BarcodeIcon size={16} />}
            >
              {m.audits_spot()}
            </LinkButton>
          )}
        </>
      }
    >
      <AssetTabs current="audits" keys={plans ? m.audits_keys() : undefined} />
      <div className={classes.filters}>
        <div className={classes.chips} role="group" aria-label={m.audits_show()}>
          {views.map(({ key, label }) => (
            <FilterChip key={label} on={view === key} onClick={() => onSearch(key ? { view: key } : {})}>
              {label}
            </FilterChip>
          ))}
        </div>
        <SearchField
          label={view === 'inbox' ? m.audits_find_tag() : m.audits_find()}
          box={box}
          className={classes.search}
          value={search.search ?? ''}
          onChange={(text) => onSearch({ ...search, search: text || undefined }, true)}
        />
      </div>
      <div className={classes.scroll}>
        {view === 'inbox' ? (
          <TagInbox
            filter={{ search: search.search }}
            view={search.tags}
            onView={(tags) => onSearch({ ...search, tags })}
            withAudit
          />
        ) : (
          <AuditList view={view} text={search.search} />
        )}
      </div>
    </Page>
  );
}
