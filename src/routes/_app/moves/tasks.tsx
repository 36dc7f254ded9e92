import { createFileRoute } from '@tanstack/react-router';
import { readTaskSearch } from '#src/features/move-board/task-search.ts';
import { MoveTasksPage } from '#src/features/move-board/tasks-page.tsx';

export const Route = createFileRoute('/_app/moves/tasks')({
  validateSearch: readTaskSearch,
  component: View,
});

function View() {
  const navigate = Route.useNavigate();
  return (
    <MoveTasksPage
      search={Route.useSearch({ select: readTaskSearch, structuralSharing: true })}
      onSearch={(search, replace) => void navigate({ search, replace: replace ?? false })}
    />
  );
}
