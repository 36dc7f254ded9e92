import { contact } from '#contract/contacts.ts';
import { openRecords } from '#src/directory/open-records.ts';

export const contacts = openRecords('contacts', contact);
