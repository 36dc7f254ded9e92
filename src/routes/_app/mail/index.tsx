import { createFileRoute } from '@tanstack/react-router';
import { readMailSearch } from '#src/features/mail-desk/filters.ts';
import { MailPage } from '#src/features/mail-desk/mail-page.tsx';
import { prepareMailPage } from '#src/features/mail-desk/prepare.ts';

export const Route = createFileRoute('/_app/mail/')({
  validateSearch: readMailSearch,
  loaderDeps: ({ search: { item: _item, ...search } }) => search,
  loader: ({ context, deps }) => prepareMailPage(context.queryClient, deps),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MailPage
      search={Route.useSearch()}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
