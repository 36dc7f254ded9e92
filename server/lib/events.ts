import type { ChangeEvent } from '#contract/events.ts';
import type { Database, WriteTx } from './database.ts';

/** Change events of one organisation, from every server process on the database. */
export type Events = {
  subscribe(organisation: number, listener: (event: ChangeEvent) => void): () => void;
  close(): Promise<void>;
};

/** Tells every open dashboard of the organisation which records changed; sent when the transaction commits. */
export declare function announce(tx: WriteTx, event: ChangeEvent): Promise<void>;

/** Listens on a connection of its own and reconnects when it breaks. */
export declare function openEvents(db: Database): Promise<Events>;
