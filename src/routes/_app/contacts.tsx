import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '#src/features/contacts/contacts-page.tsx';
import { contacts } from '#src/features/contacts/records.ts';
import { readContactSearch } from '#src/features/contacts/search.ts';

export const Route = createFileRoute('/_app/contacts')({
  validateSearch: readContactSearch,
  // Without loaderDeps: the page stays as it is, with the focus in its search box, while one types. Not awaited:
  // the page has its own skeleton.
  loader: ({ context, location }) =>
    void context.queryClient.prefetchInfiniteQuery(contacts.listOptions(readContactSearch(location.search))),
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
