import { Button } from '@mantine/core';
import * as m from '#messages';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';

/** Where a list should stand and could not be read. */
export const ListFailed = ({ error, onRetry }: { error: Error | null; onRetry: () => void }) => (
  <EmptyState
    icon={<ErrorIcon size={22} />}
    title={m.places_failed()}
    action={<Button onClick={onRetry}>{m.shell_try_again()}</Button>}
  >
    {error?.message}
  </EmptyState>
);
