/** An error whose message is safe to show to the user. Anything else becomes a bare 500. */
export class AppError extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly field: string | undefined;
  /** Seconds after which a repeat may succeed; sent as Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(
    statusCode: number,
    code: string,
    message: string,
    more: { field?: string; retryAfter?: number } = {},
  ) {
    super(message);
    this.statusCode = statusCode;
    this.code = code;
    this.field = more.field;
    this.retryAfter = more.retryAfter;
  }
}

export const notFound = (what = 'There is nothing at this address.') => new AppError(404, 'not-found', what);
export const invalid = (field: string, problem: string) =>
  new AppError(400, 'invalid', `${field} ${problem}`, { field });
export const forbidden = (why = 'You are not allowed to do this.') => new AppError(403, 'forbidden', why);
