import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { useMe } from '#src/directory/me.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon } from '#src/ui/icons.tsx';
import { PreferencesForm } from './preferences-form.tsx';
import { preferencesOptions } from './preferences.ts';

/** When letters are sent, after how long somebody is reminded of a parcel, and who is told too. */
export function MessagesSection() {
  const me = useMe();
  const { data, error, refetch } = useQuery(preferencesOptions);
  if (data) return <PreferencesForm me={me} saved={data} />;
  if (!error) return <Skeleton height={240} role="status" aria-label={m.shell_loading()} />;
  return (
    <EmptyState
      icon={<ErrorIcon size={22} />}
      title={m.prefs_failed()}
      action={<Button onClick={() => void refetch()}>{m.shell_try_again()}</Button>}
    >
      {error.message}
    </EmptyState>
  );
}
