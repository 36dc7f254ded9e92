import pg from 'pg';
import { currentActor } from './actor.ts';
import { gate } from './turns.ts';

// Counts and ids are bigint in PostgreSQL; all of ours are below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** What repositories need: plain queries, and queries prepared once a connection under a name. */
export type Queries = {
  query<Row extends object>(text: string, params?: unknown[]): Promise<Row[]>;
  /** For hot statements: parsed and planned once a connection. One name, one text, for ever. */
  named<Row extends object>(name: string, text: string, params?: unknown[]): Promise<Row[]>;
};

/** A transaction bound to one organisation: row-level security shows and takes no other's rows. */
export type Tx = Queries & { organisation: number };

/** A transaction that writes. */
export type WriteTx = Tx & {
  /**
   * The transaction's time, later than every stamp already visible in this organisation. Rows it writes
   * carry it as date_updated. It serialises the organisation's writers until commit.
   */
  stamp: Date;
  /** Runs `undo` when the transaction certainly did not happen: for what lies outside the database. */
  onRollback(undo: () => Promise<void>): void;
};

export type Founding = { name: string; country: string; timeZone: string; features: readonly string[] };

export type Database = Queries & {
  /**
   * Reads in a transaction bound to the organisation; all its statements see the same moment. A list that
   * finds its page and renders it in two statements would otherwise show stamps newer than the page, and a
   * client that takes them as its cursor would miss what was written in between.
   */
  read<T>(organisation: number, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes; commits when `work` resolves, rolls everything back when it throws. */
  write<T>(organisation: number, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** Creates an organisation with its clock and, in the same transaction, what `work` writes into it. */
  found<T>(organisation: Founding, work: (tx: WriteTx) => Promise<T>): Promise<T>;
  /** A connection string or options for connections of one's own (LISTEN, queues). */
  options: pg.PoolConfig;
  close(): Promise<void>;
};

/**
 * Writers of one organisation wait for each other anyway. One works and one stands ready in the database; the others wait
 * here, without a connection, which readers need.
 */
const WRITERS = 2;

const queriesOf = (client: pg.Pool | pg.PoolClient): Queries => ({
  query: async (text, params) => (await client.query(text, params)).rows,
  named: async (name, text, values) => (await client.query({ name, text, values })).rows,
});

/**
 * Opens the pool that requests use. Every connection takes the role atrium_app, which owns nothing and is
 * no superuser; binding the organisation and who acts costs no round trip of its own, it travels with BEGIN.
 */
export function openDatabase(options: pg.PoolConfig): Database {
  const pool = new pg.Pool({
    max: 20,
    connectionTimeoutMillis: 10_000,
    // A new connection plans anew what it has not met; whoever comes back after a minute would wait for that.
    idleTimeoutMillis: 600_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    ...options,
    options: `${options.options ?? ''} -c role=atrium_app`.trim(),
  });
  // A connection that breaks while idle is replaced at the next query; its error is nobody's request.
  pool.on('error', () => {});

  async function transaction<T>(
    begin: string,
    organisation: number,
    work: (client: pg.PoolClient) => Promise<T>,
  ) {
    if (!Number.isSafeInteger(organisation)) throw new Error('organisation must be an id');
    const client = await pool.connect();
    let broken = false;
    try {
      const actor = currentActor() ?? '';
      await client.query(
        `${begin}; SET LOCAL app.organisation_id = '${organisation}'; SET LOCAL app.user_id = '${actor}'`,
      );
      const result = await work(client);
      const { command } = await client.query('COMMIT');
      // A work that swallowed a failed statement has written nothing.
      if (command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  const inTurn = gate<number>(WRITERS);
  /** Takes the transaction's stamp before anything else, as every writing transaction does. */
  async function stamped<T>(queries: Queries, organisation: number, work: (tx: WriteTx) => Promise<T>) {
    const [row] = await queries.named<{ stamp: Date | null }>('next-stamp', 'SELECT next_stamp() AS stamp');
    if (!row?.stamp) throw new Error(`organisation ${organisation} has no clock`);
    const undos: (() => Promise<void>)[] = [];
    const onRollback = (undo: () => Promise<void>) => void undos.push(undo);
    try {
      return await work({ ...queries, organisation, stamp: row.stamp, onRollback });
    } catch (error) {
      await Promise.allSettled(undos.map((undo) => undo()));
      throw error;
    }
  }

  return {
    ...queriesOf(pool),
    options,
    read: (organisation, work) =>
      transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', organisation, (client) =>
        work({ ...queriesOf(client), organisation }),
      ),
    write: (organisation, work) =>
      inTurn(organisation, () =>
        transaction('BEGIN', organisation, async (client) => stamped(queriesOf(client), organisation, work)),
      ),
    async found({ name, country, timeZone, features }, work) {
      const [row] = await queriesOf(pool).query<{ id: number }>('SELECT new_organisation_id() AS id');
      const { id } = row!;
      return transaction('BEGIN', id, async (client) => {
        const queries = queriesOf(client);
        await queries.query(
          `WITH founded AS (
             INSERT INTO organisation (id, name, country, time_zone, features) VALUES ($1, $2, $3, $4, $5))
           INSERT INTO organisation_clock (organisation_id) VALUES ($1)`,
          [id, name, country, timeZone, features],
        );
        return stamped(queries, id, work);
      });
    },
    close: () => pool.end(),
  };
}
