import { createFileRoute } from '@tanstack/react-router';
import { ScanView } from '#src/features/mail-desk/scan-view.tsx';
import { deskOptions } from '#src/directory/mail-queries.ts';
import { requireMailDesk } from '#src/directory/mail-access.ts';

export const Route = createFileRoute('/_app/mail/scan')({
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loader: async ({ context }) => {
    await context.queryClient.query({ ...deskOptions, staleTime: 'static' });
  },
  component: ScanView,
});
