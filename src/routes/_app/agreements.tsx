import { createFileRoute } from '@tanstack/react-router';
import { AgreementsPage } from '#src/features/agreements/agreements-page.tsx';
import { agreementsOptions } from '#src/features/agreements/queries.ts';
import { readAgreementSearch } from '#src/features/agreements/search.ts';

export const Route = createFileRoute('/_app/agreements')({
  validateSearch: readAgreementSearch,
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => {
    const { open: _open, ...list } = readAgreementSearch(search);
    return list;
  },
  // Not awaited: the page has its own skeleton.
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(agreementsOptions(deps)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <AgreementsPage
      search={Route.useSearch({ select: readAgreementSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
