import { createFileRoute } from '@tanstack/react-router';
import { MinePage } from '#src/features/asset-lending/mine-page.tsx';
import { readMineSearch } from '#src/features/asset-lending/mine-search.ts';

export const Route = createFileRoute('/_app/assets/mine')({
  validateSearch: readMineSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MinePage
      search={Route.useSearch({ select: readMineSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
