import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { readMailSearch } from '#src/features/mail-desk/filters.ts';
import { MailList } from '#src/features/mail-desk/mail-list.tsx';
import { prepareMailPage } from '#src/features/mail-desk/prepare.ts';

export const Route = createFileRoute('/_app/mail/')({
  validateSearch: readMailSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loaderDeps: ({ search: { item: _item, ...search } }) => search,
  loader: ({ context, deps }) => prepareMailPage(context.queryClient, deps),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MailList
      search={Route.useSearch()}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
