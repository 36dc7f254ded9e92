import { createFileRoute } from '@tanstack/react-router';
import { LoansPage } from '#src/features/asset-lending/loans-page.tsx';
import { readLoansSearch } from '#src/features/asset-lending/loans-search.ts';

export const Route = createFileRoute('/_app/assets/loans')({
  validateSearch: readLoansSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <LoansPage
      search={Route.useSearch({ select: readLoansSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
