import { createHash } from 'node:crypto';
import type { Database, Tx } from './database.ts';

const nameOf = (text: string) => `glance-${createHash('sha1').update(text).digest('hex')}`;
/** Settings come several in a text and cannot be prepared. */
const PREPARABLE = /^\s*(SELECT|WITH)\b/;

/** Rows few enough to be fetched one at a time lie in memory; the default expects a disk and reads whole tables for them. */
const NEARBY = 'SET LOCAL random_page_cost = 1.1';

/**
 * Reads as `db.read` does, where a little of many lists is shown. What is rendered is planned for few rows, under names of
 * its own: how other pages are planned stays as it is.
 */
export const glimpse = <T>(db: Database, organisation: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.read(organisation, async (tx) => {
    await tx.query(NEARBY);
    return work({ ...tx, named: (_name, text, params) => tx.named(nameOf(text), text, params) });
  });

/**
 * A glimpse by the same few texts of SQL each time: planning those takes several times as long as running them. All are
 * prepared and planned once a connection, whatever the values; so not for searches, whose patterns the planner should see.
 * The texts must be few, because each is kept with its plan on every connection. All statements see the same moment: what
 * is asked twice is answered once, with the same rows, which are not to be changed.
 */
export const glance = <T>(db: Database, organisation: number, work: (tx: Tx) => Promise<T>): Promise<T> =>
  db.read(organisation, async (tx) => {
    await tx.query(`${NEARBY}; SET LOCAL plan_cache_mode = force_generic_plan`);
    const answers = new Map<string, Promise<object[]>>();
    const ask = <Row extends object>(text: string, params: unknown[] = []): Promise<Row[]> => {
      const key = JSON.stringify([text, params]);
      const answer = answers.get(key) ?? tx.named<Row>(nameOf(text), text, params);
      answers.set(key, answer);
      return answer as Promise<Row[]>;
    };
    return work({
      ...tx,
      query: (text, params) => (PREPARABLE.test(text) ? ask(text, params) : tx.query(text, params)),
      named: (_name, text, params) => ask(text, params),
    });
  });
