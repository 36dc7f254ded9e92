import { createFileRoute } from '@tanstack/react-router';
import { requireSettings } from '#src/directory/admin-access.ts';
import { AssetSettings } from '#src/features/asset-catalogue/asset-settings.tsx';
import { MoveSettings } from '#src/features/move-catalogue/move-settings.tsx';
import { RequestSettings } from '#src/features/request-care/request-settings.tsx';
import { readSettingSearch, type SettingSearch } from '#src/features/settings/search.ts';
import { SettingsPage } from '#src/features/settings/settings-page.tsx';

export const Route = createFileRoute('/_app/settings')({
  validateSearch: readSettingSearch,
  beforeLoad: ({ context }) => requireSettings(context.queryClient),
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  const search = Route.useSearch({ select: readSettingSearch, structuralSharing: true });
  const onSearch = (next: SettingSearch, replace?: boolean) =>
    void navigate({ search: next, replace: replace ?? false });
  const { part, find, ofType, ...rest } = search;
  return (
    <SettingsPage
      search={search}
      onSearch={onSearch}
      requests={
        <RequestSettings
          search={{ ...rest, ...(part && part !== 'models' && part !== 'tasks' && { part }) }}
          onSearch={(next, replace) => onSearch({ tab: 'requests', ...next }, replace)}
        />
      }
      assets={
        <AssetSettings
          search={{ ...(part === 'models' && { part }), ...(find && { find }), ...(ofType && { ofType }) }}
          onSearch={(next, replace) => onSearch({ tab: 'assets', ...next }, replace)}
        />
      }
      moves={
        <MoveSettings
          part={part === 'tasks' ? part : undefined}
          onPart={(next) => onSearch({ tab: 'moves', ...(next && { part: next }) })}
        />
      }
    />
  );
}
