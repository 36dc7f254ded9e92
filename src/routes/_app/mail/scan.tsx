import { createFileRoute } from '@tanstack/react-router';
import { textIn } from '#src/lib/address.ts';
import { ScanView } from '#src/features/mail-desk/scan-view.tsx';
import { deskOptions } from '#src/directory/mail-queries.ts';
import { requireMailDesk } from '#src/directory/mail-access.ts';

export const Route = createFileRoute('/_app/mail/scan')({
  // What was scanned elsewhere and begins the check-in.
  validateSearch: ({ code }): { code?: string } => (textIn(code) ? { code: textIn(code) } : {}),
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loader: async ({ context }) => {
    await context.queryClient.query({ ...deskOptions, staleTime: 'static' });
  },
  component: View,
});

function View() {
  const { code } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ScanView first={code} onTaken={() => void navigate({ search: {}, replace: true })} />;
}
