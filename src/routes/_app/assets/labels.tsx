import { createFileRoute } from '@tanstack/react-router';
import { LabelsPage } from '#src/features/asset-register/labels-page.tsx';
import { readLabelSearch } from '#src/ui/label-search.ts';

export const Route = createFileRoute('/_app/assets/labels')({
  validateSearch: readLabelSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <LabelsPage
      search={Route.useSearch({ select: readLabelSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
