import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import * as m from '#messages';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { DeliveryDialog } from '#src/directory/delivery-dialog.tsx';
import type { Outcome } from '#src/directory/delivery.ts';
import { ExportLink } from '#src/directory/export-link.tsx';
import { countsOptions } from '#src/directory/mail-queries.ts';
import { MailTabs } from '#src/directory/mail-tabs.tsx';
import { useMe } from '#src/directory/me.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { DataGrid } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon, ErrorIcon } from '#src/ui/icons.tsx';
import { Page } from '#src/ui/page.tsx';
import { focusedRow, focusGrid, moveInGrid, useViewKeys } from '#src/ui/use-view-keys.ts';
import { SplitView } from '#src/ui/split-view.tsx';
import { ExceptionBulkBar } from './exception-bulk-bar.tsx';
import { ExceptionCard, exceptionColumns } from './exception-columns.tsx';
import { ExceptionPanel } from './exception-panel.tsx';
import classes from './exceptions.module.css';
import { exceptionsOptions, suggestionsOptions } from './queries.ts';
import { ReasonFilter } from './reason-filter.tsx';
import type { ExceptionSearch } from './search.ts';
import { useBeingAssigned } from './mutations.ts';
import { nextAfter } from './solved.ts';
import { SolvedBar } from './solved-bar.tsx';
import { Answering } from './suggestion-buttons.tsx';
import { useSolvedElsewhere } from './use-solved-elsewhere.ts';
import { useSolving } from './use-solving.ts';

type Props = { search: ExceptionSearch; onSearch: (search: ExceptionSearch, replace?: boolean) => void };
const NONE: MailItem[] = [];
const label = ({ recipientName, trackingNumber, id }: MailItem) =>
  recipientName ?? trackingNumber ?? String(id);

/** Parcels that nobody in the directory stands on: who are they for? */
export function ExceptionsPage({ search, onSearch }: Props) {
  const { reason } = search;
  const client = useQueryClient();
  useLiveMail(useMe().id);
  const list = useInfiniteQuery(exceptionsOptions(reason));
  const counts = useQuery(countsOptions({})).data;
  const busy = useBeingAssigned();
  const onWay = [...busy].join();
  const rows = useMemo(
    () => list.data?.pages.flat().filter(({ id }) => !busy.has(id)) ?? NONE,
    // The set is a new one with every rendering; what it holds is not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [list.data, onWay],
  );
  const open = rows.find(({ id }) => id === search.item);
  const { solved, undoing, ...solving } = useSolving();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = useMemo(() => rows.filter(({ id }) => chosen.has(String(id))), [rows, chosen]);
  const selection = useMemo(() => new Set(selected.map(({ id }) => String(id))), [selected]);
  const [leaving, setLeaving] = useState<{ items: readonly MailItem[]; outcome: Outcome }>();
  const elsewhere = useSolvedElsewhere(reason ?? 'all', list.data && rows, list.hasNextPage);

  const columns = useMemo(() => exceptionColumns(), []);
  const refocus = useRef(false);

  const openItem = (id: number | undefined, replace = false) =>
    onSearch({ ...(reason && { reason }), ...(id && { item: id }) }, replace);
  /** On to the next: the panel to the row below, or the focus to the row that moves up. */
  const goOn = (items: readonly MailItem[]) => {
    const gone = items.map(({ id }) => id);
    elsewhere.expect(gone);
    if (search.item && gone.includes(search.item)) openItem(nextAfter(rows, gone), true);
    else refocus.current = focusedRow() !== undefined;
  };
  const assign = (items: readonly MailItem[], person: Recipient) => {
    goOn(items);
    solving.assign(items, person);
  };
  useEffect(() => {
    if (refocus.current && document.activeElement === document.body) focusGrid();
    refocus.current = false;
  }, [rows]);

  const answer = (nth: number) => {
    const item = open ?? rows[focusedRow() ?? -1];
    const person = item && client.getQueryData(suggestionsOptions(item.id).queryKey)?.[nth];
    if (person) assign([item], person);
  };
  useViewKeys({
    j: () => moveInGrid('ArrowDown'),
    k: () => moveInGrid('ArrowUp'),
    1: { label: m.keys_suggestion, run: () => answer(0) },
    2: { label: m.keys_suggestion, run: () => answer(1) },
    3: { label: m.keys_suggestion, run: () => answer(2) },
  });

  return (
    <Page
      title={m.mail_exceptions()}
      count={counts?.exceptions}
      layout="fill"
      actions={
        <ExportLink
          path="/mail/items.csv"
          filters={{ exception: true, exceptionReason: reason, orderByType: 'desc' }}
        />
      }
    >
      <MailTabs current="exceptions" />
      <ReasonFilter reason={reason} onChange={(next) => onSearch(next ? { reason: next } : {})} />
      <div role="status">{elsewhere.said && <p className={classes.elsewhere}>{elsewhere.said}</p>}</div>
      <SplitView
        panel={
          open && (
            <ExceptionPanel
              key={open.id}
              item={open}
              onPick={(person) => assign([open], person)}
              onLeave={(outcome) => setLeaving({ items: [open], outcome })}
              onClose={() => {
                openItem(undefined);
                focusGrid();
              }}
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
          <Answering value={(item, person) => assign([item], person)}>
            <DataGrid
              key={reason}
              label={m.mail_exceptions()}
              rows={rows}
              columns={columns}
              rowId={(item) => String(item.id)}
              rowLabel={label}
              selection={selection}
              onSelectionChange={setChosen}
              onOpen={({ id }) => openItem(id, search.item !== undefined)}
              currentId={open && String(open.id)}
              loading={list.isPending}
              hasMore={list.hasNextPage}
              onEndReached={() => void list.fetchNextPage({ cancelRefetch: false })}
              card={(item) => <ExceptionCard item={item} />}
              cardHeight={116}
              empty={
                <EmptyState icon={<CheckIcon size={22} />} title={m.exceptions_empty()}>
                  {reason ? m.exceptions_empty_reason() : m.exceptions_empty_text()}
                </EmptyState>
              }
            />
          </Answering>
        )}
        {selected.length > 0 && (
          <ExceptionBulkBar
            count={selected.length}
            onPick={(person) => {
              assign(selected, person);
              setChosen(new Set());
            }}
            onLeave={(outcome) => setLeaving({ items: selected, outcome })}
            onClear={() => setChosen(new Set())}
          />
        )}
        <SolvedBar solved={solved} busy={undoing} onUndo={solving.undo} />
      </SplitView>
      {leaving && (
        <DeliveryDialog
          {...leaving}
          onClose={(delivered) => {
            setLeaving(undefined);
            if (!delivered) return;
            goOn(delivered);
            solving.left(delivered, leaving.outcome);
            setChosen(new Set());
          }}
        />
      )}
    </Page>
  );
}
