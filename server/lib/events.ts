import pg from 'pg';
import { z } from 'zod';
import { changeEvent } from '#contract/events.ts';
import type { Database, WriteTx } from './database.ts';

/** A change with those it concerns beyond the people whose role shows it to them anyway; never sent out. */
const notice = changeEvent.extend({ users: z.array(z.int()).optional() });
export type Notice = z.infer<typeof notice>;
const payloadSchema = notice.extend({ organisation: z.int() });

/** Change events of one organisation, from every server process on the database. */
export type Events = {
  /** Answers the function that ends the subscription. After a gap the listener gets topic `resync`. */
  subscribe(organisation: number, listener: (event: Notice) => void): () => void;
  close(): Promise<void>;
};

const CHANNEL = 'atrium_change';
/** PostgreSQL takes payloads below 8,000 bytes: two lists of 200 ids of 16 digits fit with room to spare. */
const IDS_A_PAYLOAD = 200;
const FIRST_RETRY = 250;
const LONGEST_RETRY = 10_000;
/** A connection whose other end vanished says nothing: ask it now and then. */
const PULSE = 20_000;

/** undefined for what is no JSON: anybody who can reach the database can notify. */
function parse(payload = ''): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    return undefined;
  }
}

const slices = (ids: number[]) =>
  Array.from({ length: Math.max(1, Math.ceil(ids.length / IDS_A_PAYLOAD)) }, (_, index) =>
    ids.slice(index * IDS_A_PAYLOAD, (index + 1) * IDS_A_PAYLOAD),
  );

/**
 * Tells every open dashboard of the organisation which records changed; sent when the transaction commits,
 * never when it rolls back. Mail events reach mail workers, and otherwise only the people named in
 * `users`; what others wait for reaches these alone.
 */
export async function announce(tx: WriteTx, { users, ...event }: Notice): Promise<void> {
  const payloads = slices(event.ids).flatMap((ids) =>
    slices([...new Set(users ?? [])]).map((some) =>
      JSON.stringify({ ...event, ids, organisation: tx.organisation, ...(users && { users: some }) }),
    ),
  );
  await tx.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) payload', [CHANNEL, payloads]);
}

/** Listens on a connection of its own and reconnects when it breaks. Rejects when the first try fails. */
export async function openEvents(db: Database): Promise<Events> {
  const organisations = new Map<number, Set<(event: Notice) => void>>();
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;

  function dispatch({ payload }: pg.Notification) {
    const heard = payloadSchema.safeParse(parse(payload));
    if (!heard.success) return; // a newer version's: its own processes know what to do with it
    const { organisation, ...event } = heard.data;
    for (const listener of organisations.get(organisation) ?? []) listener(event);
  }

  async function connect() {
    const next = new pg.Client({
      ...db.options,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
      query_timeout: 10_000,
    });
    next.on('notification', dispatch);
    next.on('error', () => {}); // 'end' follows
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      void next.end();
      throw error;
    }
    const lost = () => {
      if (client !== next || closed) return;
      client = undefined;
      clearInterval(timer);
      void next.end();
      retry();
    };
    client = next;
    failures = 0;
    next.once('end', lost);
    timer = setInterval(() => void next.query('SELECT 1').catch(lost), PULSE).unref();
  }

  async function reconnect() {
    try {
      await connect();
    } catch {
      if (!closed) retry();
      return;
    }
    if (closed) return void client?.end();
    for (const listeners of organisations.values())
      for (const listener of listeners) listener({ topic: 'resync', ids: [] });
  }

  function retry() {
    const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** failures) * (0.75 + Math.random() / 2);
    failures += 1;
    timer = setTimeout(() => void reconnect(), wait).unref();
  }

  await connect();
  return {
    subscribe(organisation, listener) {
      const listeners = organisations.get(organisation) ?? new Set();
      organisations.set(organisation, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) organisations.delete(organisation);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}
