import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { UnknownTag } from '#contract/asset-audit-results.ts';
import * as m from '#messages';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { dismissTag } from './api.ts';
import { useAuditWrite } from './queries.ts';

/** Says why an unknown label is none of an asset. */
export function DismissTag({ tag, onClose }: { tag: UnknownTag; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [wanting, setWanting] = useState(false);
  const { mutate, isPending, error } = useAuditWrite((why: string) => dismissTag(tag.id, why));
  return (
    <FormDialog
      title={m.audits_dismiss_title({ tag: tag.tag })}
      submitLabel={m.audits_tag_dismiss()}
      busy={isPending}
      problem={error?.message}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (!reason.trim()) return setWanting(true);
        mutate(reason.trim(), {
          onSuccess: () => {
            notify({ message: m.audits_tag_dismissed({ tag: tag.tag }) });
            onClose();
          },
        });
      }}
    >
      <Textarea
        label={m.audits_reason()}
        placeholder={m.audits_dismiss_hint()}
        data-autofocus
        dir="auto"
        maxLength={1000}
        value={reason}
        error={wanting && !reason.trim() && m.audits_reason_missing()}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
