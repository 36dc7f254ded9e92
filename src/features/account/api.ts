import * as m from '#messages';
import { sessionExpired } from '#src/lib/connection.ts';
import { ApiError, offiserv } from '#src/lib/http.ts';

export type Credentials = { email: string; password: string };
export type DemoAccount = Credentials & { role: string; name: string };
export type Registration = Credentials & {
  company: string;
  firstname: string;
  lastname: string;
  country: string;
  timezone: string;
};

/** Opens a session; whatever ended the one before is forgotten. */
export async function signIn(body: Credentials): Promise<void> {
  await offiserv('POST', '/login', { body });
  sessionExpired.set(false);
}

export const register = (body: Registration) => offiserv('POST', '/register', { body });
export const requestPasswordReset = (email: string) =>
  offiserv('POST', '/resetPassword', { body: { email } });
export const confirmPasswordReset = (token: string, password: string) =>
  offiserv('POST', '/resetPassword/confirm', { body: { token, password } });

/** The accounts to look around with; none outside the demo. */
export async function fetchDemoAccounts(signal: AbortSignal): Promise<DemoAccount[]> {
  try {
    const { accounts } = await offiserv<{ accounts?: DemoAccount[] }>('GET', '/demo', { signal });
    return Array.isArray(accounts) ? accounts : [];
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/** Why signing in failed, in words that say what to do. */
export function signInProblem(error: unknown): string {
  if (!(error instanceof ApiError)) return m.shell_error_unknown();
  if (error.status === 429) return m.account_too_many_tries({ wait: waitFor(error.retryAfter) });
  if (error.status === 401) return m.account_wrong_credentials();
  return error.message;
}

function waitFor(seconds: number | undefined): string {
  if (seconds === undefined) return m.account_a_moment();
  return seconds < 90
    ? m.account_seconds({ count: seconds })
    : m.account_minutes({ count: Math.ceil(seconds / 60) });
}
