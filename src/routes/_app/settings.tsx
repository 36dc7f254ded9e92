import { createFileRoute } from '@tanstack/react-router';
import { requireSettings } from '#src/directory/admin-access.ts';
import { readSettingSearch } from '#src/features/settings/search.ts';
import { SettingsPage } from '#src/features/settings/settings-page.tsx';

export const Route = createFileRoute('/_app/settings')({
  validateSearch: readSettingSearch,
  beforeLoad: ({ context }) => requireSettings(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <SettingsPage
      search={Route.useSearch({ select: readSettingSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
