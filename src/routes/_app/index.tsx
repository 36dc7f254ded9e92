import { createFileRoute, redirect } from '@tanstack/react-router';
import { meOptions, worksIn } from '#src/directory/me.ts';
import { HomePage } from '#src/features/home/home-page.tsx';
import { myParcelsOptions } from '#src/features/home/queries.ts';

export const Route = createFileRoute('/_app/')({
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    if (worksIn(me, 'mail')) throw redirect({ href: '/mail', replace: true });
  },
  // Not awaited: the greeting need not wait for the parcels, which show their own skeleton.
  loader: ({ context }) => void context.queryClient.prefetchQuery(myParcelsOptions),
  component: HomePage,
});
