import { createFileRoute } from '@tanstack/react-router';
import { requireServiceManager } from '#src/directory/admin-access.ts';
import { PlanPage } from '#src/features/request-care/plan-page.tsx';
import { readPlanSearch } from '#src/features/request-care/plan-search.ts';

export const Route = createFileRoute('/_app/requests/plans')({
  validateSearch: readPlanSearch,
  beforeLoad: ({ context }) => requireServiceManager(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <PlanPage
      search={Route.useSearch({ select: readPlanSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
