import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { NoticesPage } from '#src/features/mail-notices/notices-page.tsx';
import { noticesOptions } from '#src/features/mail-notices/queries.ts';
import { readNoticeSearch } from '#src/features/mail-notices/search.ts';

export const Route = createFileRoute('/_app/mail/notices')({
  validateSearch: readNoticeSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => readNoticeSearch(search),
  // Not awaited: the grid has its own skeleton.
  loader: ({ context, deps }) => void context.queryClient.prefetchInfiniteQuery(noticesOptions(deps)),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <NoticesPage
      search={Route.useSearch({ select: readNoticeSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
