import * as m from '#messages';
import type { Contact } from '#contract/contacts.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import classes from './contacts.module.css';

/** What a contact is called, for want of a name. */
export const nameOf = ({ name, company, email, phone, id }: Contact) =>
  name || company || email || phone || m.contacts_number({ id });

const said = (text: string | undefined) =>
  text && (
    <bdi className={classes.clip} title={text}>
      {text}
    </bdi>
  );

export const contactColumns = (): GridColumn<Contact>[] => [
  { id: 'name', header: m.contacts_name(), cell: (one) => said(nameOf(one)), sortable: true, grow: 1.4 },
  { id: 'company', header: m.contacts_company(), cell: ({ company }) => said(company), sortable: true },
  { id: 'email', header: m.contacts_email(), cell: ({ email }) => said(email), sortable: true, width: 160 },
  { id: 'phone', header: m.contacts_phone(), cell: ({ phone }) => said(phone), sortable: true },
];

export function ContactCard({ contact }: { contact: Contact }) {
  const { company, email, phone } = contact;
  return (
    <>
      {said(nameOf(contact))}
      <span className={classes.dim}>{said([company, email ?? phone].filter(Boolean).join(' · '))}</span>
    </>
  );
}
