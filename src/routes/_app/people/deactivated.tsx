import { createFileRoute } from '@tanstack/react-router';
import { requireSiteAdmin } from '#src/directory/admin-access.ts';
import { GonePage } from '#src/features/people/gone-page.tsx';
import { readGoneSearch } from '#src/features/people/search.ts';

export const Route = createFileRoute('/_app/people/deactivated')({
  validateSearch: readGoneSearch,
  beforeLoad: ({ context }) => requireSiteAdmin(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <GonePage
      search={Route.useSearch({ select: readGoneSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
      onBack={(userId) => void navigate({ to: '/people/$userId', params: { userId } })}
    />
  );
}
