import { Button } from '@mantine/core';
import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { outcomeLabels } from '#src/directory/delivery.ts';
import { Flash } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import { parcelState } from '#src/directory/parcel-words.ts';
import { formatMoment } from '#src/lib/dates.ts';
import { TextLink } from '#src/ui/link.tsx';
import { StatusBadge } from '#src/ui/status-badge.tsx';
import { When } from '#src/ui/when.tsx';
import classes from './parcels.module.css';
import { isWish, maySay } from './wishes.ts';

export type ParcelActions = {
  onHold: (item: MailItem) => void;
  onForward: (item: MailItem) => void;
  onTakeBack: (item: MailItem) => void;
};

/** A parcel as its recipient sees it: what, where, and what they may ask for. */
export function ParcelRow({ item, onHold, onForward, onTakeBack }: { item: MailItem } & ParcelActions) {
  const { word, tone, icon } = parcelState(item);
  const forwardTo = item.pending?.reason === 'forward' && item.pending.forwardTo;
  return (
    <li className={classes.row}>
      <Flash id={item.id} />
      <What item={item} />
      <span className={classes.state}>
        <StatusBadge tone={tone} icon={icon}>
          {word}
        </StatusBadge>
        {forwardTo && (
          <bdi className={classes.forward} title={forwardTo}>
            {forwardTo}
          </bdi>
        )}
      </span>
      <span className={classes.when}>
        <When ms={item.dateCreated} />
      </span>
      {maySay(item) && (
        <span className={classes.actions}>
          {isWish(item) ? (
            <Button variant="default" size="compact-sm" onClick={() => onTakeBack(item)}>
              {m.parcels_take_back()}
            </Button>
          ) : (
            <>
              <Button variant="default" size="compact-sm" onClick={() => onHold(item)}>
                {m.parcels_hold()}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => onForward(item)}>
                {m.parcels_forward()}
              </Button>
            </>
          )}
        </span>
      )}
    </li>
  );
}

/** One that was handed over: to whom, and when. */
export function DeliveredRow({ item }: { item: MailItem }) {
  const done = item.statuses.findLast(({ type }) => type.code === 'out');
  const who = done?.collectedBy?.name;
  const how = outcomeLabels[done?.outcome ?? 'person']();
  return (
    <li className={classes.row}>
      <What item={item} />
      <span className={classes.state}>
        {who ? (
          <>
            {m.parcels_collected_by()} <bdi>{who}</bdi>
          </>
        ) : (
          how
        )}
      </span>
      <span className={classes.when}>{formatMoment(done?.dateCreated ?? item.dateUpdated)}</span>
    </li>
  );
}

function What({ item }: { item: MailItem }) {
  const kind = [item.packageType?.name, item.courier.name].filter(Boolean).join(' · ');
  const from = item.sender ?? item.fromUser?.name;
  return (
    <span className={classes.what}>
      <TextLink to="/mail/$itemId" params={{ itemId: item.id }} className={classes.kind}>
        {from ? m.parcels_from({ sender: from }) : kind || m.mail_item()}
      </TextLink>
      <bdi className={classes.number}>{from ? `${kind} · ${numberOf(item)}` : numberOf(item)}</bdi>
    </span>
  );
}
