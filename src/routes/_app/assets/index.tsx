import { createFileRoute } from '@tanstack/react-router';
import { RegisterPage } from '#src/features/asset-register/register-page.tsx';
import { readRegisterSearch } from '#src/features/asset-register/search.ts';

export const Route = createFileRoute('/_app/assets/')({
  validateSearch: readRegisterSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <RegisterPage
      search={Route.useSearch({ select: readRegisterSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
