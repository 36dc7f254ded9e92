import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from './app-error.ts';

const MAX_DEPTH = 64;
const dropped = new Set(['__proto__', 'constructor', 'prototype']);
const refuse = (message: string, field?: string) => new AppError(400, 'invalid-body', message, { field });

/**
 * Walks a parsed body: drops keys that could reach a prototype, refuses what PostgreSQL cannot hold (NUL,
 * lone surrogates) naming where it stands, and nesting so deep that it can only be an attack.
 */
function clean(value: unknown, path: string, depth: number): unknown {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw refuse(`${path || 'The body'} contains a NUL character`, path);
    if (!value.isWellFormed()) throw refuse(`${path || 'The body'} contains half a character`, path);
    return value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) throw refuse('The body is nested too deeply');
  if (Array.isArray(value)) return value.map((item, index) => clean(item, `${path}[${index}]`, depth + 1));
  const result: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    if (dropped.has(key)) continue;
    if (key.includes('\0') || !key.isWellFormed())
      throw refuse('The body has an attribute name with a NUL character');
    result[key] = clean(item, path ? `${path}.${key}` : key, depth + 1);
  }
  return result;
}

/** Bytes to a cleaned value; an empty body is undefined. @throws 400 */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse('The body is not valid JSON in UTF-8');
  }
  return clean(value, '', 0);
}

/** JSON whatever the label says (curl labels it a form), else real form fields. @throws 400 */
function parseForm(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').trimStart();
  if (text === '' || text.startsWith('{') || text.startsWith('[')) return parseJson(bytes);
  return clean(Object.fromEntries(new URLSearchParams(text)), '', 0);
}

const parsers = {
  json: (_request: FastifyRequest, body: Buffer) => Promise.resolve(body).then(parseJson),
  form: (_request: FastifyRequest, body: Buffer) => Promise.resolve(body).then(parseForm),
};

/**
 * Body parsers. `lenient` (the OffiServ side) reads JSON and form fields under any label; otherwise other
 * labels answer 415. An empty body without a label is fine everywhere.
 */
export function readBodies(app: FastifyInstance, { lenient }: { lenient: boolean }) {
  app.removeAllContentTypeParsers();
  const as = { parseAs: 'buffer' as const };
  app.addContentTypeParser(/^application\/([\w.-]+\+)?json\b/i, as, parsers.json);
  app.addContentTypeParser(/^application\/x-www-form-urlencoded\b/i, as, parsers.form);
  if (lenient) app.addContentTypeParser('*', as, parsers.form);
}
