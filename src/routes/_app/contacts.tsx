import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '#src/features/contacts/contacts-page.tsx';
import { contactsOptions } from '#src/features/contacts/queries.ts';
import { readContactSearch } from '#src/features/contacts/search.ts';

export const Route = createFileRoute('/_app/contacts')({
  validateSearch: readContactSearch,
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => {
    const { open: _open, ...list } = readContactSearch(search);
    return list;
  },
  // Not awaited: the page has its own skeleton.
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(contactsOptions(deps)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <ContactsPage
      search={Route.useSearch({ select: readContactSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
