import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { preferencesOptions } from './preferences.ts';

/** Which messages about parcels somebody gets, when, and who is told too. */
export function MessagesPage() {
  const me = useMe();
  const { data, error, refetch } = useQuery(preferencesOptions);
  return (
    <Page
      title={m.prefs_title()}
      layout="narrow"
      description={m.prefs_intro({ email: me.email })}
      actions={
        <LinkButton to="/parcels" variant="default" size="compact-md">
          {m.prefs_back()}
        </LinkButton>
      }
    >
      {data ? (
        <PreferencesForm me={me} saved={data} />
      ) : error ? (
        <EmptyState
          icon={<ErrorIcon size={22} />}
          title={m.prefs_failed()}
          action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
        >
          {error.message}
        </EmptyState>
      ) : (
        <div role="status" aria-label={m.shell_loading()}>
          {[0, 1, 2].map((at) => (
            <Skeleton key={at} height={96} mb="lg" />
          ))}
        </div>
      )}
    </Page>
  );
}
