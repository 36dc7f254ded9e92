import { createFileRoute, notFound } from '@tanstack/react-router';
import { floorOptions, planOptions, spacesOptions } from '#src/directory/floor-plans.ts';
import { FloorPage } from '#src/features/floor-plans/floor-page.tsx';
import { readFloorSearch } from '#src/features/floor-plans/search.ts';

export const Route = createFileRoute('/_app/floors/$floorId')({
  params: {
    parse: ({ floorId }) => ({ floorId: Number(floorId) }),
    stringify: ({ floorId }) => ({ floorId: String(floorId) }),
  },
  validateSearch: readFloorSearch,
  beforeLoad: ({ params }) => {
    if (!Number.isSafeInteger(params.floorId) || params.floorId < 1) throw notFound();
  },
  // Not awaited: the page has its own skeleton.
  loader: ({ context: { queryClient }, params: { floorId } }) => {
    void queryClient.prefetchQuery(floorOptions(floorId));
    void queryClient.prefetchQuery(planOptions(floorId));
    void queryClient.prefetchQuery(spacesOptions(floorId));
  },
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  const { floorId } = Route.useParams();
  return (
    <FloorPage
      key={floorId}
      floorId={floorId}
      search={Route.useSearch({ select: readFloorSearch, structuralSharing: true })}
      onSearch={(search, replace = true) => void navigate({ search, replace })}
    />
  );
}
