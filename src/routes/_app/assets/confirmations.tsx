import { createFileRoute } from '@tanstack/react-router';
import { RoundsPage } from '#src/features/asset-lending/rounds-page.tsx';
import { readRoundsSearch } from '#src/features/asset-lending/rounds-search.ts';

export const Route = createFileRoute('/_app/assets/confirmations')({
  validateSearch: readRoundsSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <RoundsPage
      search={Route.useSearch({ select: readRoundsSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
