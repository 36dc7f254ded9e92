import * as m from '#messages';
import type { Contact } from '#contract/contacts.ts';
import { clipped } from '#src/directory/open-record-cells.tsx';
import type { GridColumn } from '#src/ui/data-grid.tsx';

/** What a contact is called, for want of a name. */
export const nameOf = ({ name, company, email, phone, id }: Contact) =>
  name || company || email || phone || m.contacts_number({ id });

export const contactColumns = (): GridColumn<Contact>[] => [
  { id: 'name', header: m.contacts_name(), cell: (one) => clipped(nameOf(one)), sortable: true, grow: 1.4 },
  { id: 'company', header: m.contacts_company(), cell: ({ company }) => clipped(company), sortable: true },
  {
    id: 'email',
    header: m.contacts_email(),
    cell: ({ email }) => clipped(email),
    sortable: true,
    width: 160,
  },
  { id: 'phone', header: m.contacts_phone(), cell: ({ phone }) => clipped(phone), sortable: true },
];
