import { createFileRoute } from '@tanstack/react-router';
import { PeoplePage } from '#src/features/people/people-page.tsx';
import { peopleOptions } from '#src/features/people/queries.ts';
import { readPeopleSearch } from '#src/features/people/search.ts';

export const Route = createFileRoute('/_app/people/')({
  validateSearch: readPeopleSearch,
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => {
    const { person: _person, ...filters } = readPeopleSearch(search);
    return filters;
  },
  // Not awaited: the grid has its own skeleton.
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(peopleOptions(deps)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <PeoplePage
      search={Route.useSearch({ select: readPeopleSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
