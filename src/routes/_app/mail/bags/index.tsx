import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { deskOptions } from '#src/directory/mail-queries.ts';
import { BagsPage } from '#src/features/mail-bags/bags-page.tsx';
import { bagsOptions } from '#src/features/mail-bags/queries.ts';
import { readBagSearch } from '#src/features/mail-bags/search.ts';

export const Route = createFileRoute('/_app/mail/bags/')({
  validateSearch: readBagSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => ({ state: readBagSearch(search).state }),
  loader: async ({ context, deps }) => {
    void context.queryClient.prefetchQuery(bagsOptions(deps.state ?? 'open'));
    await context.queryClient.query({ ...deskOptions, staleTime: 'static' });
  },
  component: View,
});

function View() {
  const { state = 'open' } = Route.useSearch({ select: readBagSearch, structuralSharing: true });
  return <BagsPage state={state} />;
}
