import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { readMailSearch } from '#src/features/mail-desk/filters.ts';
import { MailList } from '#src/features/mail-desk/mail-list.tsx';
import { prepareMailPage } from '#src/features/mail-desk/prepare.ts';

// The router lays what was validated over the raw address, where all that was left out would show through:
// whoever reads the search reads it once more.
export const Route = createFileRoute('/_app/mail/')({
  validateSearch: readMailSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loaderDeps: ({ search }) => ({ ...readMailSearch(search), item: undefined }),
  loader: ({ context, deps }) => prepareMailPage(context.queryClient, deps),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MailList
      search={Route.useSearch({ select: readMailSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
