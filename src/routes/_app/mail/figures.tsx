import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { FiguresPage } from '#src/features/mail-figures/figures-page.tsx';
import { prepareFigures } from '#src/features/mail-figures/prepare.ts';
import { readFigureSearch } from '#src/directory/figure-search.ts';

export const Route = createFileRoute('/_app/mail/figures')({
  validateSearch: readFigureSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  // Read once more: the router lays what was validated over the raw address.
  loaderDeps: ({ search }) => readFigureSearch(search),
  loader: ({ context, deps }) => prepareFigures(context.queryClient, deps),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <FiguresPage
      search={Route.useSearch({ select: readFigureSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
