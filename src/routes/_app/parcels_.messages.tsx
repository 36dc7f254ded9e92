import { createFileRoute } from '@tanstack/react-router';
import { MessagesPage } from '#src/features/mail-messages/messages-page.tsx';
import { preferencesOptions } from '#src/features/mail-messages/preferences.ts';

export const Route = createFileRoute('/_app/parcels_/messages')({
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => void context.queryClient.prefetchQuery(preferencesOptions),
  component: MessagesPage,
});
