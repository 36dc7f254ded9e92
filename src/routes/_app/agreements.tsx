import { createFileRoute } from '@tanstack/react-router';
import { AgreementsPage } from '#src/features/agreements/agreements-page.tsx';
import { agreements } from '#src/features/agreements/records.ts';
import { readAgreementSearch } from '#src/features/agreements/search.ts';

export const Route = createFileRoute('/_app/agreements')({
  validateSearch: readAgreementSearch,
  // Without loaderDeps: the page stays as it is, with the focus in its search box, while one types. Not awaited:
  // the page has its own skeleton.
  loader: ({ context, location }) =>
    void context.queryClient.prefetchInfiniteQuery(
      agreements.listOptions(readAgreementSearch(location.search)),
    ),
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
