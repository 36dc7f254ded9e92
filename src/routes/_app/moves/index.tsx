import { createFileRoute } from '@tanstack/react-router';
import { readMovesSearch } from '#src/features/move-requests/list-search.ts';
import { MovesPage } from '#src/features/move-requests/list-page.tsx';

export const Route = createFileRoute('/_app/moves/')({
  validateSearch: readMovesSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  // Read once more: the router lays what was validated over the raw address.
  return (
    <MovesPage
      search={Route.useSearch({ select: readMovesSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
