import { createFileRoute } from '@tanstack/react-router';
import { readSpaceSearch } from '#src/features/places/search.ts';
import { SpacesPage } from '#src/features/places/spaces-page.tsx';

export const Route = createFileRoute('/_app/spaces/')({
  validateSearch: readSpaceSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <SpacesPage
      search={Route.useSearch({ select: readSpaceSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
