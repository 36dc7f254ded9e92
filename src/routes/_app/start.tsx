import { createFileRoute } from '@tanstack/react-router';
import { requireSiteAdmin } from '#src/directory/admin-access.ts';
import { GuidePage } from '#src/features/guide/guide-page.tsx';
import { guideOptions } from '#src/features/guide/queries.ts';

export const Route = createFileRoute('/_app/start')({
  beforeLoad: ({ context }) => requireSiteAdmin(context.queryClient),
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => void context.queryClient.prefetchQuery(guideOptions),
  component: GuidePage,
});
