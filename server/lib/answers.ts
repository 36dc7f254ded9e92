import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';

/** Sends JSON text that PostgreSQL made, as it is. */
export const sendJson = (reply: FastifyReply, json: string) =>
  reply.type('application/json; charset=utf-8').send(json);

export const REMOVED = { response: 'Successfully removed' } as const;

/**
 * Requests are validated always, answers in tests only: a list of fifty costs a fifth more with a check of
 * what we wrote ourselves. An answer that breaks its declared schema, or has none, fails the request.
 */
export function checkAnswers(app: FastifyInstance) {
  app.addHook('onSend', async (request, reply, payload) => {
    const { schema } = request.routeOptions;
    if (!schema || schema.hide || reply.statusCode >= 400 || typeof payload !== 'string') return payload;
    const declared = (schema.response as Record<string, unknown> | undefined)?.[String(reply.statusCode)];
    const name = `${request.method} ${request.routeOptions.url} ${reply.statusCode}`;
    if (!(declared instanceof z.ZodType)) throw new Error(`${name}: no answer declared`);
    const checked = declared.safeParse(payload === '' ? undefined : JSON.parse(payload));
    if (!checked.success) throw new Error(`${name}: ${z.prettifyError(checked.error)}`);
    return payload;
  });
}
