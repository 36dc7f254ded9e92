import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendJson } from './answers.ts';
import { AppError } from './app-error.ts';
import { callerOf } from './caller.ts';
import type { Database, Tx, WriteTx } from './database.ts';

/** JSON text, made by PostgreSQL or JSON.stringify, and the status it is sent with. */
export type Outcome = { status: number; answer: string };

/** @throws 400 */
function keyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && /^[\x20-\x7e]{1,200}$/.test(key)) return key;
  throw new AppError(400, 'idempotency.key', 'Idempotency-Key must be 1 to 200 printable ASCII characters.', {
    field: 'Idempotency-Key',
  });
}

/** The same value always gives the same text, whatever the order of its attributes. */
const canonical = (value: unknown) =>
  JSON.stringify(value, (_key, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';

const hashOf = ({ method, url, body }: FastifyRequest) =>
  createHash('sha256')
    .update(`${method} ${url.replace(/\/+$/, '')}\n${canonical(body)}`)
    .digest();

/** The stored outcome of this key, if any. @throws 422 when the key came with another request */
async function recall(tx: Tx, user: number, key: string, hash: Buffer): Promise<Outcome | undefined> {
  const [known] = await tx.named<Outcome & { same: boolean }>(
    'idempotency-recall',
    `SELECT status, answer, request_hash = $3 AS same FROM idempotency_key
     WHERE organisation_id = current_organisation() AND user_id = $1 AND key = $2`,
    [user, key, hash],
  );
  if (known && !known.same)
    throw new AppError(
      422,
      'idempotency.other-body',
      'This Idempotency-Key has been used with another request.',
      { field: 'Idempotency-Key' },
    );
  return known;
}

/**
 * Runs `work` in a transaction and sends its outcome. With an `Idempotency-Key` the outcome is stored in the
 * same transaction, for ever; a repeat by the same person gets it again, marked `idempotency-replayed: true`,
 * and nothing is done. A failing work stores nothing, so it may be tried again. The transaction's stamp
 * serialises an organisation's writers, so of two repeats at once the second finds the first one's outcome.
 * What takes long (images, passwords) belongs before it.
 */
export async function idempotently(
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
  work: (tx: WriteTx) => Promise<Outcome>,
): Promise<FastifyReply> {
  const caller = callerOf(request);
  const key = keyOf(request);
  const hash = key === undefined ? undefined : hashOf(request);
  const { status, answer, replayed } = await db.write(caller.organisation, async (tx) => {
    if (key === undefined || !hash) return { ...(await work(tx)), replayed: false };
    const known = await recall(tx, caller.id, key, hash);
    if (known) return { ...known, replayed: true };
    const outcome = await work(tx);
    await tx.named(
      'idempotency-store',
      `INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash, status, answer)
       VALUES (current_organisation(), $1, $2, $3, $4, $5)`,
      [caller.id, key, hash, outcome.status, outcome.answer],
    );
    return { ...outcome, replayed: false };
  });
  if (replayed) reply.header('idempotency-replayed', 'true');
  return sendJson(reply.code(status), answer);
}

/**
 * Sends what a repeat got before; answers whether there was anything. For work that takes transactions of its own and
 * changes nothing when it is done twice: it goes between this and `idempotently`, which stores the answer.
 * @throws 400, 422 as `idempotently`
 */
export async function answeredBefore(
  db: Database,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<boolean> {
  const caller = callerOf(request);
  const key = keyOf(request);
  if (key === undefined) return false;
  const known = await db.read(caller.organisation, (tx) => recall(tx, caller.id, key, hashOf(request)));
  if (!known) return false;
  sendJson(reply.code(known.status).header('idempotency-replayed', 'true'), known.answer);
  return true;
}
