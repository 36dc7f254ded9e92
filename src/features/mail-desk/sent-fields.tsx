import { Textarea } from '@mantine/core';
import * as m from '#messages';
import type { MailDesk } from '#contract/mail.ts';
import { Choice } from '#src/ui/choice.tsx';
import type { DraftRow, RowFields } from './draft.ts';
import { RecipientField } from './recipient-field.tsx';

type Props = {
  row: DraftRow;
  desk: MailDesk;
  error: (field: string) => string | undefined;
  onChange: (change: RowFields) => void;
};

/** What is sent from inside the house: by whom, by which route, and where to when it leaves. */
export function SentFields({ row, desk, error, onChange }: Props) {
  const outbound = row.itemType === 'OUTBOUND';
  return (
    <>
      <RecipientField
        label={m.mail_from_user()}
        value={row.fromUser ?? null}
        error={error('fromUser')}
        onChange={(person) => onChange({ fromUser: person ?? undefined })}
      />
      <Choice
        label={outbound ? m.mail_shipping_route() : m.mail_route()}
        none={m.mail_route_usual()}
        options={desk.routes.filter(({ forShipping }) => forShipping === outbound)}
        value={row.routeId}
        error={error('route')}
        onChange={(routeId) => onChange({ routeId })}
      />
      {outbound && (
        <Textarea
          label={m.mail_to_address()}
          value={row.toAddress ?? ''}
          error={error('toAddress')}
          dir="auto"
          autosize
          minRows={2}
          maxRows={5}
          maxLength={1000}
          onChange={(event) => onChange({ toAddress: event.currentTarget.value })}
        />
      )}
    </>
  );
}
