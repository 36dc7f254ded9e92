import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { ApiErrorBody } from '#contract/errors.ts';
import { AppError, notFound } from './app-error.ts';
import { languageOf, translated } from './words.ts';

/** What PostgreSQL says when a constraint or a lock refused what the code had let through. */
const conflicts: Record<string, string> = {
  '23505': 'This already exists.',
  '23503': 'This refers to something that is not there, or is still referred to.',
  '23P01': 'This overlaps with what is already there.',
  '40P01': 'Somebody else changed this at the same moment. Try again.',
  '40001': 'Somebody else changed this at the same moment. Try again.',
};

/** `/0/toUser/id` or ['0', 'toUser', 'id'] as people read it: `[0].toUser.id`. */
export const fieldPath = (parts: readonly PropertyKey[]) =>
  parts.reduce<string>(
    (path, part) =>
      /^\d+$/.test(String(part))
        ? `${path}[${String(part)}]`
        : path
          ? `${path}.${String(part)}`
          : String(part),
    '',
  );

function toAppError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    // An id in the path that can be none is the address of nothing.
    if (error.validationContext === 'params') return notFound();
    const issue = error.validation[0]!;
    const field = fieldPath(issue.instancePath.split('/').slice(1));
    const name = field || (error.validationContext === 'body' ? 'The body' : 'A parameter');
    return new AppError(
      400,
      'invalid',
      `${name}: ${issue.message ?? 'is not valid'}`,
      field ? { field } : {},
    );
  }
  const { statusCode, code, message } = error as Partial<FastifyError>;
  if (code === '22021' || code === '22P05' || code === '22P02' || code === '22003')
    return new AppError(400, 'invalid', 'A value cannot be stored.');
  if (code && conflicts[code]) return new AppError(409, 'conflict', conflicts[code]);
  if (code === '57014' || code === '53300')
    return new AppError(503, 'busy', 'The server is busy. Try again in a moment.', { retryAfter: 2 });
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new AppError(statusCode, statusCode === 404 ? 'not-found' : 'refused', message ?? 'Refused.');
  return undefined;
}

function send(reply: FastifyReply, error: AppError) {
  const body: ApiErrorBody = {
    error: {
      code: error.code,
      message: translated(error.message, languageOf(reply.request)),
      ...(error.field && { field: error.field }),
    },
  };
  if (error.retryAfter) reply.header('retry-after', String(error.retryAfter));
  return reply.code(error.statusCode).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** The one place where errors become answers. */
export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const known = toAppError(error);
    if (known) return send(reply, known);
    request.log.error({ err: error }, 'unexpected');
    return send(reply, new AppError(500, 'internal', 'Something went wrong on our side. Try again.'));
  });
}

export const answerNotFound = (_request: FastifyRequest, reply: FastifyReply) => send(reply, notFound());

/** An address that is none, such as one with broken percent-encoding: refused before any route is looked for. */
export function answerMalformed(_error: unknown, _request: FastifyRequest, reply: FastifyReply) {
  void send(reply, new AppError(400, 'malformed-address', 'This address is not well-formed.'));
}
