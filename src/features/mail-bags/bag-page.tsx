import { Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { BagIcon } from './bag-icons.tsx';
import { BagView } from './bag-view.tsx';
import { bagOptions } from './queries.ts';

/** One bag: what is inside, and the next thing to do with it. */
export function BagPage({ id }: { id: number }) {
  useLiveMail(useMe().id);
  const { data, error, refetch } = useQuery(bagOptions(id));
  if (data) return <BagView key={data.id} bag={data} />;
  if (!error)
    return (
      <Page title={m.shell_loading()}>
        <Stack gap="sm">
          <Skeleton height={44} />
          <Skeleton height={160} />
        </Stack>
      </Page>
    );
  const missing = error instanceof ApiError && error.status === 404;
  return (
    <Page title={m.bags_title()}>
      <EmptyState
        icon={missing ? <BagIcon size={22} /> : <ErrorIcon size={22} />}
        title={missing ? m.bags_unknown() : m.bags_failed()}
        action={
          missing ? (
            <LinkButton to="/mail/bags">{m.bags_title()}</LinkButton>
          ) : (
            <Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>
          )
        }
      >
        {missing ? m.bags_unknown_text() : error.message}
      </EmptyState>
    </Page>
  );
}
