import { createFileRoute } from '@tanstack/react-router';
import { CostCentersPage } from '#src/features/cost-centers/cost-centers-page.tsx';
import { categoriesOptions, depthsOptions } from '#src/features/cost-centers/queries.ts';
import { readCostSearch } from '#src/features/cost-centers/search.ts';

export const Route = createFileRoute('/_app/cost-centers')({
  validateSearch: readCostSearch,
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => {
    void context.queryClient.prefetchQuery(categoriesOptions);
    void context.queryClient.prefetchQuery(depthsOptions);
  },
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <CostCentersPage
      search={Route.useSearch({ select: readCostSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
