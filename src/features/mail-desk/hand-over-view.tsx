import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import * as m from '#messages';
import type { MailItem, Recipient } from '#contract/mail.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { ScanBox, type ScanBoxHandle, type ScanOutcome } from '#src/ui/scan-box.tsx';
import { DeliveryDialog } from '#src/directory/delivery-dialog.tsx';
import { HandOverIcon } from '#src/ui/desk-icons.tsx';
import classes from './hand-over-view.module.css';
import { AgeCell, NumberCell, RecipientName } from '#src/directory/item-cells.tsx';
import { isOpen, numberOf } from '#src/directory/item-facts.ts';
import { resolveCode } from '#src/directory/mail-calls.ts';
import { openOptions } from './queries.ts';

/** Hand-over at the counter: gather parcels by scanning them or by their recipient, then one signature for all. */
export function HandOverView({ personId }: { personId: number | undefined }) {
  const navigate = useNavigate();
  const [scanned, setScanned] = useState<readonly MailItem[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<number>>(new Set());
  const [signing, setSigning] = useState(false);
  /** Whose code was shown: they take everything along, that of colleagues too. */
  const [present, setPresent] = useState<Recipient>();
  const [said, setSaid] = useState({ text: '', warning: false });
  const box = useRef<ScanBoxHandle>(null);
  const warn = (text: string): ScanOutcome => {
    setSaid({ text, warning: true });
    return 'exception';
  };

  const theirs = useQuery({
    ...openOptions({ toUserId: personId ?? 0 }),
    enabled: personId !== undefined,
  }).data;
  const gathered = new Map([...scanned, ...(theirs ?? [])].map((item) => [item.id, item]));
  const items = [...gathered.values()].filter(({ id }) => !removed.has(id));
  const nothing = theirs?.length === 0 && scanned.length === 0;

  const add = (more: readonly MailItem[], text: string) => {
    setScanned((before) => [...more, ...before]);
    setRemoved((before) => new Set([...before].filter((id) => !more.some((item) => item.id === id))));
    setSaid({ text, warning: false });
  };
  const onScan = async (code: string): Promise<ScanOutcome> => {
    const same = (item: MailItem) => trackingKey(item.trackingNumber ?? '') === trackingKey(code);
    if (items.some(same)) return warn(m.mail_scan_twice({ number: code }));
    try {
      const meant = await resolveCode(code);
      if (meant.kind === 'person') {
        const { person } = meant;
        if (meant.items.length === 0) return warn(m.mail_hand_over_nothing({ name: person.name }));
        setPresent(person);
        add(meant.items, m.mail_hand_over_all({ name: person.name, count: meant.items.length }));
        return void navigate({ to: '/mail/deliver', search: { person: person.id }, replace: true });
      }
      if (meant.kind !== 'item') return warn(m.mail_find_none({ number: code }));
      if (!isOpen(meant.item)) return warn(m.mail_find_delivered({ number: code }));
      if (gathered.has(meant.item.id) && !removed.has(meant.item.id))
        return warn(m.mail_scan_twice({ number: code }));
      add([meant.item], m.mail_scan_added({ number: code, count: items.length + 1 }));
    } catch (error) {
      return warn((error as Error).message);
    }
  };

  const close = (done?: unknown) => {
    setSigning(false);
    if (done) {
      setScanned([]);
      setRemoved(new Set());
      setPresent(undefined);
      void navigate({ to: '/mail/deliver', search: {}, replace: true });
    }
    box.current?.focus();
  };

  return (
    <Page
      title={m.mail_hand_over()}
      count={items.length || undefined}
      layout="fill"
      actions={
        <LinkButton to="/mail" variant="default" size="compact-md">
          {m.mail_queues()}
        </LinkButton>
      }
    >
      <div className={classes.top}>
        <ScanBox
          handle={box}
          label={m.mail_hand_over_scan()}
          placeholder={m.mail_hand_over_scan()}
          listening={!signing}
          onScan={onScan}
        />
        <PersonPicker
          bare
          label={m.mail_hand_over_person()}
          placeholder={m.mail_hand_over_person()}
          onPick={({ id }) => {
            setRemoved(new Set());
            void navigate({ to: '/mail/deliver', search: { person: id }, replace: true });
            box.current?.focus();
          }}
        />
        <div role="status">
          {said.warning ? (
            <p className={classes.warning}>{said.text}</p>
          ) : (
            <VisuallyHidden>{said.text}</VisuallyHidden>
          )}
        </div>
      </div>
      {items.length === 0 ? (
        <EmptyState
          icon={<HandOverIcon size={22} />}
          title={nothing ? m.mail_hand_over_none() : m.mail_hand_over_empty()}
        >
          {m.mail_hand_over_empty_text()}
        </EmptyState>
      ) : (
        <ul className={classes.rows} aria-label={m.mail_items()}>
          {items.map((item) => (
            <li key={item.id} className={classes.row}>
              <span className={classes.who}>
                <RecipientName item={item} />
              </span>
              <span className={classes.number}>
                <NumberCell item={item} />
              </span>
              <span className={classes.place}>{item.location?.name}</span>
              <span className={classes.age}>
                <AgeCell item={item} />
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={m.mail_row_remove({ number: numberOf(item) })}
                onClick={() => setRemoved(new Set([...removed, item.id]))}
              >
                <CloseIcon size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <footer className={classes.footer}>
          <Button
            leftSection={<HandOverIcon size={16} />}
            className={classes.go}
            onClick={() => setSigning(true)}
          >
            {m.mail_deliver_count({ count: items.length })}
          </Button>
        </footer>
      )}
      {signing && <DeliveryDialog items={items} present={present} onClose={close} />}
    </Page>
  );
}
