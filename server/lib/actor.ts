import { AsyncLocalStorage } from 'node:async_hooks';
import type { Tx } from './database.ts';

const actors = new AsyncLocalStorage<number | undefined>();

/**
 * Runs `work`, and all that it begins, on behalf of a person: every transaction in it is bound to them, and the
 * audit log names them. Nothing between a request and its statements has to hand it on, so nothing can forget to.
 */
export const actingAs = <T>(user: number | undefined, work: () => T): T => actors.run(user, work);

/** On whose behalf this runs; undefined: nobody's, such as a job's. */
export const currentActor = () => actors.getStore();

/** From here on the transaction is a person's who turned out to be known only within it. */
export const bindActor = (tx: Tx, user: number) =>
  tx.named('bind-actor', "SELECT set_config('app.user_id', $1::text, true)", [user]);
