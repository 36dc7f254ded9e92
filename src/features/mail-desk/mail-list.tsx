import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useMe } from '#src/directory/me.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import type { OpenStep } from '#src/directory/mail-calls.ts';
import { BulkBar } from './bulk-bar.tsx';
import { DeliveryDialog } from '#src/directory/delivery-dialog.tsx';
import { DraftReminder } from './draft-reminder.tsx';
import { EmptyQueue } from './empty-queue.tsx';
import { FilterLine } from './filter-line.tsx';
import { changed, filtersOf, type MailSearch } from './filters.ts';
import { ItemCard } from '#src/directory/item-cells.tsx';
import { itemColumns, itemLabel } from './item-columns.tsx';
import { isOpen } from '#src/directory/item-facts.ts';
import { ListActions } from './list-actions.tsx';
import { ItemPanel } from './item-panel.tsx';
import classes from './mail-list.module.css';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { countsOptions, useDesk } from '#src/directory/mail-queries.ts';
import { listOptions } from './queries.ts';
import { worksAt } from '#src/directory/rights.ts';
import { StepDialog } from './step-dialog.tsx';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { useScanToFind } from './use-scan-to-find.ts';
import { useStore } from '#src/lib/store.ts';
import { shortcutsOpen } from '#src/ui/shortcuts.ts';
import { focusedRow, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { SplitView } from '#src/ui/split-view.tsx';

export type MailListProps = { search: MailSearch; onSearch: (search: MailSearch, replace?: boolean) => void };
type Open = { items: MailItem[]; step: OpenStep | 'deliver' };
const NONE: MailItem[] = [];

/** The queues: one state at a time, narrowed by what the address says, worked on one by one or many at once. */
export function MailList({ search, onSearch }: MailListProps) {
  const queue = search.queue ?? 'IN';
  const filters = useMemo(() => filtersOf(search), [search]);
  const desk = useDesk();
  const navigate = useNavigate();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const wide = useMediaQuery('(min-width: 1100px)', undefined, { getInitialValueInEffect: false });
  const me = useMe();
  useLiveMail(me.id);

  const list = useInfiniteQuery({
    ...listOptions(queue, filters),
    // While a search is being typed the list stays; another queue's rows never show under this tab.
    placeholderData: (before, query) => (query?.queryKey[2] === queue ? before : undefined),
  });
  const counts = useQuery(countsOptions(filters)).data?.counts;
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => itemColumns(queue, desk.centers.length > 1), [queue, desk]);

  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What has left the queue meanwhile is no longer selected.
  const selected = useMemo(() => rows.filter(({ id }) => chosen.has(String(id))), [rows, chosen]);
  const selection = useMemo(() => new Set(selected.map(({ id }) => String(id))), [selected]);
  const [open, setOpen] = useState<Open>();
  const help = useStore(shortcutsOpen);
  const searchBox = useRef<HTMLInputElement>(null);

  const openItem = (item: MailItem) =>
    wide
      ? onSearch({ ...search, item: item.id }, search.item !== undefined)
      : void navigate({ to: '/mail/$itemId', params: { itemId: item.id } });
  const deliver = () => {
    const focused = rows[focusedRow() ?? -1];
    const items = (selected.length > 0 ? selected : focused ? [focused] : []).filter(isOpen);
    if (items.length > 0 && items.every((item) => worksAt(me, item))) setOpen({ items, step: 'deliver' });
  };
  const close = (done?: unknown) => {
    setOpen(undefined);
    if (done) setChosen(new Set());
  };
  useScanToFind(openItem, open === undefined && !help);
  useViewKeys({
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    d: { label: m.mail_key_deliver, run: deliver },
    s: { label: m.mail_key_scan, run: () => void navigate({ to: '/mail/scan' }) },
    '/': () => searchBox.current?.focus(),
  });

  return (
    <Page
      title={m.mail_title()}
      count={counts?.[queue]}
      layout="fill"
      actions={narrow ? undefined : <ListActions />}
    >
      <MailTabs current={queue} filters={filters} searchOf={(to) => changed(search, { queue: to })} />
      <FilterLine search={search} onSearch={onSearch} searchBox={searchBox} />
      <DraftReminder />
      <SplitView
        panel={
          search.item !== undefined && (
            <ItemPanel
              key={search.item}
              id={search.item}
              onClose={() => onSearch({ ...search, item: undefined })}
            />
          )
        }
      >
        {list.isError && rows.length === 0 ? (
          <EmptyState
            icon={<ErrorIcon size={22} />}
            title={m.mail_list_failed()}
            action={<Button onClick={() => void list.refetch()}>{m.shell_try_again()}</Button>}
          >
            {list.error.message}
          </EmptyState>
        ) : (
          <DataGrid
            key={queue}
            label={m.mail_items()}
            rows={rows}
            columns={columns}
            rowId={(item) => String(item.id)}
            rowLabel={itemLabel}
            rowCount={counts?.[queue]}
            {...(queue !== 'OUT' && { selection, onSelectionChange: setChosen })}
            onOpen={openItem}
            currentId={search.item === undefined ? undefined : String(search.item)}
            loading={list.isPending}
            hasMore={list.hasNextPage}
            onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
            card={(item) => <ItemCard item={item} />}
            empty={
              <EmptyQueue
                queue={queue}
                filters={filters}
                onClear={() => onSearch(search.queue ? { queue: search.queue } : {})}
              />
            }
          />
        )}
        {narrow && selected.length === 0 && (
          <div className={classes.thumb}>
            <ListActions />
          </div>
        )}
        {selected.length > 0 && (
          <BulkBar
            items={selected}
            onDeliver={deliver}
            onStep={(step) => setOpen({ items: selected, step })}
            onClear={() => setChosen(new Set())}
          />
        )}
      </SplitView>
      {open?.step === 'deliver' && <DeliveryDialog items={open.items} onClose={close} />}
      {open && open.step !== 'deliver' && <StepDialog items={open.items} step={open.step} onClose={close} />}
    </Page>
  );
}
