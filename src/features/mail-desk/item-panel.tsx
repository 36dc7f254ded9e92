import { Skeleton } from '@mantine/core';
import * as m from '#messages';
import { StateBadge } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import { TextLink } from '#src/ui/link.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemBody } from './item-body.tsx';
import { ItemMissing } from './item-missing.tsx';
import classes from './item-page.module.css';
import { useItem } from './queries.ts';

/** An item beside the list it was opened from. */
export function ItemPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const { data: item, error, refetch } = useItem(id);
  return (
    <Panel
      label={m.mail_item()}
      title={
        item && (
          <bdi className={classes.panelNumber} title={item.trackingNumber}>
            {numberOf(item)}
          </bdi>
        )
      }
      end={
        item && (
          <TextLink to="/mail/$itemId" params={{ itemId: id }} size="sm">
            {m.mail_item_page()}
          </TextLink>
        )
      }
      closeLabel={m.mail_item_close()}
      onClose={onClose}
    >
      {item ? (
        <>
          <div className={classes.panelLead}>
            <span className={classes.lead}>
              <StateBadge queue={item.currentQueue} />
              {item.courier.name}
            </span>
            <span className={classes.panelActions}>
              <ItemActions item={item} />
            </span>
          </div>
          <ItemBody item={item} />
        </>
      ) : error ? (
        <ItemMissing error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={180} />
      )}
    </Panel>
  );
}
