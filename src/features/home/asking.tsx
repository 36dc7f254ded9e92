import { Textarea } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { cancelDeed } from './booking-lines.tsx';
import type { Asking } from './line.ts';
import type { Deeds } from './use-deeds.ts';

const CancelDialog = lazy(() =>
  import('#src/directory/booking-cancel-dialog.tsx').then((file) => ({ default: file.BookingCancelDialog })),
);
const CodeDialog = lazy(() =>
  import('#src/directory/collect-code-dialog.tsx').then((file) => ({ default: file.CollectCodeDialog })),
);

type Props = { of: string; asking: Asking; deeds: Deeds; onClose: () => void };

/** What an answer asks before it is given. The line says what the server thinks of it. */
export function AskingDialog({ of, asking, deeds, onClose }: Props) {
  if (asking.kind === 'reason')
    return (
      <ReasonDialog
        asking={asking}
        onClose={onClose}
        onSay={(reason) => {
          onClose();
          void deeds.take(of, asking.deed(reason));
        }}
      />
    );
  return (
    <Suspense>
      {asking.kind === 'code' ? (
        <CodeDialog onClose={onClose} />
      ) : (
        <CancelDialog
          booking={asking.booking}
          busy={false}
          problem={undefined}
          onClose={onClose}
          onConfirm={(scope) => {
            onClose();
            void deeds.take(of, cancelDeed(asking.booking, scope));
          }}
        />
      )}
    </Suspense>
  );
}

type ReasonProps = {
  asking: Extract<Asking, { kind: 'reason' }>;
  onClose: () => void;
  onSay: (reason: string) => void;
};
function ReasonDialog({ asking: { name, needed }, onClose, onSay }: ReasonProps) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const lacking = needed && said === '';
  return (
    <FormDialog
      title={m.home_decline_title({ name })}
      submitLabel={m.home_decline()}
      busy={false}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!lacking) onSay(said);
      }}
    >
      <Textarea
        label={m.home_reason()}
        description={m.home_reason_hint()}
        required={needed}
        error={tried && lacking ? m.home_reason_needed() : undefined}
        dir="auto"
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
