import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { AssetAuditIcon } from '#src/ui/asset-audit-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, LockIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { auditOptions, useLiveAudits } from './queries.ts';
import type { WalkSearch } from './search.ts';
import { WalkView } from './walk-view.tsx';
import { stateLooks } from './words.ts';

type Props = {
  /** Undefined: a walk of no campaign. */
  auditId: number | undefined;
  search: WalkSearch;
  onSearch: (search: WalkSearch) => void;
};

/** Walking a floor with the scan box open. */
export function WalkPage({ auditId, search, onSearch }: Props) {
  useLiveAudits();
  const { data, error, refetch } = useQuery({
    ...auditOptions(auditId ?? 0),
    enabled: auditId !== undefined,
  });
  const view = (
    <WalkView key={auditId} audit={data} space={search.space} onSpace={(space) => onSearch({ space })} />
  );
  if (auditId === undefined) return view;
  if (!data) return error ? <Failed error={error} onAgain={() => void refetch()} /> : <Bones />;
  if (data.state === 'open' && data.may.scan) return view;
  const state = stateLooks[data.state].label();
  return (
    <Blocked
      title={data.name}
      icon={<LockIcon size={22} />}
      heading={data.state === 'open' ? m.audits_walk_not_yours() : m.audits_walk_not_open({ state })}
      action={
        <LinkButton to="/assets/audits/$auditId" params={{ auditId }}>
          {m.audits_to_overview()}
        </LinkButton>
      }
    >
      {data.state === 'open'
        ? m.audits_walk_not_yours_text()
        : data.state === 'planned'
          ? m.audits_walk_planned_text()
          : m.audits_walk_over_text()}
    </Blocked>
  );
}

type BlockedProps = {
  title: string;
  icon: ReactNode;
  heading: string;
  action: ReactNode;
  children: ReactNode;
};
const Blocked = ({ title, icon, heading, action, children }: BlockedProps) => (
  <Page title={title}>
    <EmptyState icon={icon} title={heading} action={action}>
      {children}
    </EmptyState>
  </Page>
);

/** Why a campaign cannot be shown, and where to go from there. */
export function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Blocked
      title={m.audits_title()}
      icon={missing ? <AssetAuditIcon size={22} /> : <ErrorIcon size={22} />}
      heading={missing ? m.audits_no_such() : m.audits_failed_one()}
      action={
        missing ? (
          <LinkButton to="/assets/audits">{m.audits_to_list()}</LinkButton>
        ) : (
          <Button onClick={onAgain}>{m.shell_try_again()}</Button>
        )
      }
    >
      {missing ? m.audits_no_such_text() : error.message}
    </Blocked>
  );
}

/** While a campaign is on its way. */
export const Bones = () => (
  <Page title={m.shell_loading()}>
    <div role="status" aria-label={m.shell_loading()}>
      {[0, 1, 2, 3, 4].map((at) => (
        <Skeleton key={at} height={52} mb={12} />
      ))}
    </div>
  </Page>
);
