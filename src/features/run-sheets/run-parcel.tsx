import * as m from '#messages';
import type { MailItem } from '#contract/mail.ts';
import { outcomeLabels } from '#src/directory/delivery.ts';
import { Flash, RecipientName } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import { formatTime } from '#src/lib/dates.ts';
import { CheckIcon, ChevronDownIcon } from '#src/ui/icons.tsx';
import { TextLink } from '#src/ui/link.tsx';
import classes from './run-stop.module.css';

function What({ item }: { item: MailItem }) {
  const more = [item.courier.name, item.packageType?.name, item.location?.name].filter(Boolean).join(' · ');
  return (
    <span className={classes.what}>
      <span className={classes.who}>
        <RecipientName item={item} />
      </span>
      <span className={classes.number}>
        <bdi>{numberOf(item)}</bdi>
        <span>{more}</span>
      </span>
    </span>
  );
}

function Details({ item }: { item: MailItem }) {
  return (
    <TextLink
      to="/mail/$itemId"
      params={{ itemId: item.id }}
      className={classes.details}
      aria-label={m.runs_details({ number: numberOf(item) })}
    >
      <ChevronDownIcon size={18} />
    </TextLink>
  );
}

/** A parcel to bring: a touch anywhere on it ticks it. */
export function RemainingParcel({
  item,
  ticked,
  onTick,
}: {
  item: MailItem;
  ticked: boolean;
  onTick: (on: boolean) => void;
}) {
  return (
    <li className={classes.parcel} data-ticked={ticked || undefined} data-parcel={item.id}>
      <Flash id={item.id} />
      <label className={classes.tick}>
        <input type="checkbox" checked={ticked} onChange={(event) => onTick(event.currentTarget.checked)} />
        <What item={item} />
      </label>
      <Details item={item} />
    </li>
  );
}

/** One that was brought today: to whom, and when. */
export function DeliveredParcel({ item }: { item: MailItem }) {
  const done = item.statuses.findLast(({ type }) => type.code === 'out');
  const how = done?.outcome && done.outcome !== 'person' ? outcomeLabels[done.outcome]() : undefined;
  return (
    <li className={classes.parcel} data-delivered data-parcel={item.id}>
      <span className={classes.tick}>
        <CheckIcon size={18} className={classes.check} />
        <What item={item} />
        <span className={classes.proof}>
          {done && formatTime(done.dateCreated)}
          <bdi>{done?.collectedBy?.name ?? how}</bdi>
        </span>
      </span>
      <Details item={item} />
    </li>
  );
}
