import type { OpenTable } from '#server/lib/open-records.ts';

const word = (column: string) => `look.${column} COLLATE "und-x-icu"`;

export const contacts: OpenTable = {
  table: 'contact',
  shown: {
    name: 'look.name',
    firstName: 'look.first_name',
    lastName: 'look.last_name',
    email: 'look.email',
    phone: 'look.phone',
    company: 'look.company',
  },
  columns: {
    name: 'given_name',
    firstName: 'first_name',
    lastName: 'last_name',
    email: 'email',
    phone: 'phone',
    company: 'company',
  },
  words: 'look.search_text',
  orderables: {
    id: 'look.id',
    name: word('name'),
    firstName: word('first_name'),
    lastName: word('last_name'),
    email: word('email'),
    phone: word('phone'),
    company: word('company'),
    dateCreated: 'look.date_created',
    dateUpdated: 'look.date_updated',
  },
};
