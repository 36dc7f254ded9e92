import * as m from '#messages';
import type { Agreement } from '#contract/agreements.ts';
import { clipped } from '#src/directory/open-record-cells.tsx';
import { plainText } from '#src/lib/other-attributes.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';

/** What kind it is, in words: its type may be any JSON value, often a text or an object with a name. */
export function typeOf({ type }: Pick<Agreement, 'type'>): string {
  if (typeof type === 'object' && type !== null && 'name' in type && typeof type.name === 'string')
    return type.name;
  return plainText(type);
}

/** What an agreement is called, for want of a name. */
export const nameOf = ({ name, code, id }: Agreement) => name || code || m.agreements_number({ id });

export const agreementColumns = (): GridColumn<Agreement>[] => [
  { id: 'name', header: m.agreements_name(), cell: (one) => clipped(nameOf(one)), sortable: true, grow: 1.5 },
  { id: 'type', header: m.agreements_type(), cell: (one) => clipped(typeOf(one)), sortable: true },
  { id: 'code', header: m.agreements_code(), cell: ({ code }) => clipped(code), sortable: true },
];
