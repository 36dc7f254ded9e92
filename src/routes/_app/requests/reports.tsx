import { createFileRoute } from '@tanstack/react-router';
import { requireServiceCrew } from '#src/directory/admin-access.ts';
import { ReportPage } from '#src/features/request-care/report-page.tsx';
import { readReportSearch } from '#src/features/request-care/report-search.ts';

export const Route = createFileRoute('/_app/requests/reports')({
  validateSearch: readReportSearch,
  beforeLoad: ({ context }) => requireServiceCrew(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <ReportPage
      search={Route.useSearch({ select: readReportSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
