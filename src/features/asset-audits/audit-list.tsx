import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AuditState } from '#contract/asset-audit-state.ts';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { managesAssets } from '#src/directory/rights.ts';
import { formatDate } from '#src/lib/dates.ts';
import { ApiError } from '#src/lib/http.ts';
import { AssetAuditIcon } from '#src/ui/asset-audit-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ClockIcon, ErrorIcon, SearchIcon, WarningIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import classes from './audits.module.css';
import { Bar } from './bar.tsx';

import { auditsOptions } from './queries.ts';
import { scopeWords } from './scope-words.ts';
import { seenOf, stateLooks, wantedOf } from './words.ts';

const current: readonly AuditState[] = ['open', 'reconciling', 'planned'];
type Props = { view: 'closed' | 'cancelled' | undefined; text: string | undefined };

/** Campaigns under the headings of their states, each with how far it is. */
export function AuditList({ view, text }: Props) {
  const plans = managesAssets(useMe());
  const states = view ? [view] : current;
  const list = useInfiniteQuery(auditsOptions({ state: states.join(','), search: text }));
  if (list.isPending)
    return (
      <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
        {[0, 1, 2, 3].map((at) => (
          <Skeleton key={at} height={72} />
        ))}
      </div>
    );
  const audits = list.data?.pages.flat() ?? [];
  if (list.isError && audits.length === 0) {
    const nobody = list.error instanceof ApiError && list.error.status === 403;
    return (
      <EmptyState
        icon={nobody ? <AssetAuditIcon size={22} /> : <ErrorIcon size={22} />}
        title={nobody ? m.audits_not_asked() : m.audits_failed()}
        action={!nobody && <Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
      >
        {nobody ? m.audits_not_asked_text() : list.error.message}
      </EmptyState>
    );
  }
  if (audits.length === 0)
    return text ? (
      <EmptyState icon={<SearchIcon size={22} />} title={m.audits_not_found({ search: text })} />
    ) : (
      <EmptyState
        icon={<AssetAuditIcon size={22} />}
        title={view ? m.audits_none_such() : m.audits_none()}
        action={!view && plans && <LinkButton to="/assets/audits/new">{m.audits_new()}</LinkButton>}
      >
        {view ? undefined : m.audits_none_text()}
      </EmptyState>
    );
  return (
    <>
      {states.map((state) => {
        const those = audits.filter((audit) => audit.state === state);
        if (those.length === 0) return null;
        return (
          <section key={state} aria-label={stateLooks[state].label()}>
            <h2 className={classes.heading}>
              {stateLooks[state].label()} <span className={classes.dim}>{those.length}</span>
            </h2>
            <ul className={classes.audits}>
              {those.map((audit) => (
                <Card key={audit.id} audit={audit} />
              ))}
            </ul>
          </section>
        );
      })}
      {list.hasNextPage && (
        <Button
          variant="subtle"
          className={classes.more}
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {m.audits_more()}
        </Button>
      )}
    </>
  );
}

function Card({ audit }: { audit: AssetAudit }) {
  const { id, name, state, scope, dueDate, late, figures, undecided, may } = audit;
  const { label, tone, icon } = stateLooks[state];
  const [done, all] = [seenOf(figures), wantedOf(figures)];
  return (
    <li className={classes.audit}>
      <Link to="/assets/audits/$auditId" params={{ auditId: id }} className={classes.card}>
        <span className={classes.cardLine}>
          <strong className={classes.name}>
            <bdi>{name}</bdi>
          </strong>
          <StatusBadge tone={tone} icon={icon}>
            {label()}
          </StatusBadge>
        </span>
        <span className={classes.cardLine}>
          <span className={classes.clip} dir="auto">
            {scopeWords(scope)}
          </span>
          {dueDate !== undefined && (
            <StatusBadge tone={late ? 'danger' : 'neutral'} icon={late ? WarningIcon : ClockIcon}>
              {late
                ? m.audits_late({ date: formatDate(dueDate) })
                : m.audits_due({ date: formatDate(dueDate) })}
            </StatusBadge>
          )}
        </span>
        {state !== 'planned' && <Bar done={done} all={all} words={m.audits_seen_of({ done, all })} />}
        {state === 'reconciling' && (
          <span className={classes.dim}>
            {undecided > 0 ? m.audits_undecided({ count: undecided }) : m.audits_all_decided()}
          </span>
        )}
      </Link>
      {state === 'open' && may.scan && (
        <LinkButton
          to="/assets/audits/$auditId/walk"
          params={{ auditId: id }}
          className={classes.walk}
          aria-label={m.audits_walk_of({ name })}
        >
          {m.audits_walk()}
        </LinkButton>
      )}
    </li>
  );
}
