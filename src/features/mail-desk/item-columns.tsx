import * as m from '#messages';
import type { MailItem, Queue } from '#contract/mail.ts';
import type { GridColumn } from '#src/ui/data-grid.tsx';
import { AgeCell, NumberCell, RecipientName, StateBadge } from '#src/directory/item-cells.tsx';
import { recipientOf } from '#src/directory/item-facts.ts';

type Column = GridColumn<MailItem>;
const textColumn = (
  id: string,
  header: string,
  width: number,
  grow: number,
  text: (item: MailItem) => string | undefined,
): Column => ({
  id,
  header,
  width,
  grow,
  cell: (item) => <span title={text(item)}>{text(item)}</span>,
});

/** What a queue shows of each item. The center only where there are several. */
export function itemColumns(queue: Queue | undefined, severalCenters: boolean): Column[] {
  const columns: Column[] = [
    {
      id: 'trackingNumber',
      header: m.mail_number(),
      width: 230,
      grow: 1.4,
      cell: (item) => <NumberCell item={item} />,
    },
    {
      id: 'toUser',
      header: m.mail_recipient(),
      width: 160,
      grow: 1.2,
      cell: (item) => <RecipientName item={item} />,
    },
    textColumn('mailStop', m.mail_stop_route(), 130, 1, (item) =>
      [item.mailStop?.name, item.route?.name].filter(Boolean).join(' · '),
    ),
    textColumn('location', m.mail_rack(), 80, 0.5, (item) => item.location?.name),
    textColumn('packageType', m.mail_package(), 84, 0.4, (item) => item.packageType?.name),
    {
      id: 'currentQueue',
      header: m.mail_state(),
      width: 116,
      grow: 0,
      cell: (item) => <StateBadge queue={item.currentQueue} />,
    },
    {
      id: 'dateCreated',
      header: queue === 'OUT' ? m.mail_state_out() : m.mail_age(),
      width: 128,
      grow: 0,
      cell: (item) => <AgeCell item={item} />,
    },
  ];
  if (severalCenters)
    columns.push(textColumn('center', m.mail_center(), 110, 0.6, (item) => item.center.name));
  return columns;
}

/** An item in a few words, for a screen reader's checkbox. */
export const itemLabel = (item: MailItem) =>
  [item.trackingNumber, recipientOf(item)?.name ?? item.recipientName].filter(Boolean).join(', ');
