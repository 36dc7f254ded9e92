import { createFileRoute } from '@tanstack/react-router';
import { CodeLabelsPage } from '#src/features/space-code/labels-page.tsx';
import { readCodesSearch } from '#src/features/space-code/labels-search.ts';

export const Route = createFileRoute('/_app/spaces/labels')({
  validateSearch: readCodesSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <CodeLabelsPage
      search={Route.useSearch({ select: readCodesSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
