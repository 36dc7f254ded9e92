import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { ExceptionsPage } from '#src/features/mail-exceptions/exceptions-page.tsx';
import { exceptionsOptions } from '#src/features/mail-exceptions/queries.ts';
import { readExceptionSearch } from '#src/features/mail-exceptions/search.ts';

export const Route = createFileRoute('/_app/mail/exceptions')({
  validateSearch: readExceptionSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => ({ reason: readExceptionSearch(search).reason }),
  // Not awaited: the grid has its own skeleton.
  loader: ({ context, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(exceptionsOptions(deps.reason)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <ExceptionsPage
      search={Route.useSearch({ select: readExceptionSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
