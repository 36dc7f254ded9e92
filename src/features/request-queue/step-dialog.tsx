import { NativeSelect, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import type { Said } from './api.ts';
import { holdReasonsOptions } from './queries.ts';
import { stepLabels } from '#src/directory/request-steps.ts';
import { useSteps, whatOf } from './use-steps.ts';

type Props = {
  step: 'hold' | 'reject' | 'decline';
  requests: readonly ServiceRequest[];
  onClose: (done?: boolean) => void;
};
const titles: Record<Props['step'], (words: { what: string }) => string> = {
  hold: m.queue_ask_hold,
  reject: m.queue_ask_reject,
  decline: m.queue_ask_decline,
};

/** Asks why, before requests are put on hold or turned down. */
export function StepDialog({ step, requests: given, onClose }: Props) {
  const [refused, setRefused] = useState<readonly ServiceRequest[]>();
  const requests = refused ?? given;
  const centers = [...new Set(given.map(({ center }) => center.id))];
  const reasons = useQuery({ ...holdReasonsOptions(centers), enabled: step === 'hold' });
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { take, takeMany } = useSteps();
  // A reason belongs to a center.
  const offered = centers.length === 1 ? (reasons.data ?? []) : [];

  const send = async () => {
    const missing = step === 'hold' ? !reason && !note.trim() : !note.trim();
    if (missing) return setProblem(m.queue_ask_why());
    setProblem(undefined);
    setBusy(true);
    const said: Said = {
      note: note.trim() || null,
      ...(step === 'hold' && { reason: reason ? { id: Number(reason) } : null }),
    };
    try {
      if (requests.length === 1) await take(requests[0]!, step, said);
      else {
        const left = await takeMany(requests, step, said);
        if (left.length > 0) return setRefused(left);
      }
      onClose(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : m.queue_failed());
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title={titles[step]({ what: whatOf(requests) })}
      submitLabel={stepLabels[step]()}
      busy={busy}
      problem={problem}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {offered.length > 0 && (
        <NativeSelect
          label={m.queue_hold_reason()}
          value={reason}
          data-autofocus
          onChange={(event) => setReason(event.currentTarget.value)}
          data={[
            { value: '', label: m.queue_hold_other() },
            ...offered.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
      {step === 'hold' && reasons.error && <p role="alert">{reasons.error.message}</p>}
      <Textarea
        label={step === 'hold' ? m.queue_note() : m.queue_why()}
        description={step === 'hold' ? m.queue_hold_hint() : m.queue_why_hint()}
        value={note}
        dir="auto"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={4000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
