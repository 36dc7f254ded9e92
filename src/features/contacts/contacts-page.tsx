import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import * as m from '#messages';
import type { Contact } from '#contract/contacts.ts';
import { useMe } from '#src/directory/me.ts';
import { useLiveTopic } from '#src/directory/use-live-topic.ts';
import { withoutStamps } from '#src/lib/other-attributes.ts';
import { randomKey } from '#src/lib/random-key.ts';
import type { RecordSearch } from '#src/lib/record-search.ts';
import { ContactsIcon, PlusIcon } from '#src/ui/center-icons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { notify } from '#src/ui/notify.ts';
import { Page } from '#src/ui/page.tsx';
import { RecordList } from '#src/ui/record-list.tsx';
import { focusGrid } from '#src/ui/use-view-keys.ts';
import { ContactCard, contactColumns, nameOf } from './contact-columns.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { ContactPanel } from './contact-panel.tsx';
import {
  contactCountOptions,
  contactsKey,
  contactsOptions,
  useDeleteContact,
  useWriteContact,
} from './queries.ts';

type Props = { search: RecordSearch; onSearch: (search: RecordSearch, replace?: boolean) => void };
const NONE: Contact[] = [];

/** People and companies outside of the organisation. */
export function ContactsPage({ search, onSearch }: Props) {
  const { siteAdmin } = useMe();
  useLiveTopic('contacts', contactsKey);
  const { open, ...filter } = search;
  const list = useInfiniteQuery(contactsOptions(search));
  const { data: count } = useQuery(contactCountOptions(search.search));
  const rows = useMemo(() => list.data?.pages.flat() ?? NONE, [list.data]);
  const columns = useMemo(() => contactColumns(), []);
  const [editing, setEditing] = useState<Contact>();
  const write = useWriteContact();
  const remove = useDeleteContact();
  const failed = ({ message }: Error) => notify({ message, tone: 'danger' });
  const add = () => onSearch({ ...filter, open: 'new' });
  const close = () => {
    onSearch(filter, true);
    focusGrid();
  };
  const drop = (contact: Contact) => {
    const bringBack = () =>
      write.mutate({ body: withoutStamps(contact), key: randomKey() }, { onError: failed });
    remove.mutate(contact.id, {
      onSuccess: () => notify({ message: m.contacts_deleted({ name: nameOf(contact) }), undo: bringBack }),
      onError: failed,
    });
    close();
  };
  const addButton = siteAdmin && (
    <Button size="compact-md" leftSection={<PlusIcon size={16} />} onClick={add}>
      {m.contacts_new()}
    </Button>
  );

  return (
    <Page title={m.contacts_title()} count={count} layout="fill" actions={addButton}>
      <RecordList
        label={m.contacts_title()}
        rows={rows}
        listing={list}
        count={count}
        columns={columns}
        rowLabel={nameOf}
        card={(contact) => <ContactCard contact={contact} />}
        search={search}
        onSearch={onSearch}
        searchLabel={m.contacts_search()}
        searchHint={m.contacts_search_hint()}
        failedTitle={m.contacts_failed()}
        notFound={{ title: (text) => m.contacts_none_found({ text }), text: m.contacts_none_found_text() }}
        empty={
          <EmptyState icon={<ContactsIcon size={22} />} title={m.contacts_empty()} action={addButton}>
            {m.contacts_empty_text()}
          </EmptyState>
        }
        panel={
          typeof open === 'number' && (
            <ContactPanel
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
        <ContactDialog
          key={editing?.id ?? 'new'}
          {...(editing && { contact: editing })}
          onClose={(saved) => {
            setEditing(undefined);
            if (!editing) onSearch({ ...filter, ...(saved && { open: saved }) }, true);
          }}
        />
      )}
    </Page>
  );
}
