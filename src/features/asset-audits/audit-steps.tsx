import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AssetAudit } from '#contract/asset-audits.ts';
import * as m from '#messages';
import { Confirm } from '#src/ui/confirm.tsx';
import { PencilIcon } from '#src/ui/icons.tsx';
import { notify } from '#src/ui/notify.ts';
import { type AuditStep, takeStep } from './api.ts';
import { useAuditWrite } from './queries.ts';
import classes from './audits.module.css';

type Step = {
  step: AuditStep;
  label: () => string;
  /** What will happen, asked before. */
  ask: () => string;
  text: (audit: AssetAudit) => string;
  /** It is the next one to take. */
  next?: boolean;
};
const steps: Record<AuditStep, Step> = {
  open: {
    step: 'open',
    label: m.audits_open,
    ask: m.audits_open_ask,
    text: () => m.audits_open_text(),
    next: true,
  },
  reconcile: {
    step: 'reconcile',
    label: m.audits_reconcile,
    ask: m.audits_reconcile_ask,
    text: ({ figures }) => m.audits_reconcile_text({ count: figures.pending }),
    next: true,
  },
  reopen: {
    step: 'reopen',
    label: m.audits_reopen,
    ask: m.audits_reopen_ask,
    text: () => m.audits_reopen_text(),
  },
  close: {
    step: 'close',
    label: m.audits_close,
    ask: m.audits_close_ask,
    text: ({ undecided }) =>
      undecided > 0 ? m.audits_close_undecided({ count: undecided }) : m.audits_close_text(),
    next: true,
  },
  cancel: {
    step: 'cancel',
    label: m.audits_cancel,
    ask: m.audits_cancel_ask,
    text: () => m.audits_cancel_text(),
  },
};
const onwards: Record<AssetAudit['state'], readonly AuditStep[]> = {
  planned: ['open'],
  open: ['reconcile'],
  reconciling: ['close', 'reopen'],
  closed: [],
  cancelled: [],
};

type Props = {
  audit: AssetAudit;
  /** Changing and cancelling it; else what leads on. */
  care?: boolean;
};

/** What a manager may do with a campaign as it stands; each step is asked about, for none can be taken back alone. */
export function AuditSteps({ audit, care = false }: Props) {
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Step>();
  const [reason, setReason] = useState('');
  const { mutate, isPending, error, reset } = useAuditWrite((step: AuditStep) =>
    takeStep(audit.id, step, step === 'cancel' ? reason.trim() : undefined),
  );
  if (!audit.may.manage || onwards[audit.state].length === 0) return null;
  const close = () => {
    setAsked(undefined);
    reset();
  };
  const barred = asked?.step === 'close' && audit.undecided > 0;
  const walking = audit.state === 'open' && audit.may.scan;
  return (
    <>
      {care && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<PencilIcon size={15} />}
          onClick={() =>
            void navigate({
              to: '/assets/audits/$auditId',
              params: { auditId: audit.id },
              search: { edit: true },
            })
          }
        >
          {m.audits_change()}
        </Button>
      )}
      {(care ? (['cancel'] as const) : onwards[audit.state]).map((name) => {
        const step = steps[name];
        return (
          <Button
            key={name}
            size="compact-md"
            variant={step.next && !walking ? 'filled' : name === 'cancel' ? 'subtle' : 'default'}
            {...(name === 'cancel' && { color: 'gray' })}
            onClick={() => setAsked(step)}
          >
            {step.label()}
          </Button>
        );
      })}
      <Confirm
        opened={asked !== undefined}
        onClose={close}
        title={asked?.ask() ?? ''}
        confirmLabel={barred ? m.audits_decide_first() : (asked?.label() ?? '')}
        danger={asked?.step === 'cancel'}
        cancelLabel={asked?.step === 'cancel' ? m.audits_keep() : m.ui_cancel()}
        busy={isPending}
        problem={error?.message}
        onConfirm={() => {
          if (!asked) return;
          if (barred) {
            close();
            const search = { tab: 'differences' } as const;
            return void navigate({ to: '/assets/audits/$auditId', params: { auditId: audit.id }, search });
          }
          mutate(asked.step, {
            onSuccess: ({ name }) => {
              notify({ message: m.audits_step_done({ name }) });
              close();
            },
          });
        }}
      >
        {asked && <p className={classes.plain}>{asked.text(audit)}</p>}
        {asked?.step === 'cancel' && (
          <Textarea
            label={m.audits_reason()}
            dir="auto"
            maxLength={1000}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Confirm>
    </>
  );
}
