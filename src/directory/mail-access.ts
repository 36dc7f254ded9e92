import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { meOptions, worksIn } from './me.ts';

/** The desk's own screens are for who works there; anybody else is shown their parcels. */
export async function requireMailDesk(queryClient: QueryClient): Promise<void> {
  const me = await queryClient.query({ ...meOptions, staleTime: 'static' });
  if (!worksIn(me, 'mail')) throw redirect({ to: '/parcels', replace: true });
}
