import { createFileRoute } from '@tanstack/react-router';
import { BuildingsPage } from '#src/features/places/buildings-page.tsx';
import { readBuildingSearch } from '#src/features/places/search.ts';

export const Route = createFileRoute('/_app/places/')({
  validateSearch: readBuildingSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <BuildingsPage
      search={Route.useSearch({ select: readBuildingSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
