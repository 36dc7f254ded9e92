import { createFileRoute } from '@tanstack/react-router';
import { NewPage } from '#src/features/move-requests/new-page.tsx';
import { readNewSearch } from '#src/features/move-requests/new-search.ts';

export const Route = createFileRoute('/_app/moves/new')({
  validateSearch: readNewSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <NewPage
      search={Route.useSearch({ select: readNewSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
