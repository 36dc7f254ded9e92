import type { OpenTable } from '#server/lib/open-records.ts';

const word = (expression: string) => `(${expression}) COLLATE "und-x-icu"`;
const TYPE = "look.type #>> '{}'";

export const agreements: OpenTable = {
  table: 'agreement',
  shown: { type: 'look.type', name: 'look.name', code: 'look.code' },
  columns: { type: 'type', name: 'name', code: 'code' },
  words: String.raw`fold(coalesce(look.name, '') || E'\n' || coalesce(look.code, '') || E'\n' || (${TYPE}))`,
  orderables: {
    id: 'look.id',
    type: word(TYPE),
    name: word('look.name'),
    code: word('look.code'),
    dateCreated: 'look.date_created',
    dateUpdated: 'look.date_updated',
  },
};
