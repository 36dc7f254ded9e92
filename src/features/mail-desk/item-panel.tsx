import { CloseButton, Skeleton } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import * as m from '#messages';
import { TextLink } from '#src/ui/link.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemBody } from './item-body.tsx';
import { StateBadge } from './item-cells.tsx';
import { numberOf } from './item-facts.ts';
import { ItemMissing } from './item-missing.tsx';
import classes from './item-page.module.css';
import { useItem } from './queries.ts';

/** An item beside the list it was opened from. */
export function ItemPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const { data: item, error, refetch } = useItem(id);
  const escape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
    if ((event.target as HTMLElement).closest('input, textarea, select, [role="row"]')) return;
    onClose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => escape(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <aside className={classes.panel} aria-label={m.mail_item()}>
      <div className={classes.panelHead}>
        {item && (
          <>
            <h2 className={classes.panelTitle} title={item.trackingNumber}>
              <bdi>{numberOf(item)}</bdi>
            </h2>
            <TextLink to="/mail/$itemId" params={{ itemId: id }} size="sm">
              {m.mail_item_page()}
            </TextLink>
          </>
        )}
        <CloseButton aria-label={m.mail_item_close()} onClick={onClose} />
      </div>
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
    </aside>
  );
}
