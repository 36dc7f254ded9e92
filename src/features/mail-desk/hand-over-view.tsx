import { ActionIcon, Button, VisuallyHidden } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { trackingKey } from '#contract/tracking-number.ts';
import { PersonPicker } from '#src/directory/person-picker.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CloseIcon } from '#src/ui/icons.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { Page } from '#src/ui/page.tsx';
import { ScanBox, type ScanBoxHandle } from '#src/ui/scan-box.tsx';
import { DeliveryDialog } from '#src/directory/delivery-dialog.tsx';
import { HandOverIcon } from '#src/ui/desk-icons.tsx';
import classes from './hand-over-view.module.css';
import { AgeCell, NumberCell, RecipientName } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import { openOptions } from './queries.ts';

/** Hand-over at the counter: gather parcels by scanning them or by their recipient, then one signature for all. */
export function HandOverView({ personId }: { personId: number | undefined }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [scanned, setScanned] = useState<readonly MailItem[]>([]);
  const [removed, setRemoved] = useState<ReadonlySet<number>>(new Set());
  const [signing, setSigning] = useState(false);
  const [said, setSaid] = useState({ text: '', warning: false });
  const box = useRef<ScanBoxHandle>(null);
  const warn = (text: string) => setSaid({ text, warning: true });

  const theirs = useQuery({
    ...openOptions({ toUserId: personId ?? 0 }),
    enabled: personId !== undefined,
  }).data;
  const gathered = new Map([...scanned, ...(theirs ?? [])].map((item) => [item.id, item]));
  const items = [...gathered.values()].filter(({ id }) => !removed.has(id));
  const nothing = theirs?.length === 0 && scanned.length === 0;

  const onScan = async (number: string) => {
    const same = (item: MailItem) => trackingKey(item.trackingNumber ?? '') === trackingKey(number);
    if (items.some(same)) return warn(m.mail_scan_twice({ number }));
    try {
      const item = (await client.query(openOptions({ search: number.slice(0, 200) }))).find(same);
      if (!item) return warn(m.mail_find_none({ number }));
      setScanned((before) => [item, ...before]);
      setRemoved((before) => new Set([...before].filter((id) => id !== item.id)));
      setSaid({ text: m.mail_scan_added({ number, count: items.length + 1 }), warning: false });
    } catch (error) {
      warn((error as Error).message);
    }
  };

  const close = (done?: unknown) => {
    setSigning(false);
    if (done) {
      setScanned([]);
      setRemoved(new Set());
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
          onScan={(number) => void onScan(number)}
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
      {signing && <DeliveryDialog items={items} onClose={close} />}
    </Page>
  );
}
