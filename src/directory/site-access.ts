import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meOptions } from './me.ts';

/** What is set for everybody is for site administrators; anybody else is taken to their start page. */
export async function requireSiteAdmin(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!me.siteAdmin) throw redirect({ to: '/', replace: true });
}
