import * as m from '#messages';
import type { MailItem, MailStatus, StatusCode } from '#contract/mail.ts';
import { outcomeLabels } from '#src/directory/delivery.ts';
import { pendingReasonLabels } from '#src/directory/pending-reasons.ts';
import { formatDateTime } from '#src/lib/dates.ts';
import { When } from '#src/ui/when.tsx';
import classes from './item-body.module.css';
import { states } from '#src/directory/item-facts.ts';

const queueOf = {
  checkin: 'IN',
  pending: 'PENDING',
  transfer: 'TRANSFER',
  checkout: 'CHECKOUT',
  out: 'OUT',
} as const satisfies Record<StatusCode, keyof typeof states>;

/** Every step with who, where, when and what proves it; the newest first. */
export function ItemHistory({ item }: { item: MailItem }) {
  return (
    <ol className={classes.history} reversed>
      {[...item.statuses].reverse().map((status) => (
        <Step key={status.id} status={status} />
      ))}
    </ol>
  );
}

function Step({ status }: { status: MailStatus }) {
  const { icon: Icon, label, tone } = states[queueOf[status.type.code]];
  const where = status.center.name;
  const how =
    (status.outcome && status.outcome !== 'person' && outcomeLabels[status.outcome]()) ||
    (status.reason &&
      (status.type.code === 'pending'
        ? pendingReasonLabels[status.reason]()
        : m.mail_after({ reason: pendingReasonLabels[status.reason]() })));
  return (
    <li className={classes.step}>
      <span className={classes.stepIcon} data-tone={tone}>
        <Icon size={15} />
      </span>
      <span className={classes.line}>
        <strong>{label()}</strong>
        {how && <span>{how}</span>}
        {status.collectedBy?.name && (
          <span>
            {m.mail_collected_by()} <bdi>{status.collectedBy.name}</bdi>
          </span>
        )}
        <span className={classes.dim} title={formatDateTime(status.dateCreated)}>
          <When ms={status.dateCreated} />
        </span>
      </span>
      <span className={classes.dim}>
        <bdi>
          {status.enteredBy?.name ??
            (status.type.code === 'checkin' && status.reason
              ? m.mail_by_itself()
              : m.mail_somebody_removed())}
        </bdi>
        {where && (
          <>
            {' · '}
            <bdi>{where}</bdi>
          </>
        )}
        {' · '}
        {formatDateTime(status.dateCreated)}
      </span>
      {status.note && (
        <p className={classes.text} dir="auto">
          {status.note}
        </p>
      )}
      {(status.signature || status.photograph) && (
        <div className={classes.proofs}>
          {status.signature && <Proof url={status.signature.downloadURL} caption={m.mail_signature()} />}
          {status.photograph && <Proof url={status.photograph.downloadURL} caption={m.mail_photograph()} />}
        </div>
      )}
    </li>
  );
}

function Proof({ url, caption }: { url: string; caption: string }) {
  return (
    <figure>
      <a href={url} target="_blank" rel="noreferrer">
        <img src={url} alt={caption} loading="lazy" />
      </a>
      <figcaption aria-hidden="true">{caption}</figcaption>
    </figure>
  );
}
