import { Button } from '@mantine/core';
import * as m from '#messages';
import { ApiError } from '#src/lib/http.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorIcon, ParcelIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';

/** No item to show: because there is none, or because asking for it failed. */
export function ItemMissing({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (error instanceof ApiError && error.status === 404)
    return (
      <EmptyState
        icon={<ParcelIcon size={22} />}
        title={m.mail_item_missing()}
        action={<LinkButton to="/mail">{m.mail_title()}</LinkButton>}
      >
        {m.mail_item_missing_text()}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<ErrorIcon size={22} />}
      title={m.mail_item_failed()}
      action={<Button onClick={onRetry}>{m.shell_try_again()}</Button>}
    >
      {error.message}
    </EmptyState>
  );
}
