import { createFileRoute } from '@tanstack/react-router';
import { NoticesPage } from '#src/features/notices/notices-page.tsx';
import { noticesOptions } from '#src/features/notices/queries.ts';

const readSearch = ({ unread }: Record<string, unknown>): { unread?: true } =>
  String(unread) === 'true' ? { unread: true } : {};

export const Route = createFileRoute('/_app/notices/')({
  validateSearch: readSearch,
  loaderDeps: ({ search }) => readSearch(search),
  // Not awaited: the grid has its own skeleton.
  loader: ({ context, deps }) =>
    void context.queryClient.prefetchInfiniteQuery(noticesOptions(deps.unread ?? false)),
  component: View,
});

function View() {
  return <NoticesPage unread={Route.useSearch({ select: ({ unread }) => unread ?? false })} />;
}
