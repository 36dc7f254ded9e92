import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meOptions } from './me.ts';

/** Screens of the organisation's administrators; anybody else is led to the start. */
export async function requireSiteAdmin(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!me.siteAdmin) throw redirect({ to: '/', replace: true });
}
