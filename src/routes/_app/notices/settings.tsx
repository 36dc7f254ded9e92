import { createFileRoute } from '@tanstack/react-router';
import { uses } from '#src/directory/features.ts';
import { useMe } from '#src/directory/me.ts';
import { MessagesSection } from '#src/features/mail-messages/messages-section.tsx';
import { NoticeSettings } from '#src/features/notices/notice-settings.tsx';
import { preferencesOptions } from '#src/features/notices/queries.ts';

export const Route = createFileRoute('/_app/notices/settings')({
  // Not awaited: the page has its own skeleton.
  loader: ({ context }) => void context.queryClient.prefetchQuery(preferencesOptions),
  component: View,
});

function View() {
  const me = useMe();
  return <NoticeSettings>{uses(me, 'mail') && <MessagesSection />}</NoticeSettings>;
}
