import type { FastifyRequest } from 'fastify';
import type { Config } from '#server/config.ts';
import { AppError } from './app-error.ts';

/**
 * Where people reach the server, for links in mails. Never the Host header: whoever asks for a reset in
 * somebody else's name could lead the link astray with it.
 */
export function siteUrl({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (publicUrl) return publicUrl;
  const anywhere = host === '0.0.0.0' || host === '::';
  return `http://${anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);
const foreign = () =>
  new AppError(403, 'account.foreign-origin', 'This request does not come from this site.');

function isOurs(request: FastifyRequest, publicUrl: string | undefined, origin: string): boolean {
  const given = origin.toLowerCase();
  if (publicUrl && given === new URL(publicUrl).origin) return true;
  const host = request.host.toLowerCase();
  // https for the same host is ours as well: TLS may end at a proxy in front of us.
  return host !== '' && (given === `${request.protocol}://${host}` || given === `https://${host}`);
}

/** For requests that act without a session, such as signing in: a browser must not be led here from elsewhere. */
export function refuseForeignOrigin(request: FastifyRequest, { publicUrl }: Pick<Config, 'publicUrl'>) {
  const { origin } = request.headers;
  if (origin !== undefined && !isOurs(request, publicUrl, origin)) throw foreign();
}

/**
 * For requests that a cookie vouches for: those that change something must come from our own pages, as the
 * browser's Origin says, or carry `x-requested-with: fetch`, which no foreign page can add without asking.
 */
export function demandOwnOrigin(request: FastifyRequest, config: Pick<Config, 'publicUrl'>) {
  if (reads.has(request.method)) return;
  refuseForeignOrigin(request, config);
  const { origin, 'x-requested-with': with_ } = request.headers;
  if (origin === undefined && String(with_).toLowerCase() !== 'fetch') throw foreign();
}
