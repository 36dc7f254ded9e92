import { Button, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UnknownTag } from '#contract/asset-audit-results.ts';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FilterChip } from '#src/ui/filter-chip.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import type { TagFilter } from './api.ts';
import classes from './audits.module.css';
import inbox from './inbox.module.css';
import { DismissTag } from './dismiss-tag.tsx';
import { tagsOptions } from './queries.ts';
import { ResolveTag } from './resolve-tag.tsx';
import type { TagView } from './search.ts';
import { TagLine } from './tag-line.tsx';

type Props = {
  filter: Pick<TagFilter, 'auditId' | 'search'>;
  /** The campaign they belong to, where there is one. */
  audit?: AssetAudit;
  view: TagView | undefined;
  onView: (view: TagView | undefined) => void;
  /** Says of each in which campaign it was met. */
  withAudit?: boolean;
};

/** Labels that the register does not know: each becomes that of an asset, a new asset, or nothing. */
export function TagInbox({ filter, audit, view, onView, withAudit = false }: Props) {
  const list = useInfiniteQuery(tagsOptions({ ...filter, state: view ?? 'open' }));
  const [asked, setAsked] = useState<{ tag: UnknownTag; what: 'assign' | 'create' | 'dismiss' }>();
  const tags = list.data?.pages.flat() ?? [];
  const views = [
    { key: undefined, label: m.audits_tags_open() },
    { key: 'resolved', label: m.audits_tags_resolved() },
    { key: 'dismissed', label: m.audits_tags_dismissed() },
  ] as const;
  const close = () => setAsked(undefined);
  return (
    <div className={inbox.inbox}>
      <div className={`${classes.chips} ${inbox.views}`} role="group" aria-label={m.audits_inbox()}>
        {views.map(({ key, label }) => (
          <FilterChip key={label} on={view === key} onClick={() => onView(key)}>
            {label}
          </FilterChip>
        ))}
      </div>
      {list.isPending ? (
        <div className={classes.bones} role="status" aria-label={m.shell_loading()}>
          {[0, 1, 2].map((at) => (
            <Skeleton key={at} height={72} />
          ))}
        </div>
      ) : list.isError && tags.length === 0 ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.audits_tags_failed()}
          action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : tags.length === 0 ? (
        <EmptyState icon={<CheckIcon size={22} />} title={m.audits_tags_none()}>
          {view ? undefined : m.audits_tags_none_text()}
        </EmptyState>
      ) : (
        <ul className={inbox.tags} aria-label={m.audits_inbox()}>
          {tags.map((tag) => (
            <TagLine
              key={tag.id}
              tag={tag}
              audit={audit}
              withAudit={withAudit}
              onAsk={(what) => setAsked({ tag, what })}
            />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <Button variant="subtle" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {m.audits_more()}
        </Button>
      )}
      {asked?.what === 'dismiss' && <DismissTag tag={asked.tag} onClose={close} />}
      {(asked?.what === 'assign' || asked?.what === 'create') && (
        <ResolveTag tag={asked.tag} create={asked.what === 'create'} onClose={close} />
      )}
    </div>
  );
}
