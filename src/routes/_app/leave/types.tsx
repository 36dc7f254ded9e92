import { createFileRoute } from '@tanstack/react-router';
import { requireSiteAdmin } from '#src/directory/admin-access.ts';
import { TypesPage } from '#src/features/leaves/types-page.tsx';

export const Route = createFileRoute('/_app/leave/types')({
  beforeLoad: ({ context }) => requireSiteAdmin(context.queryClient),
  component: TypesPage,
});
