import * as m from '#messages';
import { serverReachable, sessionExpired } from './connection.ts';
import { language } from './language.ts';

/**
 * What went wrong with a call, told so that a person can act on it.
 * `status` 0 means that no answer came; its `code` is then `unreachable`.
 */
export class ApiError extends Error {
  readonly status: number;
  /** Stable name to branch on: `account.email-taken`. */
  readonly code: string;
  /** The attribute at fault, with its index in a batch: `[3].trackingNumber`. */
  readonly field: string | undefined;
  /** Seconds to wait before another try, where the server said so. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { field?: string; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.field = more.field;
    this.retryAfter = more.retryAfter;
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Reply<T> = { parse: (value: unknown) => T };
export type CallOptions<T> = {
  /** Usually a zod schema; without one the answer is handed on unchecked. */
  reply?: Reply<T>;
  body?: unknown;
  signal?: AbortSignal;
  /** Makes a repeated write land once. One key for one intention, kept over retries. */
  idempotencyKey?: string;
  /** The version the edit was made on; the server refuses with 412 when somebody was quicker. */
  ifMatch?: string;
};

const TIMEOUT = 30_000;

async function call<T>(method: Method, url: string, options: CallOptions<T>): Promise<T> {
  const response = await send(method, url, options);
  const text = await response.text().catch(() => '');
  const json = parseJson(text);
  if (!response.ok) throw problemIn(response, json);
  return options.reply ? understand(options.reply, json) : (json as T);
}

/** For the calls that load their schema only once the answer is there. */
export function understand<T>(reply: Reply<T>, answer: unknown): T {
  try {
    return reply.parse(answer);
  } catch (cause) {
    throw new ApiError(200, 'reply-not-understood', m.shell_error_reply(), { cause });
  }
}

async function send(method: Method, url: string, options: CallOptions<unknown>): Promise<Response> {
  const { body, signal, idempotencyKey, ifMatch } = options;
  const timeout = AbortSignal.timeout(TIMEOUT);
  try {
    const response = await fetch(url, {
      method,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: {
        accept: 'application/json',
        // In which the server's sentences are to be: the page's, which may be another than the browser's.
        'accept-language': language(),
        'x-requested-with': 'fetch',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
        ...(ifMatch && { 'if-match': ifMatch }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    // A proxy answers these when the server behind it is gone.
    serverReachable.set(![502, 503, 504].includes(response.status));
    return response;
  } catch (cause) {
    if (signal?.aborted) throw cause;
    serverReachable.set(false);
    throw new ApiError(0, 'unreachable', m.shell_error_unreachable(), { cause });
  }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

// Read by hand rather than with contract/errors.ts: zod has no place in the first load of the sign-in page.
function problemIn(response: Response, json: unknown): ApiError {
  const error = (json as { error?: Record<string, unknown> } | undefined)?.error ?? {};
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ApiError(
    response.status,
    typeof error.code === 'string' ? error.code : 'unknown',
    typeof error.message === 'string' ? error.message : m.shell_error_unknown(),
    {
      ...(typeof error.field === 'string' && { field: error.field }),
      ...(Number.isFinite(seconds) && { retryAfter: seconds }),
    },
  );
}

/** Where the iOffice API begins; for the addresses that the browser itself asks, such as downloads. */
export const API = '/external/api/rest/v2';

/** Calls the iOffice API: `http('GET', '/mail/items', { reply: mailItems, signal })`. */
export async function http<T = unknown>(
  method: Method,
  path: string,
  options: CallOptions<T> = {},
): Promise<T> {
  try {
    return await call(method, API + path, options);
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) sessionExpired.set(true);
    throw error;
  }
}

/** Calls the OffiServ API: `offiserv('POST', '/login', { body })`. */
export const offiserv = <T = unknown>(method: Method, path: string, options: CallOptions<T> = {}) =>
  call(method, `/data${path}`, options);
