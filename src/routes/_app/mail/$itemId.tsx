import { createFileRoute } from '@tanstack/react-router';
import { ItemPage } from '#src/features/mail-desk/item-page.tsx';
import { itemOptions } from '#src/features/mail-desk/queries.ts';

export const Route = createFileRoute('/_app/mail/$itemId')({
  params: {
    parse: ({ itemId }) => ({ itemId: Number(itemId) }),
    stringify: ({ itemId }) => ({ itemId: String(itemId) }),
  },
  // Not awaited: the page has its own skeleton, and says itself when there is no such item.
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(itemOptions(params.itemId)),
  component: View,
});

function View() {
  return <ItemPage id={Route.useParams().itemId} />;
}
