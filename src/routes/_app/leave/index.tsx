import { createFileRoute } from '@tanstack/react-router';
import { MinePage } from '#src/features/leaves/mine-page.tsx';
import { readMineSearch } from '#src/features/leaves/search.ts';

export const Route = createFileRoute('/_app/leave/')({
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
