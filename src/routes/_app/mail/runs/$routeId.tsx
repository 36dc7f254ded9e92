import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { runSheetOptions } from '#src/features/run-sheets/queries.ts';
import { RunPage } from '#src/features/run-sheets/run-page.tsx';
import { readRunSearch } from '#src/features/run-sheets/search.ts';

export const Route = createFileRoute('/_app/mail/runs/$routeId')({
  params: {
    parse: ({ routeId }) => ({ routeId: Number(routeId) }),
    stringify: ({ routeId }) => ({ routeId: String(routeId) }),
  },
  validateSearch: readRunSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(runSheetOptions(params.routeId)),
  component: View,
});

function View() {
  // Read once more: the router lays what was validated over the raw address.
  const { tab = 'remaining' } = Route.useSearch({ select: readRunSearch, structuralSharing: true });
  return <RunPage routeId={Route.useParams().routeId} tab={tab} />;
}
