import { Button, Skeleton, Stack } from '@mantine/core';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BuildingIcon } from '#src/ui/places-icons.tsx';

/** It was there, and is there no more. Other errors leave on screen what was read before. */
export const isGone = (error: Error | null) => error instanceof ApiError && error.status === 404;

type Props = { error: Error | null; to: '/places' | '/spaces'; onRetry: () => void };

/** Instead of a place's page: it loads, it is not there, or it could not be read. */
export function PlaceMissing({ error, to, onRetry }: Props) {
  const title = to === '/places' ? m.places_buildings() : m.places_spaces();
  if (!error)
    return (
      <Page title={m.shell_loading()}>
        <Stack gap="sm">
          <Skeleton height={44} />
          <Skeleton height={160} />
        </Stack>
      </Page>
    );
  const missing = isGone(error);
  return (
    <Page title={title}>
      <EmptyState
        icon={missing ? <BuildingIcon size={22} /> : <ErrorIcon size={22} />}
        title={missing ? m.places_unknown() : m.places_failed()}
        action={
          missing ? (
            <LinkButton to={to}>{title}</LinkButton>
          ) : (
            <Button onClick={onRetry}>{m.shell_try_again()}</Button>
          )
        }
      >
        {missing ? m.places_unknown_text() : error.message}
      </EmptyState>
    </Page>
  );
}
