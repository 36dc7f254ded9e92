import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { runSheetsOptions } from '#src/features/run-sheets/queries.ts';
import { RunsPage } from '#src/features/run-sheets/runs-page.tsx';

export const Route = createFileRoute('/_app/mail/runs/')({
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loader: ({ context }) => void context.queryClient.prefetchQuery(runSheetsOptions),
  component: RunsPage,
});
