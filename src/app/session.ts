import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meOptions } from '#src/directory/me.ts';
import { sessionExpired } from '#src/lib/connection.ts';
import { ApiError } from '#src/lib/http.ts';

/** Lets the caller pass, or sends them to sign in and back to where they wanted to go. */
export async function requireSession(queryClient: QueryClient, href: string): Promise<void> {
  try {
    await queryClient.query({ ...meOptions, staleTime: 'static' });
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    sessionExpired.set(false);
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }
}
