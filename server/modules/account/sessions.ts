import { createHash, randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#server/config.ts';
import { callerOf, type Caller } from '#server/lib/caller.ts';
import type { Database, Tx } from '#server/lib/database.ts';
import { wrongCredentials } from './credentials.ts';
import {
  callerBySession,
  deleteExpired,
  deleteSession,
  insertPass,
  insertSession,
  type Login,
} from './repository.ts';

const COOKIE = 'atrium_session';
const DAYS = 30;
const PASS_MINUTES = 60;
const DAY_S = 24 * 60 * 60;

const hashOf = (token: string) => createHash('sha256').update(token).digest();

/** The session's token as the browser presents it; undefined when there is none. */
export const tokenOf = (request: FastifyRequest): string | undefined => request.cookies[COOKIE] || undefined;

export const callerOfSession = (db: Database, token: string) => callerBySession(db, hashOf(token));

/** Opens a session within a transaction; answers the token, which is stored nowhere. @throws 401 */
export async function openSession(tx: Tx, login: Pick<Login, 'id' | 'passwordHash'>): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await deleteExpired(tx);
  if (!(await insertSession(tx, login, hashOf(token), DAYS))) throw wrongCredentials();
  return token;
}

/**
 * Opens a session of an hour that the caller may hand to another program, which presents its token as the
 * cookie. One that was itself opened with a session ends no later than that, so it cannot renew itself.
 * @throws 401 when the caller was signed out meanwhile
 */
export async function openPass(tx: Tx, request: FastifyRequest): Promise<string> {
  const byHeaders = request.headers['x-auth-username'] !== undefined;
  const own = byHeaders ? undefined : tokenOf(request);
  const token = randomBytes(32).toString('base64url');
  await deleteExpired(tx);
  const within = own === undefined ? null : hashOf(own);
  if (!(await insertPass(tx, callerOf(request).id, hashOf(token), PASS_MINUTES, within)))
    throw wrongCredentials();
  return token;
}

/** Ends the session that the request carries, if it carries one. */
export async function endSession(db: Database, request: FastifyRequest): Promise<void> {
  const token = tokenOf(request);
  const caller: Caller | undefined = token ? await callerOfSession(db, token) : undefined;
  if (token && caller) await db.write(caller.organisation, (tx) => deleteSession(tx, hashOf(token)));
}

const attributes = (request: FastifyRequest, { publicUrl }: Config) => ({
  httpOnly: true,
  sameSite: 'lax' as const,
  path: '/',
  secure: request.protocol === 'https' || publicUrl?.startsWith('https:') === true,
});

export const giveCookie = (request: FastifyRequest, reply: FastifyReply, config: Config, token: string) =>
  reply.setCookie(COOKIE, token, { ...attributes(request, config), maxAge: DAYS * DAY_S });

export const takeCookie = (request: FastifyRequest, reply: FastifyReply, config: Config) =>
  reply.clearCookie(COOKIE, attributes(request, config));
