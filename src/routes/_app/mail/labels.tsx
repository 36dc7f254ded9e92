import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { LabelsPage } from '#src/features/mail-labels/labels-page.tsx';
import { readLabelSearch } from '#src/ui/label-search.ts';

export const Route = createFileRoute('/_app/mail/labels')({
  validateSearch: readLabelSearch,
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  // Read once more: the router lays what was validated over the raw address.
  return (
    <LabelsPage
      search={Route.useSearch({ select: readLabelSearch, structuralSharing: true })}
      onSearch={(search) => void navigate({ search, replace: true })}
    />
  );
}
