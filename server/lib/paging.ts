import type { ListQuery } from '#contract/wire.ts';

/** Property as clients name it (dotted path allowed) → SQL expression. `id` must be among them. */
export type Orderables = Readonly<Record<string, string>>;

/**
 * ORDER BY … LIMIT … OFFSET … for a list. Unknown properties fall back to the id; equal values keep a
 * stable order over pages because the id breaks ties. Only expressions of `orderables` reach the SQL.
 * @param filled properties that are never null: an index serves them downwards as well
 */
export function pageSql(
  orderables: Orderables,
  query: Pick<ListQuery, 'orderBy' | 'orderByType' | 'limit' | 'startAt'>,
  filled: readonly string[] = [],
) {
  const id = orderables.id!;
  const wanted = Object.hasOwn(orderables, query.orderBy) ? orderables[query.orderBy]! : id;
  const way = query.orderByType === 'desc' ? 'DESC' : 'ASC';
  const nulls = filled.includes(query.orderBy) ? '' : ' NULLS LAST';
  const order = wanted === id ? `${id} ${way}` : `${wanted} ${way}${nulls}, ${id} ${way}`;
  return `ORDER BY ${order} LIMIT ${Number(query.limit)} OFFSET ${Number(query.startAt)}`;
}

const YEAR_9999 = 253_402_300_799_999;

/** `modifiedOrCreatedAfter` for `date_updated > ?`, kept to moments that PostgreSQL knows. */
export const feedStart = ({ modifiedOrCreatedAfter: ms }: Pick<ListQuery, 'modifiedOrCreatedAfter'>) =>
  ms === undefined ? undefined : new Date(Math.min(Math.max(ms, 0), YEAR_9999));

/** Trigrams find substrings of this length and more; shorter ones are met early in any list. */
export const TRIGRAM = 3;
/** A search text as a LIKE pattern: literal, anywhere. */
export const containing = (search: string) => `%${search.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/**
 * Collects conditions and their parameters: `add('center_id = ANY(?)', ids)`. A condition whose value is
 * undefined is left out; every `?` of a condition stands for the same value.
 */
export function conditions(first: string, ...params: unknown[]) {
  const parts = [first];
  const self = {
    params,
    add(condition: string, value: unknown) {
      if (value === undefined) return self;
      params.push(value);
      parts.push(condition.replaceAll('?', `$${params.length}`));
      return self;
    },
    when(flag: boolean | undefined, yes: string, no?: string) {
      if (flag === true) parts.push(yes);
      if (flag === false && no) parts.push(no);
      return self;
    },
    get sql() {
      return parts.join(' AND ');
    },
  };
  return self;
}
