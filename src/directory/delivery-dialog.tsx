import { Alert, Button, Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import * as m from '#messages';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { ApiError } from '#src/lib/http.ts';
import { useIntentionKey } from '#src/lib/intention-key.ts';
import { useScans } from '#src/lib/scan-listener.ts';
import { notify } from '#src/ui/notify.ts';
import { SignaturePad } from '#src/ui/signature-pad.tsx';
import { fetchItem } from './mail-calls.ts';
import { Callout } from '#src/ui/callout.tsx';
import { CollectorField } from './collector-field.tsx';
import {
  type Collector,
  deliveriesOf,
  deliveryTitle,
  likelyCollector,
  likelyOutcome,
  type Outcome,
  outcomeLabels,
  recipientsOf,
} from './delivery.ts';
import classes from './delivery-dialog.module.css';
import { isOpen } from './item-facts.ts';
import { useDeliver } from './use-deliver.ts';
import { PhotographField } from './photograph-field.tsx';

type Props = {
  items: readonly MailItem[];
  /** How they leave, where the button that opened this said so. */
  outcome?: Outcome;
  /** Who stands at the desk, where that is known: they collect unless the clerk says otherwise. */
  present?: Pick<Recipient, 'id' | 'name'> | undefined;
  /** `delivered` are the parcels as they are now; undefined when nothing was done. */
  onClose: (delivered?: readonly MailItem[]) => void;
};

/** Parcels leave the desk: how, who takes them, a signature, and what else proves it. All of them or none. */
export function DeliveryDialog({ items: given, outcome: asked, present, onClose }: Props) {
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  const [items, setItems] = useState(given);
  const recipients = recipientsOf(items);
  const known = recipients.every((one) => one.known);
  const [outcome, setOutcome] = useState(asked ?? likelyOutcome(given));
  const toPerson = outcome === 'person';
  const [taker, setTaker] = useState('');
  const [collector, setCollector] = useState(() => likelyCollector(given, present));
  const [signature, setSignature] = useState<string | null>(null);
  const [photograph, setPhotograph] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [gone, setGone] = useState(0);
  const { keyFor } = useIntentionKey();
  const { mutate, isPending, error, reset } = useDeliver();
  useScans(() => notify({ message: m.mail_scan_ignored(), tone: 'info' }));

  const deliver = () => {
    const by: Collector = toPerson
      ? collector
      : taker.trim()
        ? { kind: 'name', name: taker.trim() }
        : { kind: 'nobody' };
    const deliveries = deliveriesOf(items, outcome, by, { note, signature, photograph });
    mutate(
      { deliveries, key: keyFor(deliveries) },
      {
        onSuccess: (delivered) => {
          notify({ message: doneWords[outcome]({ count: items.length }), tone: 'success' });
          onClose(delivered);
        },
        onError: (problem) => {
          if (problem instanceof ApiError && problem.code === 'mail.already-delivered') void dropDelivered();
        },
      },
    );
  };
  /** Somebody was quicker with some of them: the others can still be delivered, with all that was entered. */
  const dropDelivered = async () => {
    const now = await Promise.all(items.map((item) => fetchItem(item.id).catch(() => item)));
    const open = now.filter(isOpen);
    if (open.length === 0 || open.length === now.length) return;
    setGone(now.length - open.length);
    setItems(open);
    reset();
  };

  const who = recipients.length === 1 ? recipients[0]!.name : m.mail_collector_each();
  return (
    <Modal
      opened
      onClose={() => onClose()}
      title={deliveryTitle(items, outcome)}
      fullScreen={narrow ?? false}
      size="lg"
      closeButtonProps={{ 'aria-label': m.ui_close() }}
      closeOnClickOutside={false}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          deliver();
        }}
      >
        <NativeSelect
          label={m.mail_outcome()}
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value as Outcome)}
          data={Object.entries(outcomeLabels).map(([value, label]) => ({ value, label: label() }))}
        />
        {toPerson && recipients.length > 1 && (
          <Callout tone="warning" title={m.mail_deliver_several_text()}>
            <ul className={classes.several}>
              {recipients.map(({ key, name, count }) => (
                <li key={key}>
                  <bdi>{name}</bdi> <span>{m.mail_parcels({ count })}</span>
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {gone > 0 && <Callout tone="warning" urgent title={m.mail_deliver_gone({ count: gone })} />}
        {toPerson ? (
          <CollectorField recipient={known ? who : undefined} value={collector} onChange={setCollector} />
        ) : (
          <TextInput
            label={m.mail_taken_by()}
            description={m.mail_taken_by_hint()}
            value={taker}
            dir="auto"
            maxLength={300}
            autoComplete="off"
            onChange={(event) => setTaker(event.currentTarget.value)}
          />
        )}
        <div className={classes.part}>
          <span className={classes.label}>{m.mail_signature()}</span>
          <SignaturePad
            label={m.mail_signature()}
            onChange={setSignature}
            name={toPerson ? collectorName(collector, known ? who : '') : taker}
          />
        </div>
        <div className={classes.part}>
          <span className={classes.label}>{m.mail_photograph()}</span>
          <PhotographField value={photograph} onChange={setPhotograph} />
        </div>
        <Textarea
          label={m.mail_note()}
          value={note}
          dir="auto"
          rows={2}
          resize="vertical"
          maxLength={2000}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => onClose()}>
            {m.ui_cancel()}
          </Button>
          <Button type="submit" loading={isPending} disabled={toPerson && collector.kind === 'nobody'}>
            {toPerson ? m.mail_deliver_count({ count: items.length }) : deliveryTitle(items, outcome)}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

const doneWords: Record<Outcome, (words: { count: number }) => string> = {
  person: m.mail_delivered,
  stop: m.mail_stop_done,
  courier: m.mail_courier_done,
  returned: m.mail_returned_done,
  forwarded: m.mail_forwarded_done,
};

function collectorName(collector: Collector, recipient: string): string {
  if (collector.kind === 'person') return collector.person.name;
  if (collector.kind === 'name') return collector.name;
  return collector.kind === 'recipient' ? recipient : '';
}
