import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import * as m from '#messages';
import { type PendingReason, pendingReasonLabels, pendingReasons } from '#src/directory/pending-reasons.ts';
import { isComplete, type PendingChoice } from './pending.ts';

type Props = { value: PendingChoice; onChange: (value: PendingChoice) => void };

/** Why parcels are put aside, until when they are held, where they are to be sent on to. */
export function PendingFields({ value, onChange }: Props) {
  return (
    <>
      <NativeSelect
        label={m.mail_reason()}
        value={value.reason}
        onChange={(event) => onChange({ ...value, reason: event.currentTarget.value as PendingReason })}
        data={pendingReasons.map((reason) => ({ value: reason, label: pendingReasonLabels[reason]() }))}
      />
      {value.reason === 'hold' && (
        <TextInput
          type="date"
          label={m.mail_until()}
          description={m.mail_until_hint()}
          value={value.day}
          error={!isComplete(value) && m.mail_until_over()}
          onChange={(event) => onChange({ ...value, day: event.currentTarget.value })}
        />
      )}
      {value.reason === 'forward' && (
        <Textarea
          label={m.mail_forward_to()}
          value={value.forwardTo}
          dir="auto"
          autosize
          minRows={2}
          maxRows={5}
          maxLength={1000}
          required
          onChange={(event) => onChange({ ...value, forwardTo: event.currentTarget.value })}
        />
      )}
    </>
  );
}
