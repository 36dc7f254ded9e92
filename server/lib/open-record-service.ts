import type { ChangeEvent } from '#contract/events.ts';
import type { ListQuery } from '#contract/wire.ts';
import { notFound } from './app-error.ts';
import type { Caller } from './caller.ts';
import type { Database, WriteTx } from './database.ts';
import { announce } from './events.ts';
import { openAttributes } from './open-attributes.ts';
import * as records from './open-records.ts';

/** A body whose known attributes have been checked. */
type Body = Record<string, unknown>;

/**
 * What can be done with a table of open records. `encode` turns checked attributes into the values of their
 * columns; `missing` is said when there is no such record.
 */
export function openRecordService(
  of: records.OpenTable,
  {
    topic,
    missing,
    encode = (body) => body,
  }: { topic: ChangeEvent['topic']; missing: string; encode?: (body: Body) => Body },
) {
  const sentOf = (body: Body) => ({
    id: body.id,
    values: encode(body),
    attributes: openAttributes(body, Object.keys(of.columns)),
  });
  async function finish(tx: WriteTx, by: number, id: number): Promise<string> {
    await announce(tx, { topic, ids: [id], by });
    return (await records.findRecord(tx, of, id))!;
  }

  return {
    /** A page as JSON text. */
    list: (db: Database, { organisation }: Caller, query: ListQuery) =>
      db.read(organisation, (tx) => records.listRecords(tx, of, query)),
    total: (db: Database, { organisation }: Caller, query: ListQuery) =>
      db.read(organisation, async (tx) => ({ count: await records.countRecords(tx, of, query) })),
    /** JSON text. @throws 404 */
    async show(db: Database, { organisation }: Caller, id: number): Promise<string> {
      const found = await db.read(organisation, (tx) => records.findRecord(tx, of, id));
      if (found === undefined) throw notFound(missing);
      return found;
    },
    /** The new record as JSON text. @throws 400 */
    create: async (tx: WriteTx, by: number, body: Body): Promise<string> =>
      finish(tx, by, await records.insertRecord(tx, of, sentOf(body))),
    /** The changed record as JSON text. @throws 400, 404 */
    async edit(tx: WriteTx, by: number, id: number, body: Body): Promise<string> {
      if (!(await records.updateRecord(tx, of, id, sentOf(body)))) throw notFound(missing);
      return finish(tx, by, id);
    },
    /** @throws 404 */
    remove: (db: Database, { organisation, id: by }: Caller, id: number): Promise<void> =>
      db.write(organisation, async (tx) => {
        if (!(await records.hideRecord(tx, of, id))) throw notFound(missing);
        await announce(tx, { topic, ids: [id], by });
      }),
  };
}
