import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meOptions } from '#src/directory/me.ts';
import { sessionExpired } from '#src/lib/connection.ts';
import { ApiError } from '#src/lib/http.ts';
import { followLanguage } from '#src/lib/language.ts';

/** Lets the caller pass, or sends them to sign in and back to where they wanted to go. */
export async function requireSession(queryClient: QueryClient, href: string): Promise<void> {
  try {
    const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
    if (followLanguage(me.language)) {
      location.reload();
      await new Promise(() => {}); // nothing more is drawn in the language before
    }
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    sessionExpired.set(false);
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href }, replace: true });
  }
}
