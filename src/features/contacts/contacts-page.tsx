import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import * as m from '#messages';
import type { Contact } from '#contract/contacts.ts';
import { TwoLines } from '#src/directory/open-record-cells.tsx';
import { OpenRecordPage, type RecordWords } from '#src/directory/open-record-page.tsx';
import type { RecordView } from '#src/directory/open-record-panel.tsx';
import type { RecordSearch } from '#src/lib/record-search.ts';
import { ContactsIcon } from '#src/ui/center-icons.tsx';
import { contactColumns, nameOf } from './contact-columns.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { contacts } from './records.ts';

type Props = { search: RecordSearch; onSearch: (search: RecordSearch, replace?: boolean) => void };

const words = (): RecordWords => ({
  title: m.contacts_title(),
  add: m.contacts_new(),
  find: m.contacts_search(),
  findHint: m.contacts_search_hint(),
  failed: m.contacts_failed(),
  noneFound: (text) => m.contacts_none_found({ text }),
  noneFoundText: m.contacts_none_found_text(),
  empty: m.contacts_empty(),
  emptyText: m.contacts_empty_text(),
  deleted: (name) => m.contacts_deleted({ name }),
});
const view = (): RecordView<Contact> => ({
  details: m.contacts_details(),
  change: m.contacts_change(),
  drop: m.contacts_delete(),
  nameOf,
  known: ['name', 'firstName', 'lastName', 'email', 'phone', 'company'],
  factsOf: ({ company, email, phone }) => [
    { label: m.contacts_company(), value: company },
    {
      label: m.contacts_email(),
      value: email && (
        <Anchor size="sm" href={`mailto:${encodeURIComponent(email)}`}>
          {email}
        </Anchor>
      ),
    },
    {
      label: m.contacts_phone(),
      value: phone && (
        <Anchor size="sm" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
          {phone}
        </Anchor>
      ),
    },
  ],
});

/** People and companies outside of the organisation. */
export function ContactsPage({ search, onSearch }: Props) {
  return (
    <OpenRecordPage
      records={contacts}
      words={words()}
      view={view()}
      icon={<ContactsIcon size={22} />}
      columns={useMemo(() => contactColumns(), [])}
      card={(one) => <TwoLines name={nameOf(one)} more={[one.company, one.email ?? one.phone]} />}
      dialog={({ record, onClose }) => (
        <ContactDialog key={record?.id ?? 'new'} contact={record} onClose={onClose} />
      )}
      search={search}
      onSearch={onSearch}
    />
  );
}
