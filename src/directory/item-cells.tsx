import * as m from '#messages';
import type { MailItem, Queue } from '#contract/mail.ts';
import { formatAge, formatDate, formatDateTime } from '#src/lib/dates.ts';
import { useStore } from '#src/lib/store.ts';
import { ClockIcon, PersonIcon } from '#src/ui/icons.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { flashes } from './flashes.ts';
import { minute } from './minute.ts';
import classes from './item-cells.module.css';
import { deliveredAt, isOpen, isOverdue, numberOf, recipientOf, states } from './item-facts.ts';

export function StateBadge({ queue }: { queue: Queue }) {
  const { tone, icon, label } = states[queue];
  return (
    <StatusBadge tone={tone} icon={icon}>
      {label()}
    </StatusBadge>
  );
}

/** Lights the row it stands in while somebody else's change is new. */
export function Flash({ id }: { id: number }) {
  return useStore(flashes).has(id) ? <span className={classes.flash} data-flash /> : null;
}

export function NumberCell({ item }: { item: MailItem }) {
  return (
    <span className={classes.number}>
      <Flash id={item.id} />
      <bdi className={classes.digits} title={item.trackingNumber}>
        {numberOf(item)}
      </bdi>
      <span className={classes.dim}>{item.courier.name}</span>
    </span>
  );
}

export function RecipientName({ item }: { item: MailItem }) {
  const person = recipientOf(item);
  if (person) return <bdi title={person.name}>{person.name}</bdi>;
  if (item.itemType === 'OUTBOUND') {
    const address = item.toAddress ?? item.recipientName ?? m.mail_outside();
    return <bdi title={address}>{address.split('\n')[0]}</bdi>;
  }
  return (
    <span className={classes.unknown}>
      <PersonIcon size={14} />
      {m.mail_recipient_unknown()}
      {item.recipientName && (
        <bdi className={classes.dim} title={item.recipientName}>
          {item.recipientName}
        </bdi>
      )}
    </span>
  );
}

/** How long it has been here; for what has left, the day it did. */
export function AgeCell({ item }: { item: MailItem }) {
  if (!isOpen(item)) return <span className={classes.dim}>{formatDate(deliveredAt(item))}</span>;
  return (
    <span className={classes.age} data-overdue={isOverdue(item) || undefined}>
      {isOverdue(item) && <ClockIcon size={14} />}
      <Age ms={item.dateCreated} />
      {isOverdue(item) && <span>{m.mail_overdue()}</span>}
    </span>
  );
}

function Age({ ms }: { ms: number }) {
  return (
    <time dateTime={new Date(ms).toISOString()} title={formatDateTime(ms)}>
      {formatAge(ms, useStore(minute))}
    </time>
  );
}

/** An item in two lines, for a phone. */
export function ItemCard({ item }: { item: MailItem }) {
  const where = [item.courier.name, item.location?.name ?? item.mailStop?.name].filter(Boolean).join(' · ');
  return (
    <>
      <span className={classes.cardLine}>
        <Flash id={item.id} />
        <strong className={classes.cardName}>
          <RecipientName item={item} />
        </strong>
        <span className={classes.cardAge}>
          <AgeCell item={item} />
        </span>
      </span>
      <span className={classes.cardLine}>
        <bdi className={classes.digits}>{numberOf(item)}</bdi>
        <span className={classes.dim}>{where}</span>
      </span>
    </>
  );
}
