import { Button } from '@mantine/core';
import * as m from '#messages';
import type { Queue } from '#contract/mail.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ParcelIcon, SearchIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { isFiltered, type MailFilters } from './filters.ts';

const texts: Record<Queue, [() => string, () => string]> = {
  IN: [m.mail_empty_in, m.mail_empty_in_text],
  PENDING: [m.mail_empty_pending, m.mail_empty_pending_text],
  TRANSFER: [m.mail_empty_transfer, m.mail_empty_transfer_text],
  CHECKOUT: [m.mail_empty_checkout, m.mail_empty_checkout_text],
  OUT: [m.mail_empty_out, m.mail_empty_out_text],
};

/** Why a queue is empty, what belongs there, and what to do next. */
export function EmptyQueue({
  queue,
  filters,
  onClear,
}: {
  queue: Queue;
  filters: MailFilters;
  onClear: () => void;
}) {
  if (isFiltered(filters))
    return (
      <EmptyState
        icon={<SearchIcon size={22} />}
        title={m.mail_empty_filtered()}
        action={
          <Button variant="default" onClick={onClear}>
            {m.mail_clear_filters()}
          </Button>
        }
      >
        {m.mail_empty_filtered_text()}
      </EmptyState>
    );
  const [title, text] = texts[queue];
  return (
    <EmptyState
      icon={<ParcelIcon size={22} />}
      title={title()}
      action={queue === 'IN' && <LinkButton to="/mail/scan">{m.mail_scan_title()}</LinkButton>}
    >
      {text()}
    </EmptyState>
  );
}
