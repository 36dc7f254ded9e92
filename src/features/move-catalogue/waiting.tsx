import { Button, Skeleton } from '@mantine/core';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';

/** Until a list is there, or why it is not. */
export function Waiting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  return error ? (
    <EmptyState
      icon={<ErrorIcon size={22} />}
      title={m.move_settings_failed()}
      action={<Button onClick={onRetry}>{m.shell_try_again()}</Button>}
    >
      {error.message}
    </EmptyState>
  ) : (
    <div role="status" aria-label={m.shell_loading()}>
      <Skeleton height={200} />
    </div>
  );
}
