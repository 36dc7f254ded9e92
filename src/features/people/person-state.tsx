import { Button, Skeleton, Stack } from '@mantine/core';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { PeopleIcon } from '#src/ui/people-icons.tsx';

/** What stands where a person is not there yet, or not at all. */
export function PersonState({ error, retry }: { error: Error | null; retry: () => void }) {
  if (error instanceof ApiError && error.status === 404)
    return (
      <EmptyState
        icon={<PeopleIcon size={22} />}
        title={m.people_not_found()}
        action={
          <LinkButton to="/people" variant="default">
            {m.people_to_directory()}
          </LinkButton>
        }
      >
        {m.people_not_found_text()}
      </EmptyState>
    );
  if (error)
    return (
      <EmptyState
        icon={<ErrorIcon size={22} />}
        title={m.people_failed()}
        action={<Button onClick={retry}>{m.shell_try_again()}</Button>}
      >
        {error.message}
      </EmptyState>
    );
  return (
    <Stack role="status" aria-label={m.shell_loading()} gap="xs">
      <Skeleton height={72} circle />
      <Skeleton height={18} width="60%" />
      <Skeleton height={90} />
    </Stack>
  );
}
