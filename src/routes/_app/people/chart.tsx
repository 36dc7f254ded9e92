import { createFileRoute } from '@tanstack/react-router';
import { ChartPage } from '#src/features/people/chart-page.tsx';
import { readChartSearch } from '#src/features/people/search.ts';

export const Route = createFileRoute('/_app/people/chart')({
  validateSearch: readChartSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <ChartPage
      search={Route.useSearch({ select: readChartSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search })}
    />
  );
}
