import { Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import * as m from '#messages';
import { useMe, worksIn } from '#src/directory/me.ts';
import { Page } from '#src/ui/page.tsx';
import { LinkButton } from '#src/ui/link.tsx';
import { ItemActions } from './item-actions.tsx';
import { ItemBody } from './item-body.tsx';
import { StateBadge } from '#src/directory/item-cells.tsx';
import { numberOf } from '#src/directory/item-facts.ts';
import { ItemMissing } from './item-missing.tsx';
import classes from './item-page.module.css';
import { useItem } from './queries.ts';
import { useLiveMail } from '#src/directory/use-live-mail.ts';

/** Everything about one item, on a page of its own. */
export function ItemPage({ id }: { id: number }) {
  const me = useMe();
  const narrow = useMediaQuery('(max-width: 640px)', undefined, { getInitialValueInEffect: false });
  useLiveMail(me.id);
  const { data: item, error, refetch } = useItem(id);
  if (!item)
    return (
      <Page title={error ? m.mail_item_missing_title() : m.shell_loading()}>
        {error ? (
          <ItemMissing error={error} onRetry={() => void refetch()} />
        ) : (
          <Stack gap="sm">
            <Skeleton height={20} width="40%" />
            <Skeleton height={140} />
            <Skeleton height={90} />
          </Stack>
        )}
      </Page>
    );
  return (
    <Page
      title={numberOf(item)}
      description={
        <span className={classes.lead}>
          <StateBadge queue={item.currentQueue} />
          {item.courier.name}
        </span>
      }
      actions={
        <>
          <LinkButton to={worksIn(me, 'mail') ? '/mail' : '/parcels'} variant="default" size="compact-md">
            {worksIn(me, 'mail') ? m.mail_queues() : m.mail_mine()}
          </LinkButton>
          {!narrow && <ItemActions item={item} />}
        </>
      }
    >
      <ItemBody key={item.id} item={item} />
      {narrow && (
        <div className={classes.thumb}>
          <ItemActions item={item} />
        </div>
      )}
    </Page>
  );
}
