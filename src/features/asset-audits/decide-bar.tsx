import { Button, CloseButton, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DecideBody, Difference } from '#contract/asset-audit-results.ts';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { Confirm } from '#src/ui/confirm.tsx';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { notify } from '#src/ui/notify.ts';
import { decide } from './api.ts';
import classes from './audits.module.css';
import { useAuditWrite } from './queries.ts';
import type { AssetDifference } from './search.ts';

type Props = {
  audit: AssetAudit;
  kind: AssetDifference | undefined;
  /** Of this kind, undecided. */
  count: number | undefined;
  selected: readonly Difference[];
  onDone: () => void;
};

/** Accepts or rejects what is chosen, or everything of a kind; of one's own scans it says that they are left. */
export function DecideBar({ audit, kind, count, selected, onDone }: Props) {
  const [asked, setAsked] = useState<'accepted' | 'rejected'>();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error, reset } = useAuditWrite((body: DecideBody) => decide(audit.id, body));
  const mine = selected.filter(({ undecided, mayDecide }) => undecided && mayDecide);
  const whole = selected.length === 0 && kind !== undefined && count !== undefined;
  const many = whole ? count : mine.length;
  const open = (decision: 'accepted' | 'rejected') => {
    reset();
    setReason('');
    setAsked(decision);
  };
  const close = () => setAsked(undefined);
  const send = () => {
    if (!asked) return;
    const what = whole ? { kind } : { assets: mine.map(({ asset }) => ({ id: asset.id })) };
    mutate(
      { decision: asked, ...what, ...(asked === 'rejected' && { reason: reason.trim() }) },
      {
        onSuccess: ({ decided, own, undecided }) => {
          notify({
            message: [
              m.audits_decided({ count: decided }),
              own > 0 && m.audits_own_left({ count: own }),
              undecided === 0 && m.audits_all_decided(),
            ]
              .filter(Boolean)
              .join(' '),
          });
          close();
          onDone();
        },
      },
    );
  };
  if (!whole && selected.length === 0) return <p className={classes.decideHint}>{m.audits_decide_hint()}</p>;
  return (
    <div className={classes.bulk} role="toolbar" aria-label={m.audits_decide()}>
      {selected.length > 0 && <CloseButton aria-label={m.mail_bulk_clear()} onClick={onDone} />}
      <span className={classes.bulkCount}>
        {whole
          ? m.audits_decide_all({ count: many })
          : mine.length < selected.length
            ? m.audits_selected_own({ count: selected.length, own: selected.length - mine.length })
            : m.mail_bulk_count({ count: selected.length })}
      </span>
      {many > 0 && (
        <>
          <Button variant="default" size="compact-md" onClick={() => open('rejected')}>
            {m.audits_reject_count({ count: many })}
          </Button>
          <Button size="compact-md" onClick={() => open('accepted')}>
            {m.audits_accept_count({ count: many })}
          </Button>
        </>
      )}
      <Confirm
        opened={asked === 'accepted'}
        title={m.audits_accept_ask({ count: many })}
        confirmLabel={m.audits_accept_count({ count: many })}
        busy={isPending}
        problem={error?.message}
        onClose={close}
        onConfirm={send}
      >
        {m.audits_accept_text()}
      </Confirm>
      {asked === 'rejected' && (
        <FormDialog
          title={m.audits_reject_ask({ count: many })}
          submitLabel={m.audits_reject_count({ count: many })}
          busy={isPending}
          problem={error?.message}
          onClose={close}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) send();
          }}
        >
          <Textarea
            label={m.audits_reason()}
            description={m.audits_reject_text()}
            data-autofocus
            required
            withAsterisk={false}
            dir="auto"
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </FormDialog>
      )}
    </div>
  );
}
