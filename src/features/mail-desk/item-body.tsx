import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { useMe } from '#src/directory/me.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { PencilIcon } from '#src/ui/icons.tsx';
import classes from './item-body.module.css';
import { AgeCell, RecipientName } from '#src/directory/item-cells.tsx';
import { ItemComments } from './item-comments.tsx';
import { isOpen, itemTypeLabels } from '#src/directory/item-facts.ts';
import { ItemHistory } from './item-history.tsx';
import { ItemNotices } from './item-notices.tsx';
import { pendingReasonLabels } from '#src/directory/pending-reasons.ts';
import { worksAt } from '#src/directory/rights.ts';

const ItemEditForm = lazy(() => import('./item-edit-form.tsx'));

/** Facts, history and comments of an item, on its page and beside the list alike. */
export function ItemBody({ item }: { item: MailItem }) {
  const works = worksAt(useMe(), item);
  const [editing, setEditing] = useState(false);
  return (
    <div className={classes.body}>
      <section aria-labelledby="facts">
        <div className={classes.head}>
          <h2 id="facts">{m.mail_facts()}</h2>
          {works && !editing && (
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<PencilIcon size={14} />}
              onClick={() => setEditing(true)}
            >
              {m.mail_edit()}
            </Button>
          )}
        </div>
        {editing ? (
          <Suspense fallback={<Skeleton height={180} />}>
            <ItemEditForm item={item} onClose={() => setEditing(false)} />
          </Suspense>
        ) : (
          <Facts item={item} />
        )}
      </section>
      <section aria-labelledby="history">
        <h2 id="history">{m.mail_history()}</h2>
        <ItemHistory item={item} />
      </section>
      {works && <ItemNotices id={item.id} />}
      <section aria-labelledby="comments">
        <h2 id="comments">{m.mail_comments()}</h2>
        <ItemComments item={item} canAdd={works} />
      </section>
    </div>
  );
}

const Lines = ({ text }: { text: string }) => (
  <span className={classes.text} dir="auto">
    {text}
  </span>
);

function Facts({ item }: { item: MailItem }) {
  const original = item.originalTrackingNumber;
  const facts: [string, React.ReactNode][] = [
    [m.mail_recipient(), <RecipientName key="recipient" item={item} />],
    [
      m.mail_deliver_to_person(),
      item.deliverTo && item.deliverTo.id !== item.toUser?.id && <bdi>{item.deliverTo.name}</bdi>,
    ],
    [
      m.mail_original_recipient(),
      item.deliverTo && item.toUser && item.deliverTo.id !== item.toUser.id && <bdi>{item.toUser.name}</bdi>,
    ],
    [m.mail_to_address(), item.toAddress && <Lines key="address" text={item.toAddress} />],
    [m.mail_sender(), item.sender],
    [m.mail_from_user(), item.fromUser?.name],
    [m.mail_reason(), item.pending && pendingReasonLabels[item.pending.reason]()],
    [m.mail_until(), item.pending?.until && formatDateTime(item.pending.until)],
    [m.mail_forward_to(), item.pending?.forwardTo && <Lines key="forward" text={item.pending.forwardTo} />],
    [m.mail_bag(), item.bag?.code],
    [m.mail_running_number(), item.runningNumber],
    [m.mail_stop(), item.mailStop?.name],
    [m.mail_route(), item.route?.name],
    [m.mail_rack(), item.location?.name],
    [m.mail_package_type(), item.packageType?.name],
    [m.mail_item_type(), itemTypeLabels[item.itemType]()],
    [m.mail_center(), item.center.name],
    [m.mail_original_number(), original !== item.trackingNumber && original],
    [m.mail_checked_in(), formatDateTime(item.dateCreated)],
    [m.mail_age(), isOpen(item) && <AgeCell item={item} />],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{typeof value === 'string' ? <bdi>{value}</bdi> : value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
