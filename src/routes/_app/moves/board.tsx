import { createFileRoute } from '@tanstack/react-router';
import { readBoardSearch } from '#src/features/move-board/board-search.ts';
import { MoveBoardPage } from '#src/features/move-board/board-page.tsx';

export const Route = createFileRoute('/_app/moves/board')({
  validateSearch: readBoardSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MoveBoardPage
      search={Route.useSearch({ select: readBoardSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
