import { createFileRoute } from '@tanstack/react-router';
import { requireMailDesk } from '#src/directory/mail-access.ts';
import { BagPage } from '#src/features/mail-bags/bag-page.tsx';
import { bagOptions } from '#src/features/mail-bags/queries.ts';

export const Route = createFileRoute('/_app/mail/bags/$bagId')({
  params: {
    parse: ({ bagId }) => ({ bagId: Number(bagId) }),
    stringify: ({ bagId }) => ({ bagId: String(bagId) }),
  },
  beforeLoad: ({ context }) => requireMailDesk(context.queryClient),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(bagOptions(params.bagId)),
  component: View,
});

function View() {
  return <BagPage id={Route.useParams().bagId} />;
}
