import { createFileRoute } from '@tanstack/react-router';
import { requireSiteAdmin } from '#src/directory/admin-access.ts';
import { AuditPage } from '#src/features/audit-log/audit-page.tsx';
import { logOptions } from '#src/features/audit-log/queries.ts';
import { readAuditSearch } from '#src/features/audit-log/search.ts';

export const Route = createFileRoute('/_app/audit')({
  validateSearch: readAuditSearch,
  beforeLoad: ({ context }) => requireSiteAdmin(context.queryClient),
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => readAuditSearch(search),
  // Not awaited: the grid has its own skeleton.
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(logOptions(deps)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <AuditPage
      search={Route.useSearch({ select: readAuditSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? true })}
    />
  );
}
