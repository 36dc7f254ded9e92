import { Group, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import * as m from '#messages';
import type { Contact } from '#contract/contacts.ts';
import { useRecordForm } from '#src/directory/use-record-form.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { nameOf } from './contact-columns.tsx';
import { contacts } from './records.ts';

const names = ['firstName', 'lastName', 'name', 'company', 'email', 'phone'] as const;
type Fields = Record<(typeof names)[number], string>;
type Props = { contact: Contact | undefined; onClose: (saved?: number) => void };

/** What is to be written: an emptied field takes the attribute away. */
const textsOf = (fields: Fields, isNew: boolean) =>
  Object.fromEntries(
    names.map((name) => [name, fields[name].trim() || null]).filter(([, text]) => text !== null || !isNew),
  );

/** Writes down a contact, or changes one. */
export function ContactDialog({ contact, onClose }: Props) {
  const made = [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
  const form = useForm<Fields>({
    defaultValues: {
      firstName: contact?.firstName ?? '',
      lastName: contact?.lastName ?? '',
      // The server makes a name of both; what it made is no name that was given.
      name: contact?.name === made ? '' : (contact?.name ?? ''),
      company: contact?.company ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
    },
  });
  const { errors } = form.formState;
  const { onSubmit, busy, problem } = useRecordForm({
    records: contacts,
    record: contact,
    form,
    names,
    bodyOf: (fields) => textsOf(fields, !contact),
    said: (saved) => m.contacts_saved({ name: nameOf(saved) }),
    onClose,
  });
  const someName = (_value: string, { firstName, lastName, name, company }: Fields) =>
    [firstName, lastName, name, company].some((text) => text.trim() !== '') || m.contacts_name_missing();
  const email = (text: string) =>
    text.trim() === '' || /^[^\s@]+@[^\s@]+$/u.test(text.trim()) || m.contacts_email_wrong();

  return (
    <FormDialog
      title={contact ? m.contacts_edit() : m.contacts_new()}
      submitLabel={m.contacts_save()}
      busy={busy}
      problem={problem}
      onSubmit={onSubmit}
      onClose={() => onClose()}
    >
      <Group grow align="start" gap="sm">
        <TextInput
          label={m.contacts_first_name()}
          data-autofocus
          dir="auto"
          maxLength={200}
          error={errors.firstName?.message}
          {...form.register('firstName', { validate: someName })}
        />
        <TextInput
          label={m.contacts_last_name()}
          dir="auto"
          maxLength={200}
          error={errors.lastName?.message}
          {...form.register('lastName')}
        />
      </Group>
      <TextInput
        label={m.contacts_shown_as()}
        description={m.contacts_shown_as_hint()}
        dir="auto"
        maxLength={400}
        error={errors.name?.message}
        {...form.register('name')}
      />
      <TextInput
        label={m.contacts_company()}
        dir="auto"
        maxLength={200}
        error={errors.company?.message}
        {...form.register('company')}
      />
      <TextInput
        label={m.contacts_email()}
        type="email"
        maxLength={254}
        error={errors.email?.message}
        {...form.register('email', { validate: email })}
      />
      <TextInput
        label={m.contacts_phone()}
        type="tel"
        maxLength={100}
        error={errors.phone?.message}
        {...form.register('phone')}
      />
    </FormDialog>
  );
}
