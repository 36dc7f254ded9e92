import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import * as m from '#messages';
import { DeliveredRow } from './parcel-row.tsx';
import classes from './parcels.module.css';
import { deliveredParcelsOptions } from './queries.ts';

/** What was handed over, the latest first. Its own error does not hide what still waits. */
export function DeliveredParcels() {
  const list = useInfiniteQuery(deliveredParcelsOptions);
  const rows = list.data?.pages.flat() ?? [];
  if (rows.length === 0 && !list.isError) return null;
  return (
    <section aria-labelledby="delivered" className={classes.section}>
      <h2 id="delivered" className={classes.heading}>
        {m.mail_state_out()}
      </h2>
      {list.isError && (
        <p className={classes.problem} role="alert">
          {list.error.message}{' '}
          <Button variant="default" size="compact-sm" onClick={() => void list.refetch()}>
            {m.shell_try_again()}
          </Button>
        </p>
      )}
      <ul className={classes.list}>
        {rows.map((item) => (
          <DeliveredRow key={item.id} item={item} />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          variant="default"
          size="compact-md"
          mt="sm"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {m.parcels_older()}
        </Button>
      )}
    </section>
  );
}
