import { createFileRoute } from '@tanstack/react-router';
import { HomePage } from '#src/features/home/home-page.tsx';
import { homeOptions } from '#src/features/home/queries.ts';

export const Route = createFileRoute('/_app/')({
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(homeOptions);
  },
  component: HomePage,
});
