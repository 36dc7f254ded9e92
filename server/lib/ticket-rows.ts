import type { TicketKind } from '#contract/offiserv.ts';
import type { Caller } from './caller.ts';
import { containing } from './paging.ts';

/** Puts a value among the parameters of the statement; answers its placeholder. */
export type Bind = (value: unknown) => string;

/** `id`: of this one alone, whether it is open or not. */
export type TicketFilter = { open?: boolean; search?: string; id?: number };

/**
 * What a module tells of its records as tickets of a person, in SQL: the OffiServ side puts those of all modules into
 * one statement. The same filters make the same text, so that it can be prepared. Its first parameters, $1 and $2, are
 * the person's id and whether they are a site administrator.
 */
export type TicketSource = {
  kind: TicketKind;
  /** SELECT id, created: what the person asked for; with `id` also what they worked on. */
  outgoing(bind: Bind, filter: TicketFilter): string;
  /**
   * SELECT id, created, asked (work or approval), none twice: what waits for the person. All of it is open.
   * @param deciding the person as they approve: also with the roles of those for whom they stand in
   */
  waiting(bind: Bind, filter: TicketFilter, person: Caller, deciding: Caller): string;
  /**
   * SELECT id, title, description, code, word, open, requester_id, assignee_ids, due, updated of the rows of `page`
   * (id) that are of this kind.
   */
  shown: string;
};

/**
 * SQL: a table `mine` of one row whose `managed` are centers by id, null: all. The planner does not look into it, so that
 * one plan serves any list of centers.
 */
export const managedIn = (bind: Bind, centers: readonly number[] | undefined) =>
  `(SELECT ${bind(centers ?? null)}::bigint[] AS managed OFFSET 0) mine`;

/**
 * SQL: AND with the conditions that `filter` makes of a record's alias; nothing when it asks for nothing.
 * @param words the texts that a search looks through
 */
export function narrowed(bind: Bind, filter: TicketFilter, { id, words }: { id: string; words: string[] }) {
  const { search } = filter;
  const parts = [filter.id === undefined ? '' : `AND ${id} = ${bind(filter.id)}::bigint`];
  if (search !== undefined) {
    const number = /^#?\d{1,15}$/.test(search) ? search.replace('#', '') : '0';
    const pattern = bind(containing(search));
    const found = words.map((text) => `fold(${text}) LIKE fold(${pattern}::text)`);
    parts.push(`AND (${[`${id} = ${bind(number)}::bigint`, ...found].join(' OR ')})`);
  }
  return parts.join(' ');
}
