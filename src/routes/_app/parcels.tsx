import { createFileRoute } from '@tanstack/react-router';
import { readCodeSearch } from '#src/features/my-parcels/code-search.ts';
import { ParcelsPage } from '#src/features/my-parcels/parcels-page.tsx';
import { deliveredParcelsOptions, openParcelsOptions } from '#src/features/my-parcels/queries.ts';

export const Route = createFileRoute('/_app/parcels')({
  validateSearch: readCodeSearch,
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(openParcelsOptions);
    void context.queryClient.prefetchInfiniteQuery(deliveredParcelsOptions);
  },
  component: ParcelsPage,
});
