import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { withoutStamps } from '#src/lib/other-attributes.ts';
import { randomKey } from '#src/lib/random-key.ts';
import type { RecordSearch } from '#src/lib/record-search.ts';
import { PlusIcon } from '#src/ui/center-icons.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { RecordList } from '#src/ui/record-list.tsx';
import { focusGrid } from '#src/ui/use-view-keys.ts';
import { useMe } from './me.ts';
import { OpenRecordPanel, type RecordView } from './open-record-panel.tsx';
import { type OpenRecord, type OpenRecords, useDeleteRecord, useWriteRecord } from './open-records.ts';
import { useLiveTopic } from './use-live-topic.ts';

/** What is said on the page of a kind of record. */
export type RecordWords = {
  title: string;
  add: string;
  find: string;
  findHint: string;
  failed: string;
  noneFound: (text: string) => string;
  noneFoundText: string;
  empty: string;
  emptyText: string;
  deleted: (name: string) => string;
};
type Props<T extends OpenRecord> = {
  records: OpenRecords<T>;
  words: RecordWords;
  view: RecordView<T>;
  icon: ReactNode;
  /** Kept stable between renders. */
  columns: readonly GridColumn<T>[];
  card: (record: T) => ReactNode;
  /** Writes a new record, or changes the given one; `rows` are those on the page. */
  dialog: (props: { record?: T; rows: readonly T[]; onClose: (saved?: number) => void }) => ReactNode;
  search: RecordSearch;
  onSearch: (search: RecordSearch, replace?: boolean) => void;
};

/** Records with their search, their order, the open one beside them, and the form that writes them. */
export function OpenRecordPage<T extends OpenRecord>(props: Props<T>) {
  const { records, words, view, search, onSearch } = props;
  const { siteAdmin } = useMe();
  useLiveTopic(records.topic, records.key);
  const { open, ...filter } = search;
  const list = useInfiniteQuery(records.listOptions(search));
  const { data: count } = useQuery(records.countOptions(search.search));
  const rows = useMemo<readonly T[]>(() => list.data?.pages.flat() ?? [], [list.data]);
  const [editing, setEditing] = useState<T>();
  const write = useWriteRecord(records);
  const remove = useDeleteRecord(records);
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const close = () => {
    onSearch(filter, true);
    focusGrid();
  };
  const drop = (record: T) => {
    const undo = () => write.mutate({ body: withoutStamps(record), key: randomKey() }, { onError: failed });
    remove.mutate(record.id, {
      onSuccess: () => notify({ message: words.deleted(view.nameOf(record)), undo }),
      onError: failed,
    });
    close();
  };
  const addButton = siteAdmin && (
    <Button
      size="compact-md"
      leftSection={<PlusIcon size={16} />}
      onClick={() => onSearch({ ...filter, open: 'new' })}
    >
      {words.add}
    </Button>
  );

  return (
    <Page title={words.title} count={count} layout="fill" actions={addButton}>
      <RecordList
        label={words.title}
        rows={rows}
        listing={list}
        count={count}
        columns={props.columns}
        rowLabel={view.nameOf}
        card={props.card}
        search={search}
        onSearch={onSearch}
        searchLabel={words.find}
        searchHint={words.findHint}
        failedTitle={words.failed}
        notFound={{ title: words.noneFound, text: words.noneFoundText }}
        empty={
          <EmptyState icon={props.icon} title={words.empty} action={addButton}>
            {words.emptyText}
          </EmptyState>
        }
        panel={
          typeof open === 'number' && (
            <OpenRecordPanel
              key={open}
              records={records}
              view={view}
              id={open}
              editable={siteAdmin}
              onEdit={setEditing}
              onDelete={drop}
              onClose={close}
            />
          )
        }
      />
      {siteAdmin &&
        (editing || open === 'new') &&
        props.dialog({
          ...(editing && { record: editing }),
          rows,
          onClose: (saved) => {
            setEditing(undefined);
            if (!editing) onSearch({ ...filter, ...(saved && { open: saved }) }, true);
          },
        })}
    </Page>
  );
}
