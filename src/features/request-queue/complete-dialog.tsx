import { Button, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState } from 'react';
import * as m from '#messages';
import type { ServiceRequest } from '#contract/service-requests.ts';
import { randomKey } from '#src/lib/random-key.ts';
import { FormDialog } from '#src/ui/form-dialog.tsx';
import { SignaturePad } from '#src/ui/signature-pad.tsx';
import { addSupply, addTime } from './api.ts';
import classes from './request-queue.module.css';
import { useSteps, whatOf } from './use-steps.ts';

type Props = { requests: readonly ServiceRequest[]; onClose: (done?: boolean) => void };
type Supply = { key: string; name: string; quantity: number | string };
const blank = (): Supply => ({ key: randomKey(), name: '', quantity: 1 });

/** The end of a request: what was done, how long it took, what was used up, and who signs for it. */
export function CompleteDialog({ requests, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const one = requests.length === 1 ? requests[0] : undefined;
  const [note, setNote] = useState('');
  const [minutes, setMinutes] = useState<number | string>('');
  const [supplies, setSupplies] = useState([blank()]);
  const [signature, setSignature] = useState<string | null>(null);
  const [signedBy, setSignedBy] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const { take, takeMany } = useSteps();
  /** One for the time; kept over retries, so that nothing is noted twice. */
  const [timeKey] = useState(randomKey);
  const noted = useRef(new Set<string>());

  /** Notes something once, whatever becomes of what follows it. */
  const once = async (key: string, write: () => Promise<unknown>) => {
    if (noted.current.has(key)) return;
    await write();
    noted.current.add(key);
  };
  const send = async () => {
    const said = { note: note.trim() || null, signature, signedBy: (signature && signedBy.trim()) || null };
    if (!one) return await takeMany(requests, 'complete', said);
    const spent = Number(minutes);
    if (spent > 0) await once(timeKey, () => addTime(one.id, spent, '', timeKey));
    for (const { key, name, quantity } of supplies)
      if (name.trim() && Number(quantity) > 0)
        await once(key, () => addSupply(one.id, name.trim(), Number(quantity), key));
    return await take(one, 'complete', said);
  };
  const change = (key: string, part: Partial<Supply>) =>
    setSupplies((all) => all.map((supply) => (supply.key === key ? { ...supply, ...part } : supply)));

  return (
    <FormDialog
      title={m.queue_ask_complete({ what: whatOf(requests) })}
      submitLabel={m.queue_step_complete()}
      size={520}
      fullScreen={narrow}
      busy={busy}
      problem={problem}
      onClose={() => onClose()}
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        setBusy(true);
        send()
          .then(() => onClose(true))
          .catch((error: unknown) => setProblem(error instanceof Error ? error.message : m.queue_failed()))
          .finally(() => setBusy(false));
      }}
    >
      <Textarea
        label={m.queue_done_what()}
        value={note}
        dir="auto"
        data-autofocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={4000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {one && (
        <>
          <NumberInput
            label={m.queue_minutes()}
            value={minutes}
            min={1}
            max={100_000}
            allowDecimal={false}
            hideControls
            inputMode="numeric"
            onChange={setMinutes}
          />
          <fieldset className={classes.supplies}>
            <legend>{m.queue_supplies()}</legend>
            {supplies.map(({ key, name, quantity }, at) => (
              <div key={key} className={classes.supply}>
                <TextInput
                  aria-label={m.queue_supply_nth({ nth: at + 1 })}
                  placeholder={m.queue_supply()}
                  value={name}
                  dir="auto"
                  maxLength={500}
                  onChange={(event) => change(key, { name: event.currentTarget.value })}
                />
                <NumberInput
                  aria-label={m.queue_quantity_nth({ nth: at + 1 })}
                  value={quantity}
                  min={0}
                  max={100_000_000}
                  decimalScale={3}
                  hideControls
                  onChange={(next) => change(key, { quantity: next })}
                />
              </div>
            ))}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => setSupplies((all) => [...all, blank()])}
              disabled={supplies.length >= 20}
            >
              {m.queue_supply_more()}
            </Button>
          </fieldset>
        </>
      )}
      <SignaturePad label={m.queue_signature()} name={one?.requester.name} onChange={setSignature} />
      {signature && (
        <TextInput
          label={m.queue_signed_by()}
          value={signedBy}
          dir="auto"
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setSignedBy(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
