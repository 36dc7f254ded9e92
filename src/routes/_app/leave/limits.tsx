import { createFileRoute } from '@tanstack/react-router';
import { requireSiteAdmin } from '#src/directory/admin-access.ts';
import { LimitsPage } from '#src/features/leaves/limits-page.tsx';
import { readLimitSearch } from '#src/features/leaves/search.ts';

export const Route = createFileRoute('/_app/leave/limits')({
  validateSearch: readLimitSearch,
  beforeLoad: ({ context }) => requireSiteAdmin(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <LimitsPage
      search={Route.useSearch({ select: readLimitSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
