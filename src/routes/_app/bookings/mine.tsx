import { createFileRoute } from '@tanstack/react-router';
import { MinePage } from '#src/features/space-booking/mine-page.tsx';
import { mineOptions } from '#src/features/space-booking/queries.ts';

export const Route = createFileRoute('/_app/bookings/mine')({
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => void context.queryClient.prefetchInfiniteQuery(mineOptions(false)),
  component: MinePage,
});
