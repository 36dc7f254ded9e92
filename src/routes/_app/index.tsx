import { createFileRoute, redirect } from '@tanstack/react-router';
import { meOptions, worksIn } from '#src/directory/me.ts';
import { managesCenters } from '#src/directory/rights.ts';
import { HomePage } from '#src/features/home/home-page.tsx';
import { homeOptions } from '#src/features/home/queries.ts';

/** Whoever reads the page again wants that page. */
const isReload = () =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

export const Route = createFileRoute('/_app/')({
  // Who works at the mail desk all day arrives there; the page is one step away, and stays when they go to it.
  beforeLoad: async ({ context }) => {
    const me = await context.queryClient.query({ ...meOptions, staleTime: 'static' });
    if (context.arriving && worksIn(me, 'mail') && !managesCenters(me) && !isReload())
      throw redirect({ href: '/mail', replace: true });
  },
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(homeOptions);
  },
  component: HomePage,
});
