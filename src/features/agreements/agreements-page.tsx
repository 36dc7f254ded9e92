import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { Agreement } from '#contract/agreements.ts';
import { useMe } from '#src/directory/me.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { withoutStamps } from '#src/lib/other-attributes.ts';
import { randomKey } from '#src/lib/random-key.ts';
import type { RecordSearch } from '#src/lib/record-search.ts';
import { AgreementIcon, PlusIcon } from '#src/ui/center-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { RecordList } from '#src/ui/record-list.tsx';
import { focusGrid } from '#src/ui/use-view-keys.ts';
import { AgreementCard, agreementColumns, nameOf, typeOf } from './agreement-columns.tsx';
import { AgreementDialog } from './agreement-dialog.tsx';
import { AgreementPanel } from './agreement-panel.tsx';
import {
  agreementCountOptions,
  agreementsKey,
  agreementsOptions,
  useDeleteAgreement,
  useWriteAgreement,
} from './queries.ts';

type Props = { search: RecordSearch; onSearch: (search: RecordSearch, replace?: boolean) => void };
const NONE: Agreement[] = [];

/** What was agreed with others, or within the organisation. */
export function AgreementsPage({ search, onSearch }: Props) {
  const { siteAdmin } = useMe();
  useLiveTopic('agreements', agreementsKey);
  const { open, ...filter } = search;
  const list = useInfiniteQuery(agreementsOptions(search));
  const { data: count } = useQuery(agreementCountOptions(search.search));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const types = useMemo(() => [...new Set(rows.map(typeOf))].sort(), [rows]);
  const columns = useMemo(() => agreementColumns(), []);
  const [editing, setEditing] = useState<Agreement>();
  const write = useWriteAgreement();
  const remove = useDeleteAgreement();
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const add = () => onSearch({ ...filter, open: 'new' });
  const close = () => {
    onSearch(filter, true);
    focusGrid();
  };
  const drop = (agreement: Agreement) => {
    const bringBack = () =>
      write.mutate({ body: withoutStamps(agreement), key: randomKey() }, { onError: failed });
    remove.mutate(agreement.id, {
      onSuccess: () =>
        notify({ message: m.agreements_deleted({ name: nameOf(agreement) }), undo: bringBack }),
      onError: failed,
    });
    close();
  };
  const addButton = siteAdmin && (
    <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={add}>
      {m.agreements_new()}
    </Button>
  );

  return (
    <Page title={m.agreements_title()} count={count} layout="fill" actions={addButton}>
      <RecordList
        label={m.agreements_title()}
        rows={rows}
        listing={list}
        count={count}
        columns={columns}
        rowLabel={nameOf}
        card={(agreement) => <AgreementCard agreement={agreement} />}
        search={search}
        onSearch={onSearch}
        searchLabel={m.agreements_search()}
        searchHint={m.agreements_search_hint()}
        failedTitle={m.agreements_failed()}
        notFound={{
          title: (text) => m.agreements_none_found({ text }),
          text: m.agreements_none_found_text(),
        }}
        empty={
          <EmptyState icon={<AgreementIcon size={22} />} title={m.agreements_empty()} action={addButton}>
            {m.agreements_empty_text()}
          </EmptyState>
        }
        panel={
          typeof open === 'number' && (
            <AgreementPanel
              key={open}
              id={open}
              editable={siteAdmin}
              onEdit={setEditing}
              onDelete={drop}
              onClose={close}
            />
          )
        }
      />
      {siteAdmin && (editing || open === 'new') && (
        <AgreementDialog
          key={editing?.id ?? 'new'}
          types={types}
          {...(editing && { agreement: editing })}
          onClose={(saved) => {
            setEditing(undefined);
            if (!editing) onSearch({ ...filter, ...(saved && { open: saved }) }, true);
          }}
        />
      )}
    </Page>
  );
}
