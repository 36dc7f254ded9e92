import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { AlertsPage } from '#src/features/mail-alerts/alerts-page.tsx';
import { alertsOptions } from '#src/features/mail-alerts/queries.ts';
import { readAlertSearch } from '#src/features/mail-alerts/search.ts';

export const Route = createFileRoute('/_app/mail/alerts')({
  validateSearch: readAlertSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => ({ search: readAlertSearch(search).search }),
  // Not awaited: the page has its own skeleton.
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(alertsOptions(deps.search)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <AlertsPage
      search={Route.useSearch({ select: readAlertSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
