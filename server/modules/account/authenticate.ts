import type { FastifyRequest } from 'fastify';
import type { Access, Caller } from '#server/lib/caller.ts';
import type { Deps } from '#server/lib/deps.ts';
import { demandOwnOrigin } from '#server/lib/origin.ts';
import { checkCredentials, decodeHeader } from './credentials.ts';
import { callerOfSession, tokenOf } from './sessions.ts';

/** A header that is sent once; what is not there counts as empty. */
const header = (request: FastifyRequest, name: string) => decodeHeader(String(request.headers[name] ?? ''));

/**
 * Who makes the request: by the headers when there are any, else by the session cookie. Public routes ask
 * nobody. @throws 401 for wrong headers, 403 for a change that a foreign page asks for, 429
 */
export async function authenticate(
  { config, db }: Pick<Deps, 'config' | 'db'>,
  request: FastifyRequest,
  access: Access,
): Promise<Caller | undefined> {
  if (access === 'public') return undefined;
  const { headers } = request;
  if (headers['x-auth-username'] !== undefined || headers['x-auth-password'] !== undefined) {
    const { passwordHash: _, ...caller } = await checkCredentials(
      db,
      header(request, 'x-auth-username'),
      header(request, 'x-auth-password'),
      request.ip,
    );
    return caller;
  }
  const token = tokenOf(request);
  const caller = token ? await callerOfSession(db, token) : undefined;
  if (caller) demandOwnOrigin(request, config);
  return caller;
}
